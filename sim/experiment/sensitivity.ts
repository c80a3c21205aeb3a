import { describeMetric } from "../measures/describe-metric.ts";
import { placeOf } from "../measures/place-of.ts";
import type { MeasurePlan, ReplicationResult } from "../measures/result.ts";
import { type MorrisEffect, type MorrisRow, morris } from "../sensitivity/morris.ts";
import {
  type Estimate,
  groupShares,
  type VarianceIndices,
  type VarianceRow,
  type VarianceShares,
  varianceIndices,
  varianceShares,
} from "../sensitivity/variance.ts";
import { quantiles } from "../stats/quantile.ts";
import { stepFrom } from "./design/radial.ts";
import { checkFunction } from "./door.ts";
import { type ExecutionOptions, executionOf, type Runnable } from "./execution-options.ts";
import { jobOf } from "./replicate.ts";
import {
  planSensitivity,
  type SensitivityPlan,
  type SensitivityPoint,
  type SensitivityQuestion,
  screeningPoints,
  setAtPoint,
  variancePoints,
} from "./sensitivity-plan.ts";

/** Gives a scenario under changes, as `readScenario` does. */
export type LoadUnder = (set: readonly string[]) => Runnable;

/** What is measured at a point: by scenario, by metric, in order of replication. */
export type PointValues = readonly (readonly (readonly number[])[])[];

/** Simulates a point, or knows already what was simulated there. */
export type MeasurePoint = (point: SensitivityPoint) => Promise<PointValues>;

/** A point with what was measured there. */
export interface MeasuredSensitivityPoint {
  readonly point: SensitivityPoint;
  readonly values: PointValues;
}

/** Says how a result spreads over what is not known, with two replications a point: chance is in it too. */
export interface ResultSpread {
  readonly points: number;
  readonly mean: number;
  /** Quantiles over points (type 7). */
  readonly p05: number;
  readonly p50: number;
  readonly p95: number;
  /** Share of points at which it is under 0. */
  readonly belowZero: number;
}

/** What the second stage says of one result. */
export interface ResultVariance {
  readonly rows: number;
  readonly spread: ResultSpread;
  readonly shares: VarianceShares;
  /** Shapley share of each grade of the plan, of all variance: they add to the share of the parameters. */
  readonly grades: readonly Estimate[];
  /** By kept parameter, as shares of the variance of the mean result. */
  readonly indices: readonly VarianceIndices[];
}

/** What is known of one result: a metric of the scenario, or how it differs between two. */
export interface ResultSensitivity {
  readonly metric: string;
  readonly unit: string;
  readonly of: "base" | "difference";
  /** Rows of the screening in which every point has a value. */
  readonly rows: number;
  /** By parameter; empty where no row has a value. */
  readonly effects: readonly MorrisEffect[];
  /** Null where the budget bought a screening alone, or where fewer than two rows have values. */
  readonly variance: ResultVariance | null;
}

/** Which parameters matter, result by result. */
export interface Sensitivity {
  readonly plan: SensitivityPlan;
  /** Places of the kept parameters among those of the plan. */
  readonly kept: readonly number[];
  readonly results: readonly ResultSensitivity[];
  readonly points: readonly MeasuredSensitivityPoint[];
}

/** Changes where a sensitivity analysis is simulated. */
export interface SensitivityOptions extends ExecutionOptions {
  /** Gives the scenario that the first is compared with; none if left out. */
  readonly other?: LoadUnder;
  /** Points that are under way together; 1 if left out. */
  readonly atOnce?: number;
}

const RESAMPLES = 500;

/**
 * Finds which parameters matter: a screening by elementary effects over all of them (Morris 1991, Campolongo
 * 2007), then shares of variance of those that it keeps (Saltelli 2010, Jansen 1999), of parameters by grade
 * (Shapley) and of chance. With `other` also of the difference, other - base, in common random numbers. What
 * comes out depends on scenarios, question and seed alone.
 *
 * Throws a ScenarioError where a range is none or a point is no valid scenario, and a RangeError where the
 * budget is too small.
 */
export async function sensitivity(
  load: LoadUnder,
  question: SensitivityQuestion,
  options: SensitivityOptions = {},
): Promise<Sensitivity> {
  const { other, atOnce = 1 } = options;
  checkFunction("load", load);
  if (other !== undefined) checkFunction("other", other);
  const plan = planSensitivity(question, other === undefined ? 1 : 2);
  return sensitivityOf(
    plan,
    measureWith([load, ...(other === undefined ? [] : [other])], plan, options),
    atOnce,
  );
}

/** Hears what was simulated of one scenario at a point. */
export type OnSimulated = (
  point: SensitivityPoint,
  world: number,
  plan: MeasurePlan,
  results: readonly ReplicationResult[],
) => void;

/** Makes what measures points of scenarios, by simulating them. */
export function measureWith(
  loads: readonly LoadUnder[],
  plan: SensitivityPlan,
  options: ExecutionOptions = {},
  onSimulated: OnSimulated = () => {},
): MeasurePoint {
  const { executor, onReplication } = executionOf(options);
  return async (point) => {
    const values: number[][][] = [];
    for (const world of loads.keys()) {
      const job = pointJob(loads, plan, point, world);
      const results = await executor.execute(job, point.replications, onReplication);
      const measured = await executor.plan(job);
      onSimulated(point, world, measured, results);
      values.push(
        plan.metrics.map((metric) => {
          const place = placeOf(measured, metric);
          return results.map((result) => (place < 0 ? Number.NaN : result.values[place]));
        }),
      );
    }
    return values;
  };
}

/** Makes the job of one scenario at a point. */
export function pointJob(
  loads: readonly LoadUnder[],
  plan: SensitivityPlan,
  point: SensitivityPoint,
  world: number,
): ReturnType<typeof jobOf> {
  const loaded = loads[world](setAtPoint(plan, point, world === 0 ? "base" : "other"));
  return jobOf(loaded, { seed: plan.seed, detail: "summary" });
}

/** Screens, keeps, and parts the variance, with whatever measures the points. */
export async function sensitivityOf(
  plan: SensitivityPlan,
  measure: MeasurePoint,
  atOnce = 1,
): Promise<Sensitivity> {
  const screened = await measureAll(screeningPoints(plan), measure, atOnce);
  const kept = keptOf(plan, screened);
  const second = await measureAll(variancePoints(plan, kept), measure, atOnce);
  const results = resultsOf(plan).map((result): ResultSensitivity => {
    const rows = morrisRows(plan, screened, result);
    const { metric, of } = result;
    return {
      metric,
      of,
      unit: describeMetric(metric)?.unit ?? "",
      rows: rows.length,
      effects: morris(rows, bootstrapOf(plan)),
      variance: varianceOf(plan, kept, second, result),
    };
  });
  return { plan, kept, results, points: [...screened, ...second] };
}

/**
 * Chooses the parameters that the second stage is about: the first of each result by mu*, then the second of
 * each, and so on. As many as the plan says, so that the work is known before any of it is done.
 */
export function keptOf(
  plan: SensitivityPlan,
  screened: readonly MeasuredSensitivityPoint[],
): readonly number[] {
  const ranked = resultsOf(plan).map((result) => {
    const effects = morris(morrisRows(plan, screened, result), { ...bootstrapOf(plan), resamples: 0 });
    return effects.map((_, i) => i).sort((a, b) => effects[b].muStar - effects[a].muStar || a - b);
  });
  const kept = new Set<number>();
  for (let rank = 0; rank < plan.parameters.length; rank++)
    for (const order of ranked) if (kept.size < plan.kept && rank < order.length) kept.add(order[rank]);
  for (let i = 0; kept.size < plan.kept; i++) kept.add(i);
  return [...kept].sort((a, b) => a - b);
}

interface Result {
  readonly metric: string;
  readonly of: "base" | "difference";
  /** Gives it from what was measured at a point, in order of replication. */
  readonly values: (measured: MeasuredSensitivityPoint) => readonly number[];
}

/** Lists the results: each metric, then each difference. */
function resultsOf({ metrics, worlds }: SensitivityPlan): readonly Result[] {
  const levels = metrics.map(
    (metric, m): Result => ({ metric, of: "base", values: ({ values }) => values[0][m] }),
  );
  if (worlds === 1) return levels;
  const differences = metrics.map(
    (metric, m): Result => ({
      metric,
      of: "difference",
      values: ({ values: [base, other] }) => other[m].map((value, r) => value - base[m][r]),
    }),
  );
  return [...levels, ...differences];
}

const bootstrapOf = ({ seed }: SensitivityPlan) => ({ seed, resamples: RESAMPLES });

/** Measures points, some at once, and gives them in their order. */
async function measureAll(
  points: readonly SensitivityPoint[],
  measure: MeasurePoint,
  atOnce: number,
): Promise<readonly MeasuredSensitivityPoint[]> {
  const measured: MeasuredSensitivityPoint[] = [];
  let next = 0;
  const work = async (): Promise<void> => {
    for (let i = next++; i < points.length; i = next++)
      measured[i] = { point: points[i], values: await measure(points[i]) };
  };
  await Promise.all(Array.from({ length: Math.max(1, Math.min(atOnce, points.length)) }, work));
  return measured;
}

/** Cuts measured points into rows and keeps those in which every point has a value. */
function* fullRows(
  measured: readonly MeasuredSensitivityPoint[],
  pointsEach: number,
  { values }: Result,
): Generator<readonly (readonly number[])[]> {
  for (let from = 0; from < measured.length; from += pointsEach) {
    const row = measured.slice(from, from + pointsEach).map(values);
    if (row.every((numbers) => numbers.every(Number.isFinite))) yield row;
  }
}

function morrisRows(
  { screening }: SensitivityPlan,
  screened: readonly MeasuredSensitivityPoint[],
  result: Result,
): readonly MorrisRow[] {
  const rows: MorrisRow[] = [];
  for (let from = 0; from < screened.length; from += screening.pointsEach) {
    const points = screened.slice(from, from + screening.pointsEach);
    const [values] = [...fullRows(points, screening.pointsEach, result)];
    if (values === undefined) continue;
    const [base, ...moved] = values;
    rows.push({ base, moved, steps: Array.from(points[0].point.place, stepFrom) });
  }
  return rows;
}

function varianceOf(
  plan: SensitivityPlan,
  kept: readonly number[],
  measured: readonly MeasuredSensitivityPoint[],
  result: Result,
): ResultVariance | null {
  if (plan.variance === null) return null;
  const rows = [...fullRows(measured, plan.variance.pointsEach, result)];
  if (rows.length < 2) return null;
  const single = rows.map(([a, b, ...rest]): VarianceRow => ({ a, b, mixed: rest.slice(0, kept.length) }));
  const groups = rows.map(([a, b, ...rest]): VarianceRow => {
    const mixed = rest.slice(kept.length);
    return { a, b, mixed: mixed.length === 0 ? [b] : mixed };
  });
  const bootstrap = bootstrapOf(plan);
  return {
    rows: rows.length,
    spread: spreadOf([...rows.map(([a]) => a), ...rows.map(([, b]) => b)]),
    shares: varianceShares(single, bootstrap),
    grades: groupShares(groups, bootstrap),
    indices: varianceIndices(single, bootstrap),
  };
}

function spreadOf(points: readonly (readonly number[])[]): ResultSpread {
  const means = Float64Array.from(points, (values) => sumOf(values) / values.length);
  const [p05, p50, p95] = quantiles(means, [0.05, 0.5, 0.95]);
  const below = means.filter((mean) => mean < 0).length;
  return {
    points: means.length,
    mean: sumOf(means) / means.length,
    p05: p05 ?? Number.NaN,
    p50: p50 ?? Number.NaN,
    p95: p95 ?? Number.NaN,
    belowZero: below / means.length,
  };
}

function sumOf(values: Iterable<number>): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
}
