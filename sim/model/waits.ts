import { NO_KIND, WAIT } from "./state/records.ts";
import type { World } from "./world.ts";

/**
 * Writes the logs of waits for organisations: from a link's being sent, and from a need's being known, until
 * a place starts. What has not started is kept too, since it may be the longest wait.
 */

/** Notes that a need for organisations is known. */
export function beginNeedWait(w: World, need: number): void {
  const entry = w.needWaits.add();
  w.needs.setEntry(need, entry);
  const waits = w.needWaits.columns;
  waits.focus[entry] = w.needs.focus[need];
  waits.kind[entry] = NO_KIND;
  waits.knownAt[entry] = w.now;
  waits.endedAt[entry] = -1;
  waits.state[entry] = WAIT.goesOn;
}

/** Notes that a link was sent for a need. */
export function beginLinkWait(w: World, link: number, need: number): void {
  const l = w.links.fields;
  const kind = w.layout.kindOf[l.organisation[link]];
  const entry = w.linkWaits.add();
  l.entry[link] = entry;
  const waits = w.linkWaits.columns;
  waits.record[entry] = w.patients.fields.record[l.patient[link]];
  waits.kind[entry] = kind;
  waits.sentAt[entry] = w.now;
  waits.endedAt[entry] = -1;
  waits.state[entry] = WAIT.goesOn;
  w.needWaits.columns.kind[w.needs.entryOf(need)] = kind;
}

/** Ends the wait of a link. */
export function endLinkWait(w: World, link: number, state: number): void {
  const l = w.links.fields;
  const waits = w.linkWaits.columns;
  const entry = l.entry[link];
  waits.kind[entry] = w.layout.kindOf[l.organisation[link]];
  waits.endedAt[entry] = w.now;
  waits.state[entry] = state;
}

/** Ends the wait of a need, if organisations are for it and it goes on. */
export function endNeedWait(w: World, need: number, state: number): void {
  const waits = w.needWaits.columns;
  const entry = w.needs.entryOf(need);
  if (entry < 0 || waits.state[entry] !== WAIT.goesOn) return;
  waits.endedAt[entry] = w.now;
  waits.state[entry] = state;
}
