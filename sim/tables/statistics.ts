import { metricInterval } from "../measures/estimation-values.ts";
import type { MeasurePlan } from "../measures/result.ts";
import { acrossReplications, type Results } from "../measures/scenario-results.ts";
import { quantiles } from "../stats/quantile.ts";
import { finiteValues } from "../stats/sample.ts";
import { shareUpperLimit } from "../stats/share-upper-limit.ts";
import {
  intervalColumns,
  N,
  NO_INTERVAL,
  noIntervalCell,
  quantileColumn,
  ROW_UNIT,
} from "./common-columns.ts";
import { integerColumn, type NewRow, numberColumn } from "./make-table.ts";

/** Declares what is said of a metric over replications: mean, spread, interval and quantiles. */
export const STATISTICS_COLUMNS = [
  N,
  numberColumn(
    "mean",
    ROW_UNIT,
    "Mean over the replications that have a value; of a ratio, the ratio of their sums",
  ),
  numberColumn(
    "sd",
    ROW_UNIT,
    "Standard deviation over replications (divisor n - 1; of a ratio, its jackknife values); empty under 2",
  ),
  ...intervalColumns(ROW_UNIT),
  quantileColumn("p05", 5),
  quantileColumn("p50", 50),
  quantileColumn("p95", 95),
  {
    ...integerColumn(
      "events",
      "replications",
      "Replications whose value is not 0; under 10 of more, no interval is given: too rare to say",
    ),
    mayBeAbsent: true,
  },
  {
    ...numberColumn(
      "upper_limit",
      ROW_UNIT,
      "Where a share is too rare for an interval: what its mean is surely not above (97.5 %, Clopper and " +
        "on the replications that had one)",
    ),
    mayBeAbsent: true,
  },
  NO_INTERVAL,
] as const;

/** Gives those columns of one metric; `ordered` are results in order of replication. */
export function statisticsOf(
  plan: MeasurePlan,
  ordered: Results,
  place: number,
): NewRow<(typeof STATISTICS_COLUMNS)[number]> {
  const values = finiteValues(acrossReplications(ordered, "values", place));
  const interval = metricInterval(plan, ordered, place);
  const { n, mean, sd, ciLow, ciHigh, events, noInterval } = interval;
  const [p05, p50, p95] = quantiles(values, [0.05, 0.5, 0.95]) as [number, number, number];
  const isShare = plan.metrics[place].unit === "share";
  return {
    n,
    mean,
    sd,
    ci_low: ciLow,
    ci_high: ciHigh,
    p05,
    p50,
    p95,
    events,
    upper_limit: noInterval === "rare" && isShare ? shareUpperLimit(events, n) : null,
    no_interval: noIntervalCell(interval),
  };
}
