import { windowReason } from "../findings/window-reason.ts";
import { inWindow } from "../measures/in-window.ts";
import { inReplicationOrder, type ScenarioResults } from "../measures/scenario-results.ts";
import { METRIC_COLUMNS, SCENARIO } from "./common-columns.ts";
import { tableBuilder, textColumn } from "./make-table.ts";
import { STATISTICS_COLUMNS, statisticsOf } from "./statistics.ts";
import type { TableDeclaration, TableOf } from "./table.ts";

/** Declares the table of means over replications in stretches of the run. */
export const WINDOWS = {
  name: "windows",
  meaning:
    "Headline metrics by window of the run: whole, each year, before each dated change and from 26 weeks " +
    "after it, the last 26 weeks",
  columns: [
    SCENARIO,
    textColumn(
      "window",
      "whole, year N, before or after the id of a dated change (after: once 26 weeks are over, up to the next " +
        "change), last 26 weeks. Events and loads count by their own date, people by that of their referral, " +
        "followed to the end of the run or to the change that ends the window",
    ),
    textColumn("first_day", "First day of the window, ISO date; empty if nothing is in it"),
    textColumn("last_day", "Last day of the window, ISO date; empty if nothing is in it"),
    ...METRIC_COLUMNS,
    ...STATISTICS_COLUMNS,
    textColumn("reason", "Why there is no number; empty where there is one"),
  ],
} satisfies TableDeclaration;

/** Returns, for each window of each run, what `summaryTable` returns of whole runs. */
export function windowTable(runs: readonly ScenarioResults[]): TableOf<typeof WINDOWS> {
  const table = tableBuilder(WINDOWS);
  for (const run of runs) {
    const ordered = inReplicationOrder(run);
    run.plan.windows.forEach((window, place) => {
      if (window.kind === "month") return;
      const { plan, results } = inWindow({ plan: run.plan, results: ordered }, place);
      const keys = run.plan.windowed.filter((key) => key.window === place);
      keys.forEach((key, i) => {
        const statistics = statisticsOf(plan, results, i);
        table.add({
          scenario: plan.scenario,
          window: window.name,
          first_day: window.firstDay,
          last_day: window.lastDay,
          metric: key.metric,
          group_by: key.groupBy,
          group: key.group,
          unit: key.unit,
          ...statistics,
          reason: statistics.mean === null ? windowReason(window, key) || NONE : "",
        });
      });
    });
  }
  return table.build();
}

const NONE = "no replication has such a number";
