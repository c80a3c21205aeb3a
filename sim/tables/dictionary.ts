import { describeMetric } from "../measures/describe-metric.ts";
import type { MeasurePlan } from "../measures/result.ts";
import { tableBuilder, textColumn } from "./make-table.ts";
import type { TableDeclaration, TableOf } from "./table.ts";

/** Declares the table that says what every column and every metric means. */
export const DICTIONARY = {
  name: "dictionary",
  meaning: "What every column of every table and every metric means",
  columns: [
    textColumn("kind", "column or metric"),
    textColumn("table", "Table of the column; empty for a metric, which tables name in their column metric"),
    textColumn("name", "Name of the column or metric"),
    textColumn("type", "text, number or integer"),
    textColumn("unit", "Unit of its numbers; empty where it has none"),
    textColumn("meaning", "What it is"),
    {
      ...textColumn(
        "headline",
        "yes for a metric by which scenarios are ranked, else no; empty for a column",
      ),
      mayBeAbsent: true,
    },
    {
      ...textColumn(
        "better",
        "Which way a metric is better for people, higher or lower; empty where neither is, and for a column",
      ),
      mayBeAbsent: true,
    },
  ],
} satisfies TableDeclaration;

/**
 * Returns one row for each column of each table, then one for each metric of the plans, at its first place
 * in them. A metric that the catalogue does not describe keeps its unit and has an empty meaning.
 */
export function dictionaryTable(
  declarations: readonly TableDeclaration[],
  plans: readonly MeasurePlan[],
): TableOf<typeof DICTIONARY> {
  const table = tableBuilder(DICTIONARY);
  for (const declaration of declarations) {
    for (const { name, type, unit, meaning } of declaration.columns) {
      table.add({
        kind: "column",
        table: declaration.name,
        name,
        type,
        unit,
        meaning,
        headline: "",
        better: "",
      });
    }
  }
  const units = new Map<string, string>();
  for (const plan of plans) {
    for (const { metric, unit } of [...plan.metrics, ...plan.series]) {
      if (!units.has(metric)) units.set(metric, unit);
    }
  }
  for (const [metric, unit] of units) {
    const { meaning = "", isHeadline = false, better = null } = describeMetric(metric) ?? {};
    table.add({
      kind: "metric",
      table: "",
      name: metric,
      type: "number",
      unit,
      meaning,
      headline: isHeadline ? "yes" : "no",
      better: better ?? "",
    });
  }
  return table.build();
}
