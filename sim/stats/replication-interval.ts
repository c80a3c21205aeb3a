import { hallInterval } from "./hall-interval.ts";
import { type MeanInterval, meanInterval } from "./mean-interval.ts";
import { finiteValues } from "./sample.ts";

/** Where some replications have no event, an interval needs so many that have one. */
export const MIN_EVENTS = 10;
/**
 * Says why a mean has no interval. `one`: there is one replication, or none. `few`: some replications have no
 * value, and under ten have one. `rare`: some have no event, and under ten have one. `alike`: over half have
 * one value in common (of ten or more, half), and under ten another one.
 */
export type NoInterval = "one" | "few" | "rare" | "alike";

/** Holds a mean over replications, with its interval where one can be given. */
export interface ReplicationInterval extends MeanInterval {
  /** Replications that had an event: whose value is not 0. */
  readonly events: number;
  /** Why there is no interval; null where there is one. */
  readonly noInterval: NoInterval | null;
  /**
   * About how many replications would have ten that tell something, with the share as it is; null where
   * there is an interval, or no number would.
   */
  readonly wouldDo: number | null;
}

/**
 * Returns the mean over replications with an interval that covers: on each side the further bound of
 * Student's and Hall's, which differ where values are skewed. No interval is given for the reasons of
 * `NoInterval`: a spread of so few promises too much, and one of none is no certainty. `measured` are the
 * values as measured, from which events and values in common are counted, where `values` are those of a
 * ratio; `longTailed` says that they are known to have a long tail that few values seldom show.
 */
export function replicationInterval(
  values: ArrayLike<number>,
  measured: ArrayLike<number> = values,
  confidence = 0.95,
  { longTailed = false } = {},
): ReplicationInterval {
  const finite = finiteValues(measured);
  const n = finite.length;
  const events = finite.filter((value) => value !== 0).length;
  const student = meanInterval(values, confidence);
  // Named one by one: spread out, they take most of the time where intervals are asked for by the thousand.
  const { mean, sd } = student;
  const without = (noInterval: NoInterval, telling: number | null): ReplicationInterval => ({
    n: student.n,
    mean,
    sd,
    ciLow: null,
    ciHigh: null,
    events,
    noInterval,
    wouldDo: telling === null || telling === 0 ? null : Math.ceil((measured.length * MIN_EVENTS) / telling),
  });
  if (student.ciLow === null || student.ciHigh === null) return without("one", null);
  if (n < measured.length && n < MIN_EVENTS) return without("few", n);
  if (events < n && events < MIN_EVENTS) return without("rare", events);
  const common = mostCommon(finite);
  const isCommon = 2 * common > n || (2 * common === n && n >= MIN_EVENTS);
  if (isCommon && common > 1 && n - common < MIN_EVENTS) return without("alike", n - common);
  const hall = hallInterval(values, confidence, { longTailed });
  return {
    n: student.n,
    mean,
    sd,
    ciLow: Math.min(student.ciLow, hall.ciLow ?? student.ciLow),
    ciHigh: Math.max(student.ciHigh, hall.ciHigh ?? student.ciHigh),
    events,
    noInterval: null,
    wouldDo: null,
  };
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
