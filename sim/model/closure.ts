import { FAILED, HAPPENED } from "./events.ts";
import { failLink } from "./mechanisms/bounce.ts";
import type { World } from "./world.ts";

/** Takes places from an organisation down to a number: nobody is put out, but without a place it closes. */
export function shrinkOrganisation(w: World, o: number, places: number): void {
  if (places <= 0) closeOrganisation(w, o);
  else w.organisations.places[o] = Math.min(w.organisations.places[o], places);
}

/**
 * Closes an organisation for good: it takes nobody any more and the link of everybody who waits there or is
 * in a place fails.
 */
export function closeOrganisation(w: World, o: number): void {
  w.money.opensAt[o] = Infinity;
  if (w.organisations.isOpen[o] === 0) return;
  w.organisations.isOpen[o] = 0;
  w.organisations.places[o] = 0;
  w.organisations.othersInPlace[o] = 0;
  w.organisations.othersQueued[o] = 0;
  w.organisations.othersQueuedCrisis[o] = 0;
  w.organisations.expectedWeeks[o] = 0;
  w.tally.countOrganisation("closed", o, 1);
  w.journal?.organisation(w, HAPPENED.organisation_closed, o, 0);
  for (const queue of [
    w.organisations.newcomers,
    w.organisations.queued,
    w.organisations.queuedCrisis,
    w.organisations.inPlace,
  ]) {
    for (let link = queue.serve(o); link >= 0; link = queue.serve(o)) failLink(w, link, FAILED.closed);
  }
}

/** Begins an organisation that funding has opened in the slot of one that closed: nobody knows it yet. */
export function openInSlot(w: World, o: number): void {
  w.organisations.extraArrivals[o] = 0;
  w.organisations.extraCrisisArrivals[o] = 0;
  w.organisations.agreedTie[o] = 0;
  w.tally.countOrganisation("opened", o, 1);
  w.journal?.organisation(w, HAPPENED.organisation_opened, o, w.organisations.places[o]);
  const { edgesToStart, edgesTo } = w.layout;
  for (let n = edgesToStart[o]; n < edgesToStart[o + 1]; n++) forget(w, edgesTo[n]);
}

function forget(w: World, edge: number): void {
  w.beliefs.tie[edge] = 0;
  w.beliefs.refusals[edge] = 0;
  w.beliefs.perceivedWeeks[edge] = 0;
  w.beliefs.perceivedAt[edge] = w.now;
  w.beliefs.visitedAt[edge] = -1;
}
