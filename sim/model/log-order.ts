import { stableOrder } from "../engine/stable-order.ts";
import type { World } from "./world.ts";

/**
 * Puts the logs of a world of several parts in an order that does not tell whether these ran one after
 * another or together: episodes by the minute of their request, those of one minute part by part, and
 * contacts part by part. Sums over people are then added in one order too.
 */
export function putLogsInOrder(w: World): void {
  if (w.parts.length === 1) return;
  const { episodes, contacts, linkWaits } = w;
  const partOfPractice = new Int32Array(w.layout.practices.length);
  w.parts.forEach(({ practices }, part) => {
    for (const practice of practices) partOfPractice[practice] = part;
  });
  const practice = episodes.columns.practice.subarray(0, episodes.length);
  const part = practice.map((n) => partOfPractice[n]);
  const requestedAt = episodes.columns.requestedAt.subarray(0, episodes.length);
  const byPart = stableOrder(part, w.parts.length).order;
  const { order } = stableOrder(requestedAt, w.clock.endMinute, byPart);
  // Parts that ran one after another wrote their contacts so.
  if (w.part === w.whole) {
    const partOfContact = contacts.columns.record.subarray(0, contacts.length).map((record) => part[record]);
    contacts.arrange(stableOrder(partOfContact, w.parts.length).order);
  }
  episodes.arrange(order);
  const numbers = new Int32Array(order.length);
  for (let n = 0; n < order.length; n++) numbers[order[n]] = n;
  for (const { columns, length } of [contacts, linkWaits])
    for (let entry = 0; entry < length; entry++) columns.record[entry] = numbers[columns.record[entry]];
  w.journal?.renumber(numbers);
}
