import pow from "@stdlib/math-base-special-pow";
import { MINUTES_PER_WEEK } from "../../engine/minutes.ts";
import { FOCUS_COUNT } from "../kinds.ts";
import { isInReach, isKnown, isThere } from "../known.ts";
import type { MechanismDeclaration } from "../mechanism.ts";
import type { World } from "../world.ts";
import { look } from "./hold-off.ts";

/**
 * **Networking.** A post spends its networking time on visits: to the known organisation that it has not
 * visited longest, every so often (`unknown_every`) to one that it does not know. A visit takes `visit`,
 * shows the organisation's wait and raises the tie by the part `gain` of what it lacks; so does each link
 * that starts. Otherwise ties fade, with the half-life `fade`. An organisation whose tie has faded below the
 * threshold is no longer known.
 */
export const networking: MechanismDeclaration<"networking"> = {
  id: "networking",
  evidence: ["M20", "M23", "M33", "O33"],
  parameters: ["networking", "link_workers.time.networking"],
  observable: "relationship.mean, links.right_share",
  off: (scenario) => ({
    ...scenario,
    networking: { ...scenario.networking, visit: Infinity, gain: 0, fade: Infinity },
  }),
};

/**
 * Spends a week's networking minutes of a post on visits; minutes short of a visit are kept for the next
 * week.
 */
export function network(w: World, post: number, minutes: number): void {
  const { visit, unknown_every: unknownEvery } = w.scenario.networking;
  const first = w.layout.edgeStart[post * FOCUS_COUNT];
  const end = w.layout.edgeStart[(post + 1) * FOCUS_COUNT];
  fade(w, first, end);
  if (visit === Infinity) return;
  w.posts.networkingMinutes[post] += minutes;
  while (w.posts.networkingMinutes[post] >= visit) {
    w.posts.networkingMinutes[post] -= visit;
    const isForUnknown = ++w.posts.visits[post] % unknownEvery === 0;
    let edge = isForUnknown ? nextUnknown(w, first, end) : longestUnvisited(w, first, end);
    if (edge < 0) edge = isForUnknown ? longestUnvisited(w, first, end) : nextUnknown(w, first, end);
    if (edge < 0) return;
    w.beliefs.visitedAt[edge] = w.now;
    strengthen(w, edge);
    look(w, post, edge);
  }
}

/** Raises a tie by a visit or by a person whom both know. */
export function strengthen(w: World, edge: number): void {
  w.beliefs.tie[edge] += w.scenario.networking.gain * (1 - w.beliefs.tie[edge]);
}

function fade(w: World, first: number, end: number): void {
  const { fade: halfLife } = w.scenario.networking;
  if (halfLife === Infinity) return;
  const kept = pow(0.5, MINUTES_PER_WEEK / halfLife);
  for (let edge = first; edge < end; edge++) w.beliefs.tie[edge] *= kept;
}

function longestUnvisited(w: World, first: number, end: number): number {
  let longest = -1;
  for (let edge = first; edge < end; edge++) {
    if (!isKnown(w, edge) || !isThere(w, edge)) continue;
    if (longest < 0 || w.beliefs.visitedAt[edge] < w.beliefs.visitedAt[longest]) longest = edge;
  }
  return longest;
}

/** Gives the unknown organisation that the post comes to know next: each post has an order of its own. */
function nextUnknown(w: World, first: number, end: number): number {
  let next = -1;
  for (let edge = first; edge < end; edge++) {
    if (isKnown(w, edge) || !isInReach(w, edge)) continue;
    if (next < 0 || w.beliefs.acquaintance[edge] < w.beliefs.acquaintance[next]) next = edge;
  }
  return next;
}
