import type { SweepPoint } from "../experiment/design/points.ts";
import type { SweepPlan } from "../experiment/design/sweep-plan.ts";
import type { VariedParameter } from "../experiment/design/varied-parameter.ts";
import { type MemberRuns, notKnownOf } from "../findings/not-known.ts";
import { metricInterval } from "../measures/estimation-values.ts";
import { acrossReplications, type HeldResults, inReplicationOrder } from "../measures/scenario-results.ts";
import { quantiles } from "../stats/quantile.ts";
import { finiteValues } from "../stats/sample.ts";
import { intervalColumns, METRIC_COLUMNS, N, quantileColumn, ROW_UNIT } from "./common-columns.ts";
import { POINT, parameterColumns, pointCells } from "./design.ts";
import { numberColumn, tableBuilder } from "./make-table.ts";
import { NOT_KNOWN_COLUMNS, notKnownCells, withColumns } from "./not-known-columns.ts";
import type { Column, Table, TableDeclaration } from "./table.ts";

/** Says which metrics the table of a sweep has. */
export interface SweepRows {
  /** By name, null for all; those of the plan if left out. */
  readonly metrics?: readonly string[] | null;
  /**
   * Whether those of groups of people, posts and organisations are there too, or only those over everybody,
   * as if left out.
   */
  readonly hasGroups?: boolean;
  /** Whether the parameters stand in the table `design` alone; here too, if left out. */
  readonly isTidy?: boolean;
  /** Whether points were simulated under the members of an ensemble too; not, if left out. */
  readonly isOfEnsemble?: boolean;
}

/** Holds what was measured at a point. */
export interface MeasuredPoint extends HeldResults {
  readonly point: SweepPoint;
  /** The same point under the members of an ensemble; undefined without one. */
  readonly members?: MemberRuns | undefined;
}

export type SweepColumn = Column | typeof POINT | (typeof METRIC_COLUMNS)[number] | (typeof MEASURED)[number];

const MEASURED = [
  numberColumn("mean", ROW_UNIT, "Mean over the replications that have a value"),
  ...intervalColumns(ROW_UNIT),
  N,
  {
    ...numberColumn("sd", ROW_UNIT, "Standard deviation over the replications"),
    mayBeAbsent: true,
  } as const,
  quantileColumn("p05", 5),
  quantileColumn("p95", 95),
];

/**
 * Declares the table of results of a sweep, which tells each point by these parameters; under an ensemble
 * also the two widths of each mean.
 */
export function sweepDeclaration(
  parameters: readonly VariedParameter[],
  { isOfEnsemble = false }: Pick<SweepRows, "isOfEnsemble"> = {},
): TableDeclaration<SweepColumn> {
  const declaration = {
    name: "sweep",
    meaning: "Mean and spread of each metric over the replications of each point of the sweep",
    columns: [POINT, ...parameterColumns(parameters), ...METRIC_COLUMNS, ...MEASURED],
  };
  return isOfEnsemble ? withColumns(declaration, NOT_KNOWN_COLUMNS) : declaration;
}

/**
 * Returns the rows of points: those of one written at a time, thousands of points never stand in memory
 * together.
 */
export function sweepTable(
  plan: SweepPlan,
  points: Iterable<MeasuredPoint>,
  { metrics = plan.metrics, hasGroups = false, isTidy = false, isOfEnsemble = false }: SweepRows = {},
): Table<SweepColumn> {
  const table = tableBuilder(sweepDeclaration(isTidy ? [] : plan.parameters, { isOfEnsemble }));
  for (const measured of points) {
    const point = pointCells(plan.parameters, measured.point);
    const ordered = inReplicationOrder(measured);
    const { members } = measured;
    measured.plan.metrics.forEach(({ metric, groupBy, group, unit }, i) => {
      if (!hasGroups && groupBy !== "all") return;
      if (metrics !== null && !metrics.includes(metric)) return;
      const finite = finiteValues(acrossReplications(ordered, "values", i));
      const { n, mean, ciLow, ciHigh, sd } = metricInterval(measured.plan, ordered, i);
      const [p05, p95] = quantiles(finite, [0.05, 0.95]);
      table.add({
        ...point,
        metric,
        group_by: groupBy,
        group,
        unit,
        mean,
        ci_low: ciLow,
        ci_high: ciHigh,
        n,
        sd,
        p05,
        p95,
        ...(members === undefined ? {} : notKnownCells(notKnownOf(members, { metric, groupBy, group }))),
      });
    });
  }
  return table.build();
}
