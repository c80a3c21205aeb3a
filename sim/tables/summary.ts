import { type EnsembleWidths, NO_WIDTHS } from "../findings/not-known.ts";
import {
  inReplicationOrder,
  type MetricStretch,
  type ScenarioResults,
} from "../measures/scenario-results.ts";
import { METRIC_COLUMNS, SCENARIO } from "./common-columns.ts";
import { tableBuilder } from "./make-table.ts";
import { NOT_KNOWN_COLUMNS, notKnownCells, withColumns } from "./not-known-columns.ts";
import { STATISTICS_COLUMNS, statisticsOf } from "./statistics.ts";
import type { TableDeclaration, TableOf } from "./table.ts";

/** Declares the table of means over replications. */
export const SUMMARY = {
  name: "summary",
  meaning: "Mean, spread and interval of each metric and group over replications",
  columns: [SCENARIO, ...METRIC_COLUMNS, ...STATISTICS_COLUMNS],
} satisfies TableDeclaration;

type SummaryColumn = (typeof SUMMARY)["columns"][number];

/** Declares that table where an ensemble was used: with what is not known. */
export const SUMMARY_OF_ENSEMBLE = withColumns<SummaryColumn>(SUMMARY, NOT_KNOWN_COLUMNS);

/**
 * Returns each metric's mean, t interval and quantiles over the replications that have a value; with an
 * ensemble also its two widths.
 */
export function summaryTable(
  runs: readonly ScenarioResults[],
  widths?: EnsembleWidths,
  { from = 0, before = Number.POSITIVE_INFINITY }: MetricStretch = {},
): TableOf<typeof SUMMARY> {
  const table = widths === undefined ? tableBuilder(SUMMARY) : tableBuilder(SUMMARY_OF_ENSEMBLE);
  for (const run of runs) {
    const { plan } = run;
    const ordered = inReplicationOrder(run);
    plan.metrics.slice(from, before).forEach((key, i) => {
      const { metric, groupBy, group, unit } = key;
      table.add({
        scenario: plan.scenario,
        metric,
        group_by: groupBy,
        group,
        unit,
        ...statisticsOf(plan, ordered, from + i),
        ...(widths === undefined ? {} : notKnownCells(widths.ofMean(plan.scenario, key) ?? NO_WIDTHS)),
      });
    });
  }
  return table.build();
}
