import pow from "@stdlib/math-base-special-pow";
import { MINUTES_PER_DAY, MINUTES_PER_WEEK } from "../../engine/minutes.ts";
import { poisson } from "../../random/counts.ts";
import { PURPOSE } from "../../random/purposes.ts";
import { ORGANISATION_TYPES } from "../../words/organisation-types.ts";
import { spendDeskMinutes } from "../diary.ts";
import { FAILED, type FailReason } from "../events.ts";
import { drawOfLink } from "../link-draw.ts";
import type { MechanismDeclaration } from "../mechanism.ts";
import type { World } from "../world.ts";

/**
 * **Bureaucracy.** A link to an organisation that is not local takes calls: 1 + Poisson, fewer with a tie,
 * one a working day, each with minutes of the link worker. Then comes the organisation's intake delay. A
 * statutory organisation refuses some by eligibility: fewer with a tie, more as its places fall. An
 * organisation that rations refuses while its expected wait is over a limit. Any may find that it is not
 * right for the person, less often with a tie. Not everybody takes a place that has come free: more do whom
 * the link worker has seen lately or calls, which costs minutes and stops as the caseload fills.
 */
export const bureaucracy: MechanismDeclaration<"bureaucracy"> = {
  id: "bureaucracy",
  evidence: ["M9", "M10", "M11", "M12", "M19", "O5"],
  parameters: [
    "links.calls",
    "links.call",
    "links.chase",
    "links.taken_up",
    "links.taken_up_chased",
    "organisations.types.*.intake_delay",
    "organisations.types.*.ineligible",
  ],
  observable: "wait.link by organisation type, links.calls",
  off: (scenario) => {
    const plain = { intake_delay: 0, ineligible: 0, full_after: Infinity };
    const { types } = scenario.organisations;
    return {
      ...scenario,
      links: {
        ...scenario.links,
        calls: 0,
        calls_at_most: 0,
        not_right: 0,
        chase: 0,
        taken_up: scenario.links.taken_up_chased,
      },
      organisations: {
        ...scenario.organisations,
        types: {
          local: { ...types.local, ...plain },
          city_wide: { ...types.city_wide, ...plain },
          national: { ...types.national, ...plain },
          statutory: { ...types.statutory, ...plain },
        },
      },
    };
  },
};

/** Makes the calls that a link takes and gives the minutes until the organisation answers. */
export function callsAndDelay(w: World, link: number): number {
  const c = w.links.fields;
  const { links: rule } = w.scenario;
  const type = ORGANISATION_TYPES[w.layout.typeOf[c.organisation[link]]];
  const delay = w.scenario.organisations.types[type].intake_delay;
  if (type === "local") return delay;
  const u = drawOfLink(w, link, PURPOSE.calls);
  const calls = Math.min(rule.calls_at_most, 1 + poisson(u, rule.calls * (1 - workingTie(w, c.edge[link]))));
  spendDeskMinutes(w, c.post[link], calls * rule.call);
  w.tally.count("calls", calls);
  const minutes = workingDays(w, calls) + delay;
  w.journal?.linkBecause(w, link, "calls", { calls, arrival: w.now + Math.round(minutes) });
  return minutes;
}

/** Gives the reason for which the organisation refuses a link on arrival, or -1. */
export function refusal(w: World, link: number): FailReason | -1 {
  const c = w.links.fields;
  const organisation = c.organisation[link];
  if (w.organisations.isOpen[organisation] === 0) return FAILED.closed;
  const rule = w.scenario.organisations.types[ORGANISATION_TYPES[w.layout.typeOf[organisation]]];
  const { links } = w.scenario;
  const tie = workingTie(w, c.edge[link]);
  if (rule.ineligible > 0) {
    const tightened = pow(
      w.organisations.placesAtStart[organisation] / Math.max(1, w.organisations.places[organisation]),
      links.tightening,
    );
    const chance = Math.min(1, rule.ineligible * (1 - tie / 2) * tightened);
    if (drawOfLink(w, link, PURPOSE.eligible) < chance) return FAILED.ineligible;
  }
  if (w.organisations.expectedWeeks[organisation] * MINUTES_PER_WEEK > rule.full_after) return FAILED.full;
  const u = drawOfLink(w, link, PURPOSE.notRight);
  return u < links.not_right * (1 - tie) ? FAILED.not_right : -1;
}

/** Gives the tie that an intake feels: the link worker's own, or that of an agreement with the programme. */
function workingTie(w: World, edge: number): number {
  return Math.max(w.beliefs.tie[edge], w.organisations.agreedTie[w.layout.edgeOrganisation[edge]]);
}

function workingDays(w: World, count: number): number {
  if (w.clock.always) return count * MINUTES_PER_DAY;
  let day = Math.floor(w.now / MINUTES_PER_DAY);
  let left = count;
  while (left > 0 && day < w.clock.days - 1) {
    day++;
    if (w.clock.isWorkday[day] === 1) left--;
  }
  return day * MINUTES_PER_DAY - Math.floor(w.now / MINUTES_PER_DAY) * MINUTES_PER_DAY;
}
