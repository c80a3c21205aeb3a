import { FAILED, HAPPENED } from "./events.ts";
import { failLink } from "./mechanisms/bounce.ts";
import type { World } from "./state.ts";

/** Takes places from an organisation down to a number: nobody is put out, but without a place it closes. */
export function shrinkOrganisation(w: World, o: number, places: number): void {
  if (places <= 0) closeOrganisation(w, o);
  else w.places[o] = Math.min(w.places[o], places);
}

/** Closes an organisation: it takes nobody any more and the link of everybody who waits there or is in a place fails. */
export function closeOrganisation(w: World, o: number): void {
  if (w.isOrganisationOpen[o] === 0) return;
  w.isOrganisationOpen[o] = 0;
  w.places[o] = 0;
  w.othersInPlace[o] = 0;
  w.othersQueued[o] = 0;
  w.othersQueuedCrisis[o] = 0;
  w.expectedWeeks[o] = 0;
  w.tally.countOrganisation("closed", o, 1);
  w.journal?.organisation(w, HAPPENED.organisation_closed, o, 0);
  for (const queue of [w.newcomers, w.queued, w.queuedCrisis, w.inPlace]) {
    for (let link = queue.serve(o); link >= 0; link = queue.serve(o)) failLink(w, link, FAILED.closed);
  }
}
