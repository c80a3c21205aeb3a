import { type Problem, ScenarioError } from "../scenario/problem.ts";
import { DEFAULT_SEED } from "./defaults.ts";
import { type RadialRow, radialRows, screeningRows } from "./design/radial.ts";
import { splitOutsideBrackets } from "./design/split-outside-brackets.ts";
import { type VariedParameter, valueAt } from "./design/varied-parameter.ts";
import { readVariations } from "./design/vary.ts";
import { MAX_REPLICATIONS, refuseOption, seedOption, wholeOption } from "./door.ts";

/** A parameter of which it is asked whether it matters. */
export interface SensitivityParameter {
  readonly path: string;
  /** Its range, as `--vary` takes it: `A:B UNIT`, `log:A:B` or `beta:A:MODE:B`. */
  readonly values: string;
  /** Unit, ends of the range, grade and row of the evidence: told, not read. */
  readonly unit: string;
  readonly low: number;
  readonly high: number;
  readonly grade: "A" | "B" | "C";
  readonly evidence: string | null;
  /** Which scenarios have it: both, or one of two that are compared. */
  readonly of: "both" | "base" | "other";
}

/** What somebody wants to know: which of these parameters move these metrics. */
export interface SensitivityQuestion {
  readonly parameters: readonly SensitivityParameter[];
  /** Those of `SENSITIVITY_METRICS` if left out. */
  readonly metrics?: readonly string[];
  /** Replications at most; enough for 10 rows of a screening and 64 of shares of variance if left out. */
  readonly budget?: number;
  /** Random seed of people, points and bootstrap; "1" if left out. */
  readonly seed?: string;
}

/** Metrics of which it is asked unless others are named. */
export const SENSITIVITY_METRICS: readonly string[] = [
  "people.reached_3",
  "reached_3.share",
  "wait.first_contact.within_4_weeks",
  "waiting_list.mean",
  "needs.met_share",
];

/** A stage of the work: so many rows, each of so many points. */
export interface SensitivityStage {
  readonly rows: number;
  readonly pointsEach: number;
}

/** Holds what a budget buys. */
export interface SensitivityPlan {
  readonly parameters: readonly (SensitivityParameter & { readonly varied: VariedParameter })[];
  /** Groups of evidence that the parameters rest on, in order. */
  readonly grades: readonly ("A" | "B" | "C")[];
  readonly metrics: readonly string[];
  readonly seed: string;
  /** Scenarios that each point is simulated of: one, or two that are compared. */
  readonly worlds: 1 | 2;
  readonly screening: SensitivityStage;
  /** Null where the budget buys a screening alone. */
  readonly variance: SensitivityStage | null;
  /** How many parameters the screening keeps. */
  readonly kept: number;
  /** Replications in all. */
  readonly replications: number;
  /** The least that a screening takes. */
  readonly least: number;
}

/** A point at which each scenario is simulated. */
export interface SensitivityPoint {
  /** From 1, over both stages. */
  readonly point: number;
  readonly stage: "screening" | "variance";
  /** From 1, in its stage. */
  readonly row: number;
  /** `A`, `B`, or A with this parameter, or `grade C`, taken from B. */
  readonly at: string;
  /** Where it lies, by parameter, in the unit cube. */
  readonly place: Float64Array;
  readonly replications: readonly number[];
}

/** Replications of each point: two independent ones part chance from parameters. */
export const REPLICATIONS_EACH = 2;
/** Parameters of which the share of variance is estimated, of the hundreds that are screened. */
const MAX_KEPT = 10;
const DEFAULT_ROWS = { screening: 10, variance: 64 };
const [MIN_SCREENING, MAX_SCREENING] = [4, 20];
const MIN_VARIANCE = 16;
/** Maximum number of parameters of an analysis. */
export const MAX_PARAMETERS = 200;

/**
 * Says what a budget buys, before anything is simulated: half of it for the screening, 4 to 20 rows, the rest
 * for shares of variance. Where half does not reach for these the screening gives way. Throws a ScenarioError
 * for parameters that cannot be varied, a RangeError for a budget that does not reach for 4 rows.
 */
export function planSensitivity(question: SensitivityQuestion, worlds: 1 | 2 = 1): SensitivityPlan {
  const { parameters, metrics = SENSITIVITY_METRICS, seed = DEFAULT_SEED } = question;
  seedOption(seed);
  wholeOption("parameters", parameters.length, 1, MAX_PARAMETERS);
  if (metrics.length === 0) refuseOption("metrics", "a metric or more", metrics);
  const varied = variedOf(parameters);
  const grades = (["A", "B", "C"] as const).filter((grade) => parameters.some((one) => one.grade === grade));
  const kept = Math.min(MAX_KEPT, parameters.length);
  const each = REPLICATIONS_EACH * worlds;
  const screeningPoints = 1 + parameters.length;
  // A single group taken from B is B itself.
  const variancePoints = 2 + kept + (grades.length > 1 ? grades.length : 0);
  const least = MIN_SCREENING * screeningPoints * each;
  const enough = Math.max(DEFAULT_ROWS.screening * screeningPoints, DEFAULT_ROWS.variance * variancePoints);
  const { budget = 2 * enough * each } = question;
  wholeOption("budget", budget, least, MAX_REPLICATIONS);
  const rowsFor = (sum: number): number => Math.floor(sum / (screeningPoints * each));
  const besideShares = rowsFor(budget - MIN_VARIANCE * variancePoints * each);
  const half = rowsFor(budget / 2);
  const screeningBuys = Math.min(
    MAX_SCREENING,
    Math.max(MIN_SCREENING, besideShares < MIN_SCREENING ? half : Math.min(half, besideShares)),
  );
  const left = budget - screeningBuys * screeningPoints * each;
  const varianceBuys = Math.floor(left / (variancePoints * each));
  const screening = { rows: screeningBuys, pointsEach: screeningPoints };
  const variance = varianceBuys < MIN_VARIANCE ? null : { rows: varianceBuys, pointsEach: variancePoints };
  const points = screening.rows * screening.pointsEach + (variance?.rows ?? 0) * variancePoints;
  return {
    parameters: parameters.map((parameter, i) => ({ ...parameter, varied: varied[i] })),
    grades,
    metrics,
    seed,
    worlds,
    screening,
    variance,
    kept,
    replications: points * each,
    least,
  };
}

/** Lists the points of the screening, row by row: the base point, then each parameter moved. */
export function screeningPoints(plan: SensitivityPlan): readonly SensitivityPoint[] {
  const paths = plan.parameters.map(({ path }) => path);
  const rows = screeningRows(plan.screening.rows, paths, plan.seed);
  return rows.flatMap(({ a, b }, row) => {
    const moved = paths.map((path, i) => ({ at: path, place: mixed(a, b, [i]) }));
    return pointsOf([{ at: "A", place: a }, ...moved], { plan, stage: "screening", row });
  });
}

/**
 * Lists the points of the second stage, row by row: A, B, then A with each kept parameter, and with the
 * parameters of each grade, taken from B. In A and B every parameter varies, kept or not.
 */
export function variancePoints(plan: SensitivityPlan, kept: readonly number[]): readonly SensitivityPoint[] {
  if (plan.variance === null) return [];
  const paths = plan.parameters.map(({ path }) => path);
  const grades = plan.grades.length > 1 ? plan.grades : [];
  return radialRows(plan.variance.rows, paths, plan.seed).flatMap((drawn: RadialRow, row) => {
    const { a, b } = drawn;
    const single = kept.map((i) => ({ at: paths[i], place: mixed(a, b, [i]) }));
    const groups = grades.map((grade) => {
      const own = plan.parameters.flatMap((one, i) => (one.grade === grade ? [i] : []));
      return { at: `grade ${grade}`, place: mixed(a, b, own) };
    });
    const ends = [
      { at: "A", place: a },
      { at: "B", place: b },
    ];
    return pointsOf([...ends, ...single, ...groups], { plan, stage: "variance", row });
  });
}

/** A row of the design, by stage. */
export interface SensitivityRow extends RadialRow {
  readonly stage: SensitivityPoint["stage"];
  /** From 1, in its stage. */
  readonly row: number;
}

/** Lists the rows of both stages. */
export function designRows({ parameters, screening, variance, seed }: SensitivityPlan): SensitivityRow[] {
  const paths = parameters.map(({ path }) => path);
  const second = variance === null ? [] : radialRows(variance.rows, paths, seed);
  return [
    ...screeningRows(screening.rows, paths, seed).map(
      (one, i): SensitivityRow => ({ ...one, stage: "screening", row: i + 1 }),
    ),
    ...second.map((one, i): SensitivityRow => ({ ...one, stage: "variance", row: i + 1 })),
  ];
}

/** Gives what is laid over one of the scenarios at a point, `PATH=VALUE` by path. */
export function setAtPoint(
  { parameters }: SensitivityPlan,
  { place }: SensitivityPoint,
  world: "base" | "other",
): readonly string[] {
  return parameters
    .flatMap(({ varied, of }, i) => (of === "both" || of === world ? [{ varied, u: place[i] }] : []))
    .toSorted((one, next) => (one.varied.path < next.varied.path ? -1 : 1))
    .flatMap(({ varied, u }) => {
      const { text } = valueAt(varied, u);
      return splitOutsideBrackets(varied.path, ",").map((path) => `${path}=${text}`);
    });
}

interface Of {
  readonly plan: SensitivityPlan;
  readonly stage: SensitivityPoint["stage"];
  readonly row: number;
}

/**
 * Numbers the points of a row. Each row has replications of its own, in which all its points are simulated:
 * within a row points differ by their parameters alone, and chance of one row is not that of another.
 */
function pointsOf(
  points: readonly Pick<SensitivityPoint, "at" | "place">[],
  { plan: { screening }, stage, row }: Of,
): readonly SensitivityPoint[] {
  const isFirst = stage === "screening";
  const before = isFirst ? 0 : screening.rows * screening.pointsEach;
  const replications = replicationsOfRow(isFirst ? row : screening.rows + row);
  return points.map((point, i) => ({
    ...point,
    point: before + row * points.length + i + 1,
    stage,
    row: row + 1,
    replications,
  }));
}

const replicationsOfRow = (row: number): readonly number[] =>
  Array.from({ length: REPLICATIONS_EACH }, (_, i) => row * REPLICATIONS_EACH + i);

/** Lists the replications of every point, in order: they follow from the budget, before anything is known. */
export function replicationsByPoint({ screening, variance }: SensitivityPlan): (readonly number[])[] {
  const stages = variance === null ? [screening] : [screening, variance];
  let row = 0;
  return stages.flatMap(({ rows, pointsEach }) =>
    Array.from({ length: rows }, () => replicationsOfRow(row++)).flatMap((replications) =>
      Array.from({ length: pointsEach }, () => replications),
    ),
  );
}

function mixed(a: Float64Array, b: Float64Array, fromB: readonly number[]): Float64Array {
  const place = Float64Array.from(a);
  for (const i of fromB) place[i] = b[i];
  return place;
}

function variedOf(parameters: readonly SensitivityParameter[]): readonly VariedParameter[] {
  const problems: Problem[] = [];
  const variations = parameters.map(({ path, values }) => ({ path, values, place: { file: "--over" } }));
  const placed = readVariations(variations, (problem) => problems.push(problem));
  if (problems.length > 0) throw new ScenarioError(problems);
  return placed.map(({ parameter }) => parameter);
}
