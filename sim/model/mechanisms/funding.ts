import pow from "@stdlib/math-base-special-pow";
import { MINUTES_PER_YEAR } from "../../engine/minutes.ts";
import { ORGANISATION_TYPES } from "../../words/organisation-types.ts";
import {
  type AccountRules,
  accountRules,
  everyGrant,
  fillSlot,
  heldIncome,
  openAccount,
  openBooks,
  renewGrants,
  settleMonth,
  vacateSlot,
} from "../accounts.ts";
import { closeOrganisation, openInSlot } from "../closure.ts";
import { HAPPENED } from "../events.ts";
import { scaledPlaces, yearsBefore } from "../income-scale.ts";
import { fundingLeft } from "../levers/funding-cut.ts";
import { grantsOfTimeline } from "../levers/grant.ts";
import type { MechanismDeclaration } from "../mechanism.ts";
import type { World } from "../world.ts";
import { growthPlaces } from "./fundraising.ts";

/**
 * **Funding.** An organisation lives on core income and on grants, which end with their cycle and are
 * renewed at random; a lost grant may be won back at the next cycle. From the start of measuring income
 * drifts in real terms. Each month it spends what its places cost. A shortfall eats the reserves; when they
 * are gone notice runs, and then the places fall to what income pays: nobody is put out, people leave as
 * they would and the excess is counted (`structure.cut_first` has other sequences). With income for more
 * places than it has, it grows back to those that core and every grant pay for, or beyond them by what a new
 * grant pays for, after the same notice. Under a share of the stated places it closes. Money is whole pence,
 * and balances.
 *
 * Generated organisations start in a stationary state: funding alone is simulated for the 30 years before,
 * and incomes are scaled once so that the places are on average those stated. In the slot of one that
 * funding closed another opens after an exponential time (`funding.reopens`), with every grant and without
 * ties. Named ones start as given, with every grant, and are not replaced; nor is what the timeline closes.
 */
export const funding: MechanismDeclaration<"funding"> = {
  id: "funding",
  evidence: ["M14", "O8", "O12", "O21"],
  parameters: ["funding"],
  observable: "organisations.places, organisations.closed",
  off: (scenario) => {
    const { types } = scenario.funding;
    const constant = { grants: 0, grant_share: 0, drift: 0 };
    return {
      ...scenario,
      funding: {
        ...scenario.funding,
        types: {
          local: { ...types.local, ...constant },
          city_wide: { ...types.city_wide, ...constant },
          national: { ...types.national, ...constant },
          statutory: { ...types.statutory, ...constant },
        },
      },
    };
  },
};

/** Gives every organisation its income, its reserves and its places on the first day. */
export function endow(w: World): void {
  const rules = ORGANISATION_TYPES.map((type) => accountRules(w.scenario, type));
  const { placesAtStart, places, isOpen, key0, key1 } = w.organisations;
  for (let o = 0; o < places.length; o++) {
    const stated = placesAtStart[o];
    const rule = rules[w.layout.typeOf[o]];
    const isGenerated = o >= w.layout.namedOrganisations && rule.grants > 0 && stated !== Infinity;
    const paid = isGenerated
      ? scaledPlaces(stated, w.money.scale[w.layout.typeOf[o]], key0[o], key1[o])
      : stated;
    isOpen[o] = 1;
    places[o] = Math.floor(paid);
    openAccount(w.money, w.organisations, o, paid, rule);
    if (isGenerated) yearsBefore(w.money, w.organisations, o, rule);
    openBooks(w.money, o);
  }
}

/** Runs a month of every organisation's money. */
export function keepAccounts(w: World): void {
  const rules = ORGANISATION_TYPES.map((type) => accountRules(w.scenario, type));
  for (const o of w.part.organisations)
    if (w.organisations.placesAtStart[o] !== Infinity) runMonth(w, o, rules[w.layout.typeOf[o]]);
}

function runMonth(w: World, o: number, rules: AccountRules): void {
  const { money, organisations } = w;
  if (organisations.isOpen[o] === 0) {
    if (w.now < money.opensAt[o]) return;
    money.grantsHeld[o] = everyGrant(rules);
    money.growthEndsAt[o] = 0;
    if (fillSlot(money, organisations, o, w.now, yearlyIncome(w, o), mostPlaces(w, o), rules))
      openInSlot(w, o);
    return;
  }
  renewGrants(money, organisations, o, w.now, w.lastMonth, rules);
  const yearly = yearlyIncome(w, o);
  const change = settleMonth(money, organisations, o, w.now, yearly, mostPlaces(w, o), rules);
  if (change === "none") return;
  w.journal?.organisation(
    w,
    change === "grew" ? HAPPENED.organisation_grew : HAPPENED.organisation_reduced,
    o,
    organisations.places[o],
  );
  if (change !== "closed") return;
  closeOrganisation(w, o);
  if (o >= w.layout.namedOrganisations) vacateSlot(money, organisations, o, w.now, rules);
}

/** Gives the places that an organisation may have at most: those paid for, and what new grants add. */
function mostPlaces(w: World, o: number): number {
  return Math.floor(
    w.money.paidPlaces[o] * (1 - w.organisations.withdrawn[o]) +
      w.money.extraIncome[o] / w.scenario.funding.place_year +
      1e-9,
  );
}

/** Gives what an organisation receives in a year at this moment, in pence. */
function yearlyIncome(w: World, o: number): number {
  const { drift } = w.scenario.funding.types[w.layout.organisations[o].type];
  const years = (w.now - w.clock.startMinute) / MINUTES_PER_YEAR;
  const real = drift === 0 || years <= 0 ? 1 : pow(1 + drift, years);
  w.money.extraIncome[o] = grantsOfTimeline(w, o) + growthPlaces(w, o) * w.scenario.funding.place_year;
  return heldIncome(w.money, o) * real * fundingLeft(w, o) + w.money.extraIncome[o];
}
