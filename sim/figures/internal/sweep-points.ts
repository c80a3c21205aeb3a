import { type ReaderUnit, readerUnit } from "../../words/units.ts";
import { type FigureChoice, FigureChoiceError, type FigureInput } from "../figure.ts";
import { parameterNames } from "./parameter-names.ts";
import { columnsOf, type Estimate, estimateOf, numberOf, type Row, rowsWhere, textOf } from "./rows.ts";

/** Columns of a sweep that are no parameter. */
const OWN_COLUMNS = [
  "point",
  "base",
  "scenario",
  "metric",
  "group_by",
  "group",
  "unit",
  "mean",
  "sd",
  "ci_low",
  "ci_high",
  "p05",
  "p50",
  "p95",
  "range_low",
  "range_high",
  "predict_low",
  "predict_high",
  "n",
];
/**
 * Metrics shown unless one is chosen: the first that has a value at some point; a share by some time has
 * none in a shorter run.
 */
const USUAL = ["people.reached_3", "reached_3.share", "wait.first_contact.within_4_weeks"];

/** A metric over the points of a sweep. */
export interface Sweep {
  readonly metric: string;
  readonly unit: ReaderUnit;
  /** One or two parameters that vary, by their path; further ones are not shown. */
  readonly parameters: readonly string[];
  /** What they mean, in the same order; their paths where nothing says. */
  readonly names: readonly string[];
  /** What their axes are called: the name with its unit. */
  readonly axes: readonly string[];
  /** Names of what varies and is not shown. */
  readonly hidden: readonly string[];
  /** Whether what is hidden differs from point to point, so that a line between them would say nothing. */
  readonly isScattered: boolean;
  /** The values of the first parameter where they are words, such as `off` and `on`; at 0, 1, ... */
  readonly words: readonly string[];
  readonly points: readonly SweepPoint[];
  readonly replications: number;
}

/** A point of a sweep: the values of its parameters, and what was measured there. */
export interface SweepPoint {
  readonly at: readonly number[];
  readonly estimate: Estimate;
}

/** Reads the chosen metric of a sweep, at every point that has a value. */
export function sweepOf(input: FigureInput, { metric: chosen, ...axes }: FigureChoice): Sweep {
  const all = rowsWhere(input, "sweep", { group_by: ["all"], group: ["all"] });
  const known = [...new Set(all.map((row) => textOf(row, "metric")))];
  if (chosen !== undefined && !known.includes(chosen)) throw new FigureChoiceError("metric", chosen, known);
  const metric = chosen ?? [...USUAL, ...known].find((one) => hasValue(all, one)) ?? known[0];
  const rows = all.filter((row) => textOf(row, "metric") === metric);
  const varied = columnsOf(input, "sweep").filter(
    (column) => !OWN_COLUMNS.includes(column) && new Set(rows.map((row) => textOf(row, column))).size > 1,
  );
  const numbers = varied.filter((column) => rows.every((row) => parameterOf(row, column) !== null));
  const parameters = axesOf(varied, numbers, axes);
  const words = parameters.some((one) => numbers.includes(one))
    ? []
    : parameters.flatMap((one) => [...new Set(rows.map((row) => textOf(row, one)))]);
  const unit = readerUnit(textOf(rows[0] ?? {}, "unit"));
  const points = rows.flatMap((row): SweepPoint[] => {
    const estimate = estimateOf(row, unit.factor);
    const at = parameters.flatMap((one) =>
      words.length > 0 ? words.indexOf(textOf(row, one)) : (parameterOf(row, one) ?? []),
    );
    return estimate === undefined ? [] : [{ at, estimate }];
  });
  const hidden = varied.filter((one) => !parameters.includes(one));
  const shown = hidden.length === 0 ? points : averaged(points);
  const names = parameterNames(input, varied);
  const nameOf = (paths: readonly string[]): string[] => paths.map((path) => names.get(path) ?? path);
  const replications = Math.max(0, ...rows.map((row) => numberOf(row, "n") ?? 0));
  return {
    metric,
    unit,
    parameters,
    names: nameOf(parameters),
    axes: parameters.map((parameter) => axisOf(input, parameter, names.get(parameter) ?? parameter)),
    hidden: nameOf(hidden),
    isScattered: hidden.length > 0 && shown.length === points.length && points.length > 1,
    words,
    points: shown,
    replications,
  };
}

/** Chooses one or two parameters for the axes: those asked for, else the first whose values are numbers. */
function axesOf(
  varied: readonly string[],
  numbers: readonly string[],
  { x, y }: Pick<FigureChoice, "x" | "y">,
): string[] {
  const known = y === undefined ? varied : numbers;
  for (const [choice, asked] of [
    ["x", x],
    ["y", y],
  ] as const)
    if (asked !== undefined && !known.includes(asked)) throw new FigureChoiceError(choice, asked, known);
  if (x !== undefined && y === undefined) return [x];
  const free = numbers.filter((one) => one !== x && one !== y);
  const first = x ?? free.shift() ?? varied[0];
  const second = y ?? (numbers.includes(first) ? free[0] : undefined);
  return [first, second].filter((one) => one !== undefined);
}

/**
 * Takes points together that differ by hidden parameters alone: means of their means and bounds. Of ranges
 * there is no such mean.
 */
function averaged(points: readonly SweepPoint[]): SweepPoint[] {
  const places = new Map<string, SweepPoint[]>();
  for (const point of points) {
    const place = point.at.join();
    places.set(place, [...(places.get(place) ?? []), point]);
  }
  return [...places.values()].map((alike) => {
    const mean = (of: (estimate: Estimate) => number | null): number | null => {
      const values = alike.map(({ estimate }) => of(estimate)).filter((value) => value !== null);
      return values.length < alike.length ? null : values.reduce((sum, one) => sum + one, 0) / alike.length;
    };
    const middle = mean((one) => one.mean) ?? 0;
    return {
      at: alike[0].at,
      estimate: { mean: middle, low: mean((one) => one.low), high: mean((one) => one.high) },
    };
  });
}

function hasValue(rows: readonly Row[], metric: string): boolean {
  return rows.some((row) => textOf(row, "metric") === metric && estimateOf(row) !== undefined);
}

function axisOf({ tables }: FigureInput, parameter: string, name: string): string {
  const column = tables.get("sweep")?.declaration.columns.find(({ name }) => name === parameter);
  return column === undefined || column.unit === "" ? name : `${name}, ${column.unit}`;
}

/** Gives a parameter's value; one written with its unit, such as "4 weeks", by its number. */
function parameterOf(row: Row, column: string): number | null {
  const number = numberOf(row, column);
  if (number !== null) return number;
  const written = /^[x+-]?\s*(-?[0-9.]+)/.exec(textOf(row, column))?.[1];
  return written === undefined ? null : Number(written);
}

/** Gives where a line through the points crosses a target. */
export function crossingsOf(points: readonly SweepPoint[], target: number): readonly number[] {
  const ordered = inOrder(points);
  return ordered.slice(1).flatMap(({ at: [x2], estimate: { mean: to } }, i) => {
    const {
      at: [x],
      estimate: { mean: from },
    } = ordered[i];
    return from >= target === to >= target ? [] : [x + ((target - from) / (to - from)) * (x2 - x)];
  });
}

/** Gives points in order of their first parameter. */
export const inOrder = (points: readonly SweepPoint[]): SweepPoint[] =>
  [...points].sort((a, b) => a.at[0] - b.at[0]);
