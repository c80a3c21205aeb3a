import type { AttributedMetric } from "../findings/attribution.ts";
import type { Change } from "../findings/changes.ts";
import { BASE, intervalColumns, METRIC_COLUMNS, N, ROW_UNIT, SCENARIO } from "./common-columns.ts";
import { numberColumn, tableBuilder, textColumn } from "./make-table.ts";
import type { TableDeclaration, TableOf } from "./table.ts";

/** Stands in the column of the change where a row tells of all of them together. */
export const ALL_CHANGES = "all";

/** Declares the table of what each change has to do with a difference. */
export const ATTRIBUTION = {
  name: "attribution",
  meaning:
    "The difference of each metric between two scenarios, and the share of each change in it (Shapley): the " +
    "shares add up to the difference in every replication",
  columns: [
    BASE,
    SCENARIO,
    ...METRIC_COLUMNS,
    textColumn("change", "The change, a group of differences by name; all for the whole difference"),
    textColumn("parts", "What is in it: paths at which the scenarios differ; empty for the whole"),
    { ...N, meaning: "Replications that have a value in every world" },
    numberColumn("share", ROW_UNIT, "Its share of the difference; of all the difference, scenario - base"),
    ...intervalColumns(ROW_UNIT),
    numberColumn("alone", ROW_UNIT, "What it makes by itself, of the base"),
    numberColumn("last", ROW_UNIT, "What it makes when all other changes are made already"),
    numberColumn(
      "least",
      ROW_UNIT,
      "The least that it makes at any place in any order of the changes; least and greatest differ where " +
        "changes work on each other",
    ),
    numberColumn("greatest", ROW_UNIT, "The greatest that it makes at any place in any order"),
    numberColumn(
      "orders_error",
      ROW_UNIT,
      "Half-width of the 95 % interval of the share that orders leave which were not sampled; 0 where all " +
        "worlds are simulated (up to six changes)",
    ),
  ],
} satisfies TableDeclaration;

/** Names two scenarios and what lies between them. */
export interface BetweenScenarios {
  readonly base: string;
  readonly scenario: string;
  readonly changes: readonly Change[];
}

/** Returns the table of attribution: for each metric the whole difference, then each change. */
export function attributionTable(
  { base, scenario, changes }: BetweenScenarios,
  metrics: readonly AttributedMetric[],
): TableOf<typeof ATTRIBUTION> {
  const table = tableBuilder(ATTRIBUTION);
  for (const { metric, groupBy, group, unit, difference, shares } of metrics) {
    const of = { base, scenario, metric, group_by: groupBy, group, unit, n: difference.n };
    const { mean, ciLow, ciHigh } = difference;
    const whole = { share: mean, ci_low: ciLow, ci_high: ciHigh };
    const ofAll = { alone: mean, last: mean, least: mean, greatest: mean, orders_error: 0 };
    table.add({ ...of, change: ALL_CHANGES, parts: "", ...whole, ...ofAll });
    shares.forEach(({ share, ordersError, ...made }, i) => {
      const { name, parts } = changes[i];
      table.add({
        ...of,
        change: name,
        parts: parts.map(({ path }) => path).join(" "),
        share: share.mean,
        ci_low: share.ciLow,
        ci_high: share.ciHigh,
        ...made,
        orders_error: ordersError,
      });
    });
  }
  return table.build();
}
