/** Says which way a metric is better for people; null where neither is, or where it depends. */
export type Better = "higher" | "lower" | null;

/**
 * Names the metrics, of the same group, whose sums over replications a ratio is of: the product of those
 * above the line over the product of those below it.
 */
export interface Ratio {
  readonly of: string | readonly string[];
  readonly per: string | readonly string[];
}

/** Says all that is said of a metric, in the file that measures it. */
export interface Metric {
  /** The name; N stands for a whole number in it, and `<metric>` for another metric's name. */
  readonly metric: string;
  /** Unit of its numbers; `<unit>` is that of the other metric. */
  readonly unit: string;
  /**
   * What it is called wherever a person reads it, without its unit; `<words>` are those of the other metric.
   */
  readonly words: string;
  readonly better: Better;
  /** Whether scenarios are ranked by it; not if left out. */
  readonly isHeadline?: true;
  /**
   * Makes it a ratio of other metrics of the same group: over replications it is the ratio of their
   * sums, not the mean of the replications' ratios.
   */
  readonly ratio?: Ratio;
  /**
   * Whether it has a long tail over replications that a few of them seldom show, as where one link worker
   * leaves; its interval then reaches further. Not if left out.
   */
  readonly longTailed?: true;
  readonly meaning: string;
}

/** Ends the meaning of a share that competing endings take from. */
export const OF_REFERRED = "of those referred, by the stated time (Aalen-Johansen, other endings compete)";
/** Says who the reference demand is. */
export const OF_REFERENCE_DEMAND =
  "candidates at the scenario's own rate (list size, deprivation, growth, surges), as if every practice " +
  "had a post on site all week and GPs' confidence were 1; no change of posts, places or rules moves it";
/** Ends the meaning of a share of the reference demand. */
export const OF_DEMAND =
  "of the reference demand (Aalen-Johansen; other endings compete, and whoever is not referred counts as " +
  "not seen)";
/** Ends the meaning of what is measured as if nobody left. */
export const OF_STAYING = "for one who stays (Kaplan-Meier, leavers censored)";
