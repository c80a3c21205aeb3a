import { PURPOSE, within } from "../../random/purposes.ts";
import { gumbel } from "../../random/quantiles.ts";
import { uniform } from "../../random/threefry.ts";
import { NEED } from "../events.ts";
import { FOCUS_COUNT } from "../kinds.ts";
import { isChoosable, isInReach } from "../known.ts";
import type { MechanismDeclaration } from "../mechanism.ts";
import type { World } from "../world.ts";
import { isHeldOff, look, recheck } from "./hold-off.ts";

/**
 * **Matching.** For a need, the link worker picks among the organisations that the post *knows* (a tie over
 * a threshold), with that focus, open and within reach. The choice is logit: utility = weight x tie + weight
 * x perceived wait + a Gumbel draw (McFadden 1974), one draw for each episode, need, attempt and option, so
 * that an added option changes only the choices that it wins. Whether the link is right for the person is
 * likelier with a tie. What the post believes may be wrong and old; it chooses by it all the same.
 */
export const matching: MechanismDeclaration<"matching"> = {
  id: "matching",
  evidence: ["M20", "M21", "M23"],
  parameters: ["matching"],
  observable: "links.right_share, links by organisation type",
  off: (scenario) => ({ ...scenario, matching: { ...scenario.matching, weight_tie: 0, weight_wait: 0 } }),
};

/**
 * Draws which organisations each post knows at the start, how well, and what it believes of their waits. Of
 * each focus within reach it knows one at least: the one that it would come to know first.
 */
export function getToKnow(w: World): void {
  const { matching } = w.scenario;
  const rows = w.layout.edgeStart;
  for (let row = 0; row + 1 < rows.length; row++) {
    const post = Math.floor(row / FOCUS_COUNT);
    const k0 = w.posts.key0[post];
    const k1 = w.posts.key1[post];
    const name = (edge: number): number => w.organisations.key0[w.layout.edgeOrganisation[edge]];
    let first = -1;
    let lowest = Infinity;
    for (let edge = rows[row]; edge < rows[row + 1]; edge++) {
      const u = uniform(k0, k1, name(edge), PURPOSE.known);
      w.beliefs.acquaintance[edge] = u;
      w.beliefs.tie[edge] = isInReach(w, edge) && u < matching.known ? 1 : 0;
      if (isInReach(w, edge) && u < lowest) {
        lowest = u;
        first = edge;
      }
    }
    if (first >= 0) w.beliefs.tie[first] = 1;
    for (let edge = rows[row]; edge < rows[row + 1]; edge++) {
      const spread = matching.tie_spread * (2 * uniform(k0, k1, name(edge), PURPOSE.tie) - 1);
      w.beliefs.tie[edge] *= Math.min(1, Math.max(matching.known_tie, matching.tie + spread));
      w.beliefs.refusals[edge] = 0;
      w.beliefs.looks[edge] = 0;
      w.beliefs.visitedAt[edge] = -1;
      look(w, post, edge);
    }
  }
}

/**
 * Chooses the organisation for a need, as an edge of the post; -1 if it would ask none now. Beliefs about a
 * held need's organisations are checked first.
 */
export function chooseOrganisation(w: World, patient: number, n: number): number {
  const { matching: rule, hold_off: holdOff } = w.scenario;
  const c = w.patients.fields;
  const need = w.patients.need(patient, n);
  const post = c.post[patient];
  const row = post * FOCUS_COUNT + w.needs.focus[need];
  const attempt = w.needs.attempts[need];
  const isHeld = w.needs.state[need] === NEED.held;
  const k0 = c.key0[patient];
  const k1 = c.key1[patient];
  const { tie, perceivedWeeks } = w.beliefs;
  let best = -1;
  let bestUtility = -Infinity;
  let bestKnown = -Infinity;
  let bestDraw = 0;
  for (let edge = w.layout.edgeStart[row]; edge < w.layout.edgeStart[row + 1]; edge++) {
    if (!isChoosable(w, edge)) continue;
    if (isHeld && w.now - w.beliefs.perceivedAt[edge] > holdOff.recheck) recheck(w, post, edge);
    if (isHeldOff(w, edge)) continue;
    const name = w.organisations.key0[w.layout.edgeOrganisation[edge]];
    const u = uniform(k0, k1, name, within(PURPOSE.choice, n, attempt));
    const known = rule.weight_tie * tie[edge] + rule.weight_wait * perceivedWeeks[edge];
    // Who is behind in both cannot win, and needs no logarithm; a hair's breadth is left to rounding.
    if (known <= bestKnown && u < bestDraw - 1e-9) continue;
    const utility = known + gumbel(u);
    if (utility > bestUtility) {
      best = edge;
      bestUtility = utility;
      bestKnown = known;
      bestDraw = u;
    }
  }
  return best;
}

/** Gives the chance that a link over this edge is right for the person. */
export function fitOf(w: World, edge: number): number {
  return Math.min(1, w.scenario.matching.fit + w.scenario.matching.fit_per_tie * w.beliefs.tie[edge]);
}
