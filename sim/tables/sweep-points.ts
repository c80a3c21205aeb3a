import type { SweepPlan } from "../experiment/design/sweep-plan.ts";
import type { VariedParameter } from "../experiment/design/varied-parameter.ts";
import { describeMetric, metricWords } from "../measures/describe-metric.ts";
import { metricInterval } from "../measures/estimation-values.ts";
import { HEADLINES } from "../measures/headlines.ts";
import { placeOf } from "../measures/place-of.ts";
import { readerUnit } from "../words/units.ts";
import { POINT, parameterColumns, pointCells } from "./design.ts";
import { integerColumn, type NewRow, numberColumn, tableBuilder, textColumn } from "./make-table.ts";
import type { MeasuredPoint, SweepRows } from "./sweep.ts";
import type { Column, Table, TableDeclaration, TableOf } from "./table.ts";

/** Declares the table of what each replication of a point measured. */
export const SWEEP_REPLICATIONS = {
  name: "sweep_replications",
  meaning: "The value of each metric, over everybody, in each replication of each point of the sweep",
  columns: [
    POINT,
    integerColumn("replication", "", "Number of the replication, from 0, alike at every point"),
    textColumn("metric", "What is measured; its meaning is in the table dictionary"),
    textColumn("unit", "Unit of the value"),
    numberColumn("value", "as in column unit", "The value; empty where there is none"),
  ],
} satisfies TableDeclaration;

/** Lists the metrics of which single replications and columns are kept: those asked for, else headlines. */
export const keptMetrics = ({ metrics }: Pick<SweepPlan, "metrics">): readonly string[] =>
  metrics ?? HEADLINES.map(({ metric }) => metric);

/** Returns what was measured at a point, replication by replication. */
export function sweepReplicationsTable(
  plan: SweepPlan,
  { point, plan: measured, results }: MeasuredPoint,
): TableOf<typeof SWEEP_REPLICATIONS> {
  const table = tableBuilder(SWEEP_REPLICATIONS);
  for (const { replication, values } of results)
    for (const metric of keptMetrics(plan)) {
      const place = placeOf(measured, metric);
      if (place < 0) continue;
      const { unit } = measured.metrics[place];
      table.add({ point: point.point, replication, metric, unit, value: values[place] });
    }
  return table.build();
}

/** Declares the table of a row a point: its parameters, and the mean of each metric in the reader's unit. */
export function pointsDeclaration(
  parameters: readonly VariedParameter[],
  metrics: readonly string[],
): TableDeclaration<Column | typeof POINT> {
  return {
    name: "points",
    meaning: "The points of the sweep, a row each: its parameters, and means in the units of readers",
    columns: [
      POINT,
      ...parameterColumns(parameters),
      ...metrics.map((metric) => {
        const { unit } = readerUnit(describeMetric(metric)?.unit ?? "");
        return numberColumn(metric, unit, `Mean over replications: ${metricWords(metric)}`);
      }),
    ],
  };
}

/** Returns the row of a point. */
export function pointsTable(
  plan: SweepPlan,
  measured: MeasuredPoint,
  { isTidy = false }: Pick<SweepRows, "isTidy"> = {},
): Table<Column | typeof POINT> {
  const metrics = keptMetrics(plan);
  const table = tableBuilder(pointsDeclaration(isTidy ? [] : plan.parameters, metrics));
  const means = metrics.map((metric) => {
    const { factor } = readerUnit(describeMetric(metric)?.unit ?? "");
    const { mean } = metricInterval(measured.plan, measured.results, placeOf(measured.plan, metric));
    return [metric, mean === null ? null : mean * factor];
  });
  const row: NewRow<Column | typeof POINT> = {
    ...pointCells(plan.parameters, measured.point),
    ...Object.fromEntries(means),
  };
  table.add(row);
  return table.build();
}
