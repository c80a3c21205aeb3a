import type { Window } from "./windows.ts";

/**
 * Says how much is measured of a replication: `full`, or `summary` without weekly series, windows, life
 * tables and what concerns a single practice, post or list, a tenth of the numbers, for sweeps of thousands
 * of points.
 */
export type Detail = "full" | "summary";

/** Names one measured number: `area.what[.statistic]`, for one group, with its unit. */
export interface MeasureKey {
  readonly metric: string;
  readonly groupBy: string;
  readonly group: string;
  readonly unit: string;
}

/** Names one number of a window. */
export interface WindowKey extends MeasureKey {
  /** Place of the window among `MeasurePlan.windows`. */
  readonly window: number;
  /**
   * Minutes for which people must be followed for it, and for which those referred in the window are; 0
   * where it needs nobody followed.
   */
  readonly needs: number;
  readonly has: number;
}

/** Names one row of the retention table: the life of those referred in a group, at a number of contacts. */
export interface RetentionKey {
  readonly groupBy: string;
  readonly group: string;
  readonly contacts: number;
}

/**
 * Lists what each retention row holds, in this order; the last seven are the leavers after exactly that
 * number of contacts.
 */
export const RETENTION_FIELDS = [
  "referred",
  "reached",
  "reached_share",
  "left_after",
  "finished",
  "gave_up_waiting",
  "declined",
  "never_attended",
  "left",
  "reviewed_out",
  "post_ended",
  "still_open",
] as const;

/** Lists, once for a scenario, what every replication of it measures; results hold numbers in this order. */
export interface MeasurePlan {
  readonly scenario: string;
  readonly weeks: number;
  readonly metrics: readonly MeasureKey[];
  readonly series: readonly MeasureKey[];
  readonly retention: readonly RetentionKey[];
  readonly windows: readonly Window[];
  /** By window, in the order of `windows`. */
  readonly windowed: readonly WindowKey[];
}

/**
 * Holds what one replication measured. NaN means that there is no such number in this replication (nobody in
 * the group, quantile not reached).
 */
export interface ReplicationResult {
  readonly replication: number;
  /** Events, one for each pop of the calendar. */
  readonly events: number;
  /** One value for each of `plan.metrics`. */
  readonly values: Float64Array;
  /** `plan.series.length` rows of `plan.weeks` values, row after row. */
  readonly series: Float64Array;
  /** `plan.retention.length` rows of `RETENTION_FIELDS.length` values, row after row. */
  readonly retention: Float64Array;
  /** One value for each of `plan.windowed`. */
  readonly windowed: Float64Array;
}
