import type { World } from "./world.ts";

/**
 * Says what an edge from a post to an organisation is now; each rule for whom a post may turn to is made of
 * these.
 */

/** Says whether the post knows the organisation: its tie is at the threshold or over it. */
export function isKnown(w: World, edge: number): boolean {
  return w.beliefs.tie[edge] >= w.scenario.matching.known_tie;
}

/** Says whether the organisation is open. */
export function isThere(w: World, edge: number): boolean {
  return w.organisations.isOpen[w.layout.edgeOrganisation[edge]] === 1;
}

/** Says whether the organisation is open and within reach of where the post works now. */
export function isInReach(w: World, edge: number): boolean {
  return w.staffing.isInReach[edge] === 1 && isThere(w, edge);
}

/** Says whether a link worker may choose the organisation: known, open and in reach. */
export function isChoosable(w: World, edge: number): boolean {
  return isKnown(w, edge) && isInReach(w, edge);
}
