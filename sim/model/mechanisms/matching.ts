import { PURPOSE, within } from "../../random/purposes.ts";
import { gumbel } from "../../random/quantiles.ts";
import { uniform } from "../../random/threefry.ts";
import { NEED } from "../events.ts";
import { sendLink } from "../links.ts";
import type { MechanismDeclaration } from "../mechanism.ts";
import { FOCUS_COUNT, type World } from "../world.ts";
import { isHeldOff, recheck } from "./hold-off.ts";

/**
 * **Matching.** For a need, the link worker picks among the organisations that the post *knows* (a tie over a threshold), with that focus, open and within
 * reach. The choice is logit: utility = weight x tie + weight x perceived wait + a Gumbel draw (McFadden 1974), one draw
 * for each episode, need, attempt and option, so that an added option changes only the choices that it wins. Whether the link is right for the person is
 * likelier with a tie. What the post believes may be wrong and old; it chooses by it all the same.
 */
export const matching: MechanismDeclaration = {
  id: "matching",
  evidence: ["M20", "M21", "M23"],
  parameters: ["matching"],
  observable: "links.right_share, links by organisation type",
  off: (scenario) => ({ ...scenario, matching: { ...scenario.matching, weight_tie: 0, weight_wait: 0 } }),
};

/** Sends a need whose work is done to an organisation, or holds it. */
export function sendOrHold(w: World, patient: number, n: number): void {
  const { matching: rule, hold_off: holdOff } = w.scenario;
  const c = w.patients.fields;
  const need = w.patients.firstNeed(patient) + n;
  const post = c.post[patient];
  const row = post * FOCUS_COUNT + w.needs.focus[need];
  const attempt = w.needs.attempts[need];
  const wasHeld = w.needs.state[need] === NEED.held;
  const k0 = c.key0[patient];
  const k1 = c.key1[patient];
  let best = -1;
  let bestUtility = -Infinity;
  for (let edge = w.layout.edgeStart[row]; edge < w.layout.edgeStart[row + 1]; edge++) {
    const organisation = w.layout.edgeOrganisation[edge];
    if (w.beliefs.tie[edge] < rule.known_tie || w.organisations.isOpen[organisation] === 0) continue;
    if (w.staffing.isInReach[edge] === 0) continue;
    if (wasHeld && w.now - w.beliefs.perceivedAt[edge] > holdOff.recheck) recheck(w, post, edge);
    if (isHeldOff(w, edge)) continue;
    const u = uniform(k0, k1, w.organisations.key0[organisation], within(PURPOSE.choice, n, attempt));
    const utility =
      rule.weight_tie * w.beliefs.tie[edge] + rule.weight_wait * w.beliefs.perceivedWeeks[edge] + gumbel(u);
    if (utility > bestUtility) {
      best = edge;
      bestUtility = utility;
    }
  }
  if (best >= 0) {
    sendLink(w, patient, n, best);
    return;
  }
  if (!wasHeld) w.tally.count("held", 1);
  w.journal?.held(w, patient, need, wasHeld);
  w.needs.state[need] = NEED.held;
}

/** Gives the chance that a link over this edge is right for the person. */
export function fitOf(w: World, edge: number): number {
  return Math.min(1, w.scenario.matching.fit + w.scenario.matching.fit_per_tie * w.beliefs.tie[edge]);
}
