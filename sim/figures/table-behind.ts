/** Says which rows and columns of a table hold the numbers of a figure. */
export interface TableBehind {
  readonly table: string;
  /** Beginnings of the names of its metrics; all if left out. */
  readonly metrics?: readonly string[];
  /** Kinds of groups; all if left out. */
  readonly groupBy?: readonly string[];
  /** What other columns must say; anything if left out. */
  readonly where?: Readonly<Record<string, readonly string[]>>;
  /** All if left out. */
  readonly columns?: readonly string[];
}

/** Shows the means of metrics whose names begin so, of everybody or of groups. */
export function summaryBehind(metrics: readonly string[], groupBy = "all"): TableBehind {
  const columns = ["scenario", "metric", "group", "unit", "mean", "ci_low", "ci_high"];
  return { table: "summary", metrics, groupBy: [groupBy], columns };
}

/** Shows metrics week by week. */
export function seriesBehind(metrics: readonly string[], groupBy = "all"): TableBehind {
  const columns = ["scenario", "week", "metric", "group", "mean", "ci_low", "ci_high"];
  return { table: "series", metrics, groupBy: [groupBy], columns };
}

/** Shows the life table of everybody. */
export const LIFE_TABLE: TableBehind = {
  table: "retention",
  groupBy: ["all"],
  columns: [
    "scenario",
    "contacts",
    "referred",
    "reached",
    "reached_share",
    "ci_low",
    "ci_high",
    "finished",
    "left",
    "gave_up_waiting",
    "declined",
    "never_attended",
    "reviewed_out",
    "post_ended",
    "still_open",
  ],
};
