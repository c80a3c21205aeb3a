import { MINUTES_PER_WEEK } from "../../engine/minutes.ts";
import { PURPOSE, within } from "../../random/purposes.ts";
import { lognormal } from "../../random/quantiles.ts";
import { uniform } from "../../random/threefry.ts";
import { spendDeskMinutes } from "../diary.ts";
import type { MechanismDeclaration } from "../mechanism.ts";
import type { World } from "../world.ts";

/**
 * **Hold-off.** The link worker sends nobody to an organisation whose perceived wait is over a threshold, or
 * that refused so many times in a row. What a post perceives changes only on evidence, never by itself: a
 * start shows that person's wait, a refusal counts, a call or visit shows the organisation's wait with an
 * error that is smaller the closer the tie. A link that failed through the patient is sometimes misread as a
 * refusal. A need that no organisation would take now is held; at the next contact each belief that is older
 * than some weeks is checked by a call, which costs minutes.
 */
export const holdOff: MechanismDeclaration<"hold-off"> = {
  id: "hold-off",
  evidence: ["M4", "M5", "M6", "O32"],
  parameters: ["hold_off"],
  observable: "links.held, caseload.mean",
  off: (scenario) => ({
    ...scenario,
    hold_off: { ...scenario.hold_off, wait: Infinity, refusals: Infinity, recheck: Infinity },
  }),
};

/** Says whether a post holds links to an organisation back. */
export function isHeldOff(w: World, edge: number): boolean {
  return (
    isTooLong(w, w.beliefs.perceivedWeeks[edge]) || w.beliefs.refusals[edge] >= w.scenario.hold_off.refusals
  );
}

/** Says whether a wait is over the threshold from which nobody is sent. */
export function isTooLong(w: World, weeks: number): boolean {
  return weeks * MINUTES_PER_WEEK > w.scenario.hold_off.wait;
}

/** Calls an organisation to see how long the wait is now. */
export function recheck(w: World, post: number, edge: number): void {
  spendDeskMinutes(w, post, w.scenario.hold_off.call);
  w.tally.count("calls", 1);
  look(w, post, edge);
}

/** Sees an organisation's wait, with an error that shrinks with the tie. */
export function look(w: World, post: number, edge: number): void {
  const organisation = w.layout.edgeOrganisation[edge];
  const occasion = w.beliefs.looks[edge]++;
  const u = uniform(
    w.posts.key0[post],
    w.posts.key1[post],
    w.organisations.key0[organisation],
    within(PURPOSE.belief, occasion & 4095),
  );
  believe(w, edge, w.organisations.expectedWeeks[organisation] * lognormal(u, 1 - w.beliefs.tie[edge]));
}

/** Learns the wait of somebody who has started. */
export function learnFromStart(w: World, edge: number, weeksWaited: number): void {
  believe(w, edge, weeksWaited);
  w.beliefs.refusals[edge] = 0;
}

/** Counts a refusal, or a link that failed through the patient and is read as one. */
export function learnFromFailure(w: World, edge: number, isThroughPatient: boolean, u: number): void {
  if (!isThroughPatient || u < w.scenario.hold_off.misread * (1 - w.beliefs.tie[edge]))
    w.beliefs.refusals[edge]++;
}

function believe(w: World, edge: number, weeks: number): void {
  w.beliefs.perceivedWeeks[edge] = weeks;
  w.beliefs.perceivedAt[edge] = w.now;
  if (!isTooLong(w, weeks)) w.beliefs.refusals[edge] = 0;
}
