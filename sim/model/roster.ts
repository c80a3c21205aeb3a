import { NEED } from "./events.ts";
import { FOCUS_COUNT } from "./kinds.ts";
import { NEED_STEP } from "./state/needs.ts";
import type { World } from "./world.ts";

/**
 * Keeps what is asked of whole caseloads: which of a post's patients have not been seen, and how many of
 * their needs look for an organisation, by focus (needs that are not the link worker's own, open or held).
 * Both change as people come, go and are seen; to look at every patient each time would read a nation's.
 */

/** Takes somebody into a post's caseload. */
export function joinRoster(w: World, post: number, patient: number): void {
  w.posts.roster.join(post, patient);
  if (w.patients.fields.contacts[patient] === 0) w.posts.unseen.join(post, patient);
  countNeeds(w, post, patient, 1);
}

/** Takes somebody out of a post's caseload. */
export function leaveRoster(w: World, post: number, patient: number): void {
  w.posts.roster.leave(post, patient);
  if (w.patients.fields.contacts[patient] === 0) w.posts.unseen.leave(post, patient);
  countNeeds(w, post, patient, -1);
}

/** Counts a contact of somebody in a post's caseload; gives its number, from 1. */
export function countContact(w: World, post: number, patient: number): number {
  const { contacts } = w.patients.fields;
  if (contacts[patient] === 0) w.posts.unseen.leave(post, patient);
  return ++contacts[patient];
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
