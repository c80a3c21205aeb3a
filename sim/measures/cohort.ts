import { END_REASONS, ENDED } from "../model/events.ts";
import type { World } from "../model/world.ts";
import { CENSORED, COMPETING, EVENT, type FollowUp } from "../stats/follow-up.ts";
import { inOrder, orderByTime } from "../stats/order-by-time.ts";
import { type Grouping, groupingsOf } from "./groupings.ts";
import type { Detail } from "./result.ts";

/** Highest number of contacts that the retention table follows. */
export const MAX_CONTACTS = 12;

/**
 * Holds those referred in the measured time, who are counted "of those referred": carried-in people are not
 * among them.
 */
export interface Cohort {
  readonly size: number;
  /** Record of the first person's episode in the log; the others' follow it. */
  readonly first: number;
  /** Records of those carried in: open when measuring began. They are in no share of those referred. */
  readonly carriedIn: Int32Array;
  readonly groupings: readonly Grouping[];
  /** Time to the end of the episode; the kind is `endingKind` of contacts and reason. */
  readonly ending: FollowUp;
  /** The same time; the kind is the reason + 1. */
  readonly endingByReason: FollowUp;
  /** Time to the first and to the third contact, as `reaching` gives them: most is measured of these. */
  readonly firstContact: FollowUp;
  readonly thirdContact: FollowUp;
}

const FINISHED_BIT = 1;
/** One more than the highest kind of `Cohort.ending`, and of `Cohort.endingByReason`. */
export const ENDING_KINDS = 2 + (16 << 1);
export const REASON_KINDS = END_REASONS.length + 2;

/** Codes an ending by the number of contacts (15 and more together) and whether the person finished. */
export function endingKind(contacts: number, hasFinished: boolean): number {
  return 2 + (Math.min(15, contacts) << 1) + (hasFinished ? FINISHED_BIT : 0);
}

/** Gathers the cohort of a finished replication, split into the groups that the detail asks for. */
export function gatherCohort(w: World, detail: Detail): Cohort {
  const { startMinute, endMinute } = w.clock;
  const e = w.episodes.columns;
  // Records are in order of request, so the cohort is the end of the log.
  let first = 0;
  while (first < w.episodes.length && e.requestedAt[first] < startMinute) first++;
  const size = w.episodes.length - first;
  const carriedIn = carriedInOf(w, first);
  const endTime = new Int32Array(size);
  const endKind = new Uint8Array(size);
  const reasonKind = new Uint8Array(size);
  for (let i = 0; i < size; i++) {
    const r = first + i;
    const reason = e.reason[r];
    endTime[i] = (reason === ENDED.open ? endMinute : e.endedAt[r]) - e.requestedAt[r];
    endKind[i] = reason === ENDED.open ? CENSORED : endingKind(e.contacts[r], reason === ENDED.finished);
    reasonKind[i] = reason === ENDED.open ? CENSORED : reason + 1;
  }

  // Endings of one time are in one order, whatever their kinds.
  const order = orderByTime(endTime, reasonKind);
  const ending = { time: endTime, kind: endKind, order };
  return {
    size,
    first,
    carriedIn,
    groupings: groupingsOf(w, first, size, carriedIn, detail),
    ending,
    endingByReason: { time: endTime, kind: reasonKind, order },
    firstContact: reaching(w, { ending, first, size }, 1),
    thirdContact: reaching(w, { ending, first, size }, 3),
  };
}

/** Lists the records before `first` that were open when measuring began. */
function carriedInOf(w: World, first: number): Int32Array {
  const { reason, endedAt } = w.episodes.columns;
  const records: number[] = [];
  for (let r = 0; r < first; r++)
    if (reason[r] === ENDED.open || endedAt[r] >= w.clock.startMinute) records.push(r);
  return Int32Array.from(records);
}

/**
 * Gives the time from referral to contact `n` (from 1): other endings compete, the end of the run censors.
 * Made anew at each call, since twelve at once would fill the memory.
 */
export function reaching(
  w: World,
  { ending, first, size }: Pick<Cohort, "ending" | "first" | "size">,
  n: number,
): FollowUp {
  const { requestedAt, firstContactAt } = w.episodes.columns;
  const { record, number, at } = w.contacts.columns;
  const time = ending.time.slice();
  const kind = new Uint8Array(size);
  for (let i = 0; i < size; i++) kind[i] = ending.kind[i] === CENSORED ? CENSORED : COMPETING;
  for (let entry = 0; entry < w.contacts.length; entry++) {
    if (number[entry] !== n) continue;
    const i = record[entry] - first;
    if (i < 0) continue;
    kind[i] = EVENT;
    time[i] = contactMinute(n, firstContactAt[record[entry]], at[entry]) - requestedAt[record[entry]];
  }
  return inOrder({ time, kind });
}

/** Gives the minute of contact `n` of each episode in the log, also of those carried in; -1 without one. */
export function contactMinutes(w: World, n: number): Int32Array {
  const { firstContactAt } = w.episodes.columns;
  const { record, number, at } = w.contacts.columns;
  const minutes = new Int32Array(w.episodes.length).fill(-1);
  for (let entry = 0; entry < w.contacts.length; entry++) {
    if (number[entry] !== n) continue;
    minutes[record[entry]] = contactMinute(n, firstContactAt[record[entry]], at[entry]);
  }
  return minutes;
}

/**
 * Dates contact `n`: a first one served as ready by its beginning, later ones by their end; in a diary both
 * are the appointment.
 */
const contactMinute = (n: number, firstContactAt: number, at: number): number =>
  n === 1 ? firstContactAt : at;
