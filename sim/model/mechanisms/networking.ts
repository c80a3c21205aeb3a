import pow from "@stdlib/math-base-special-pow";
import { MINUTES_PER_WEEK } from "../../engine/minutes.ts";
import { FOCUS_COUNT } from "../kinds.ts";
import { isInReach, isKnown, isThere } from "../known.ts";
import type { MechanismDeclaration } from "../mechanism.ts";
import type { World } from "../world.ts";
import { look } from "./hold-off.ts";

/**
 * **Networking.** A post spends its networking time on visits: to the known organisation that it has not
 * visited longest of the focus most needed, every so often (`unknown_every`) to one that it does not know,
 * of that focus or of any. Most needed is the focus of which most needs of the post's patients are open or
 * held and look for an organisation (`structure.networking`; `in_turn` asks for no focus). A visit takes
 * `visit`, shows the organisation's wait and raises the tie by the part `gain` of what it lacks; so does
 * each link that starts. Otherwise ties fade, with the half-life `fade`. An organisation whose tie has faded
 * below the threshold is no longer known.
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
  if (w.posts.networkingMinutes[post] < visit) return;
  const focus = w.scenario.structure.networking === "where_needed" ? focusMostNeeded(w, post) : -1;
  const from = focus < 0 ? first : w.layout.edgeStart[post * FOCUS_COUNT + focus];
  const before = focus < 0 ? end : w.layout.edgeStart[post * FOCUS_COUNT + focus + 1];
  while (w.posts.networkingMinutes[post] >= visit) {
    w.posts.networkingMinutes[post] -= visit;
    const isForUnknown = ++w.posts.visits[post] % unknownEvery === 0;
    // Where the focus has none of the wanted kind: one of any focus if it was to be unknown, else any of it.
    let edge = isForUnknown ? nextUnknown(w, from, before) : longestUnvisited(w, from, before);
    if (edge < 0) edge = isForUnknown ? nextUnknown(w, first, end) : nextUnknown(w, from, before);
    if (edge < 0) edge = longestUnvisited(w, first, end);
    if (edge < 0) edge = nextUnknown(w, first, end);
    if (edge < 0) return;
    w.beliefs.visitedAt[edge] = w.now;
    strengthen(w, edge);
    look(w, post, edge);
  }
}

/**
 * Gives the focus of which most needs of the post's patients look for an organisation, open or held; -1 if
 * there is no such need.
 */
export function focusMostNeeded(w: World, post: number): number {
  const { wanted } = w.posts;
  const first = post * FOCUS_COUNT;
  let most = -1;
  for (let f = 0; f < FOCUS_COUNT; f++)
    if (wanted[first + f] > (most < 0 ? 0 : wanted[first + most])) most = f;
  return most;
}

/** Raises a tie by a visit or by a person whom both know. */
export function strengthen(w: World, edge: number): void {
  w.beliefs.tie[edge] += w.scenario.networking.gain * (1 - w.beliefs.tie[edge]);
}

function fade(w: World, first: number, end: number): void {
  const { fade: halfLife } = w.scenario.networking;
  if (halfLife === Infinity) return;
  const kept = pow(0.5, MINUTES_PER_WEEK / halfLife);
  const { tie } = w.beliefs;
  for (let edge = first; edge < end; edge++) tie[edge] *= kept;
}

function longestUnvisited(w: World, first: number, end: number): number {
  const { visitedAt } = w.beliefs;
  let longest = -1;
  for (let edge = first; edge < end; edge++) {
    if (longest >= 0 && visitedAt[edge] >= visitedAt[longest]) continue;
    if (isKnown(w, edge) && isThere(w, edge)) longest = edge;
  }
  return longest;
}

/** Gives the unknown organisation that the post comes to know next: each post has an order of its own. */
function nextUnknown(w: World, first: number, end: number): number {
  const { acquaintance } = w.beliefs;
  let next = -1;
  for (let edge = first; edge < end; edge++) {
    if (next >= 0 && acquaintance[edge] >= acquaintance[next]) continue;
    if (!isKnown(w, edge) && isInReach(w, edge)) next = edge;
  }
  return next;
}
