import { hallInterval } from "./hall-interval.ts";
import { type MeanInterval, meanInterval } from "./mean-interval.ts";
import { finiteValues } from "./sample.ts";

/** Where some replications have no event, an interval needs so many that have one. */
export const MIN_EVENTS = 10;
/** A value that more than this share of the replications have in common tells nothing of the spread. */
const COMMON = 0.5;

/** Holds a mean over replications, with its interval where one can be given. */
export interface ReplicationInterval extends MeanInterval {
  /** Replications that had an event: whose value is not 0. */
  readonly events: number;
}

/**
 * Returns the mean over replications with an interval that covers: on each side the further bound of
 * Student's and Hall's, which differ where values are skewed. Where the event is rare (some replications have
 * none, and under ten have one) no interval is given, nor where over half have one value in common and
 * under ten another one: a spread of so few promises too much, and one of none is no certainty. `measured`
 * are the values as measured, from which events are counted, where `values` are those of a ratio.
 */
export function replicationInterval(
  values: ArrayLike<number>,
  measured: ArrayLike<number> = values,
  confidence = 0.95,
): ReplicationInterval {
  const finite = finiteValues(measured);
  const n = finite.length;
  const events = finite.filter((value) => value !== 0).length;
  const student = meanInterval(values, confidence);
  if (student.ciLow === null || student.ciHigh === null) return { ...student, events };
  const common = mostCommon(finite);
  const isAlike = n > 1 && common > COMMON * n && common > 1 && n - common < MIN_EVENTS;
  if (isRare(events, n) || isAlike) return { ...student, events, ciLow: null, ciHigh: null };
  const hall = hallInterval(values, confidence);
  return {
    ...student,
    events,
    ciLow: Math.min(student.ciLow, hall.ciLow ?? student.ciLow),
    ciHigh: Math.max(student.ciHigh, hall.ciHigh ?? student.ciHigh),
  };
}

/** Says whether an event is too rare for an interval. */
export function isRare(events: number, n: number): boolean {
  return n > 1 && events < n && events < MIN_EVENTS;
}

/**
 * Returns about how many replications would have ten with an event, with the share as it is; null where none
 * has had one.
 */
export function replicationsForEvents(n: number, events: number): number | null {
  return events === 0 ? null : Math.ceil((n * MIN_EVENTS) / events);
}

/** Gives how many values are the most common one. */
function mostCommon(values: readonly number[]): number {
  const sorted = Float64Array.from(values).sort();
  let most = 0;
  let run = 0;
  for (let i = 0; i < sorted.length; i++) {
    run = i > 0 && sorted[i] === sorted[i - 1] ? run + 1 : 1;
    most = Math.max(most, run);
  }
  return most;
}
