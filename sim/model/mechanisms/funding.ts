import pow from "@stdlib/math-base-special-pow";
import { MINUTES_PER_YEAR } from "../../engine/minutes.ts";
import { PURPOSE, within } from "../../random/purposes.ts";
import { uniform } from "../../random/threefry.ts";
import { closeOrganisation } from "../closure.ts";
import { HAPPENED } from "../events.ts";
import { fundingLeft } from "../levers/funding-cut.ts";
import { grantsOfTimeline } from "../levers/grant.ts";
import type { MechanismDeclaration } from "../mechanism.ts";
import type { World } from "../world.ts";
import { growthPlaces } from "./fundraising.ts";

/**
 * **Funding.** An organisation lives on core income and on grants, which end with their cycle and are
 * renewed at random; a lost grant may be won back at the next cycle. Income drifts in real terms. Each month
 * it spends what its places cost. A shortfall eats the reserves; when they are gone notice runs, and then
 * the places fall to what income pays: nobody is put out, people leave as they would and the excess is
 * counted. With income for more places than it has, it grows back to the places it began with, or beyond
 * them by what a new grant pays for, after the same notice. Under a share of those places it closes. Money
 * is whole pence, and balances.
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

/**
 * Gives every organisation the income that its places cost, split into core and grants, and its reserves.
 */
export function endow(w: World): void {
  const { funding: rule } = w.scenario;
  for (let o = 0; o < w.organisations.places.length; o++) {
    const { grants, grant_share: grantShare } = rule.types[w.layout.organisations[o].type];
    const places = w.organisations.placesAtStart[o];
    const yearly = places === Infinity ? 0 : places * rule.place_year;
    const share = grants > 0 ? grantShare : 0;
    w.money.grantIncome[o] = grants > 0 ? (yearly * share) / grants : 0;
    w.money.coreIncome[o] = yearly * (1 - share);
    w.money.grantsHeld[o] = grants > 0 ? (1 << grants) - 1 : 0;
    w.money.reserves[o] = Math.round((yearly * rule.reserves) / MINUTES_PER_YEAR);
    w.money.openingReserves[o] = w.money.reserves[o];
    w.money.totalIncome[o] = 0;
    w.money.totalSpend[o] = 0;
    w.money.noticeEndsAt[o] = -1;
  }
}

/** Runs a month of every organisation's money. */
export function keepAccounts(w: World): void {
  for (let o = 0; o < w.organisations.places.length; o++) runMonth(w, o);
}

function runMonth(w: World, o: number): void {
  if (w.organisations.isOpen[o] === 0 || w.organisations.placesAtStart[o] === Infinity) return;
  const { funding: rule } = w.scenario;
  renewGrants(w, o);
  const yearly = yearlyIncome(w, o);
  const income = Math.round(yearly / 12);
  const cost = Math.round((w.organisations.places[o] * rule.place_year) / 12);
  const spend = Math.min(cost, income + w.money.reserves[o]);
  w.money.reserves[o] += income - spend;
  w.money.totalIncome[o] += income;
  w.money.totalSpend[o] += spend;

  const more = w.money.extraIncome[o] / rule.place_year;
  const most = Math.floor(
    w.organisations.placesAtStart[o] * (1 - w.organisations.withdrawn[o]) + more + 1e-9,
  );
  const payable = Math.min(most, Math.floor(yearly / rule.place_year + 1e-9));
  const mustShrink = spend < cost && payable < w.organisations.places[o];
  const canGrow = payable > w.organisations.places[o];
  if (w.money.noticeEndsAt[o] < 0) {
    if (mustShrink || canGrow) w.money.noticeEndsAt[o] = w.now + rule.notice;
  } else if (!mustShrink && !canGrow) w.money.noticeEndsAt[o] = -1;
  else if (w.now >= w.money.noticeEndsAt[o]) {
    w.money.noticeEndsAt[o] = -1;
    w.journal?.organisation(
      w,
      mustShrink ? HAPPENED.organisation_reduced : HAPPENED.organisation_grew,
      o,
      payable,
    );
    w.organisations.places[o] = payable;
    if (payable < rule.close_below * w.organisations.placesAtStart[o]) closeOrganisation(w, o);
  }
}

/** Gives what an organisation receives in a year at this moment, in pence. */
function yearlyIncome(w: World, o: number): number {
  const { drift } = w.scenario.funding.types[w.layout.organisations[o].type];
  let held = 0;
  for (let bits = w.money.grantsHeld[o]; bits !== 0; bits &= bits - 1) held++;
  const real = drift === 0 ? 1 : pow(1 + drift, w.now / MINUTES_PER_YEAR);
  w.money.extraIncome[o] = grantsOfTimeline(w, o) + growthPlaces(w, o) * w.scenario.funding.place_year;
  return (
    (w.money.coreIncome[o] + held * w.money.grantIncome[o]) * real * fundingLeft(w, o) +
    w.money.extraIncome[o]
  );
}

/** Renews or loses the grants whose cycle ended since last month. */
function renewGrants(w: World, o: number): void {
  const { funding: rule } = w.scenario;
  const { grants, renewal, new_grant: newGrant } = rule.types[w.layout.organisations[o].type];
  const k0 = w.organisations.key0[o];
  const k1 = w.organisations.key1[o];
  for (let grant = 0; grant < grants; grant++) {
    const offset = uniform(k0, k1, grant, PURPOSE.grantOffset) * rule.grant_cycle;
    const cycle = Math.floor((w.now + offset) / rule.grant_cycle);
    if (cycle === Math.floor((w.lastMonth + offset) / rule.grant_cycle)) continue;
    const isHeld = (w.money.grantsHeld[o] & (1 << grant)) !== 0;
    const u = uniform(k0, k1, cycle, within(PURPOSE.grantRenewal, grant));
    if (u < (isHeld ? renewal : newGrant)) w.money.grantsHeld[o] |= 1 << grant;
    else w.money.grantsHeld[o] &= ~(1 << grant);
  }
}
