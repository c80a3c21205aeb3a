import { NEED } from "./events.ts";
import { FOCUS_COUNT } from "./kinds.ts";
import { NEED_STEP } from "./state/needs.ts";
import type { World } from "./world.ts";

/**
 * Keeps, for each post and focus, how many needs of the post's patients look for an organisation: needs that
 * are not the link worker's own, open or held. It is counted as people come and go and as needs change; a
 * count of whole caseloads each week would read every need of a nation.
 */

/** Takes somebody into a post's caseload. */
export function joinRoster(w: World, post: number, patient: number): void {
  w.posts.roster.join(post, patient);
  countNeeds(w, post, patient, 1);
}

/** Takes somebody out of a post's caseload. */
export function leaveRoster(w: World, post: number, patient: number): void {
  w.posts.roster.leave(post, patient);
  countNeeds(w, post, patient, -1);
}

/** Changes where a need of a person stands. */
export function setNeedState(w: World, patient: number, need: number, state: number): void {
  const { isOpen, post } = w.patients.fields;
  const didLook = looks(w, need);
  w.needs.state[need] = state;
  const does = looks(w, need);
  if (didLook === does || isOpen[patient] === 0 || post[patient] < 0) return;
  w.posts.wanted[post[patient] * FOCUS_COUNT + w.needs.focus[need]] += does ? 1 : -1;
}

function countNeeds(w: World, post: number, patient: number, by: number): void {
  const end = w.patients.needsEnd(patient);
  for (let need = w.patients.firstNeed(patient); need < end; need += NEED_STEP)
    if (looks(w, need)) w.posts.wanted[post * FOCUS_COUNT + w.needs.focus[need]] += by;
}

/** Says whether an organisation is looked for, for a need. */
function looks(w: World, need: number): boolean {
  const state = w.needs.state[need];
  return w.needs.isOwn[need] === 0 && (state === NEED.open || state === NEED.held);
}
