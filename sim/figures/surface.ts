import { describeMetric } from "../measures/describe-metric.ts";
import {
  type FigureChoice,
  FigureChoiceError,
  type FigureInput,
  type FigureSpec,
  type Layer,
  type Position,
  type View,
} from "./figure.ts";
import { contour, gridLattice, type Sample, scatteredLattice } from "./internal/contour.ts";
import {
  columnsOf,
  type Estimate,
  estimateOf,
  numberOf,
  plotted,
  type Row,
  rowsWhere,
  textOf,
} from "./internal/rows.ts";
import { estimateWords, type ReaderUnit, readerUnit } from "./internal/units.ts";
import { wholeFigure } from "./internal/whole.ts";
import { listWords, numberWords } from "./internal/words.ts";
import { INK, MARKER, SCENARIO_COLOURS, WIDTH } from "./theme.ts";

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
  "n",
];
/** Metrics shown unless one is chosen: the first that the sweep has. */
const USUAL = ["reached_3.share", "wait.first_contact.within_4_weeks", "people.reached_3"];

/** A metric over the points of a sweep. */
interface Sweep {
  readonly metric: string;
  readonly unit: ReaderUnit;
  /** One or two parameters that vary; further ones are not shown. */
  readonly parameters: readonly string[];
  readonly hidden: readonly string[];
  readonly points: readonly SweepPoint[];
  readonly replications: number;
}

interface SweepPoint {
  readonly at: readonly number[];
  readonly estimate: Estimate;
}

/** Draws a metric over one or two parameters of a sweep, with the line at which it crosses a target. */
export function surfaceFigure(input: FigureInput, choice: FigureChoice): FigureSpec {
  const sweep = sweepOf(input, choice);
  const [first, second] = sweep.parameters;
  const isLine = second === undefined;
  const samples = sweep.points.map(
    ({ at, estimate }): Sample => ({ x: at[0], y: at[1], value: estimate.mean }),
  );
  const hasGrid = !isLine && gridLattice(samples) !== undefined;
  const shows = isLine
    ? `${metricWords(sweep)}, over ${first}; band: 95 % interval, chance within the model.`
    : `${metricWords(sweep)}, over ${first} and ${second}; each ${hasGrid ? "cell" : "point"} is a point of the sweep.`;
  const line = isLine || choice.target === undefined ? "" : lineWords(hasGrid);
  const hidden = sweep.hidden.length === 0 ? "" : ` Also varied, not shown: ${listWords(sweep.hidden)}.`;
  const widest = Math.max(
    0,
    ...sweep.points.map(({ estimate: { low, high } }) =>
      low === null || high === null ? 0 : (high - low) / 2,
    ),
  );
  const texts = {
    title: findingOf(sweep, choice.target),
    shows: `${shows}${line}${hidden}`,
    basis: `${sweep.points.length} points, ${sweep.replications} ${sweep.replications === 1 ? "replication" : "replications"} each, seed ${input.seed}; ${sweep.replications < 2 ? "one replication gives no interval" : `intervals of at most \u00b1${numberWords(widest, 1)} ${sweep.unit.difference}: chance within the model`}.`,
    read: sweep.points
      .map(
        ({ at, estimate }) =>
          `${at.map((value, i) => `${sweep.parameters[i]} ${value}`).join(", ")}: ${estimateWords(estimate, sweep.unit)}.`,
      )
      .join(" "),
  };
  const panel = isLine ? linePanel(sweep, choice.target) : planePanel(sweep, samples, choice.target);
  return wholeFigure(texts, [panel], WIDTH);
}

function sweepOf(input: FigureInput, { metric: chosen }: FigureChoice): Sweep {
  const all = rowsWhere(input, "sweep", { group_by: ["all"], group: ["all"] });
  const known = [...new Set(all.map((row) => textOf(row, "metric")))];
  if (chosen !== undefined && !known.includes(chosen)) throw new FigureChoiceError("metric", chosen, known);
  const metric = chosen ?? USUAL.find((one) => known.includes(one)) ?? known[0];
  const rows = all.filter((row) => textOf(row, "metric") === metric);
  const varied = columnsOf(input, "sweep").filter(
    (column) => !OWN_COLUMNS.includes(column) && new Set(rows.map((row) => valueOf(row, column))).size > 1,
  );
  const parameters = varied.slice(0, 2);
  const unit = readerUnit(textOf(rows[0] ?? {}, "unit"));
  const points = rows.flatMap((row): SweepPoint[] => {
    const estimate = estimateOf(row, unit.factor);
    const at = parameters.map((parameter) => valueOf(row, parameter));
    return estimate === undefined || at.includes(null) ? [] : [{ at: at as number[], estimate }];
  });
  const replications = Math.max(0, ...rows.map((row) => numberOf(row, "n") ?? 0));
  return { metric, unit, parameters, hidden: varied.slice(2), points, replications };
}

/** Gives a parameter's value; one written with its unit, such as "4 weeks", by its number. */
function valueOf(row: Row, column: string): number | null {
  const number = numberOf(row, column);
  if (number !== null) return number;
  const written = /^[x+-]?\s*(-?[0-9.]+)/.exec(textOf(row, column))?.[1];
  return written === undefined ? null : Number(written);
}

function metricWords({ metric, unit }: Sweep): string {
  const meaning = describeMetric(metric)?.meaning;
  return `${metric}, ${unit.unit}${meaning === undefined ? "" : ` (${meaning.charAt(0).toLowerCase()}${meaning.slice(1)})`}`;
}

function lineWords(hasGrid: boolean): string {
  return hasGrid
    ? " Red: where it crosses the target, linear between the points."
    : " Red: where it crosses the target, by inverse-distance interpolation between the points: rough.";
}

function findingOf({ metric, unit, parameters, points }: Sweep, target: number | undefined): string {
  if (points.length === 0 || parameters.length === 0) return `${metric} was not measured at several points.`;
  const means = points.map(({ estimate }) => estimate.mean);
  const [least, most] = [Math.min(...means), Math.max(...means)];
  const words = (value: number): string => `${numberWords(value, unit.decimals)} ${unit.unit}`;
  const range = `${metric} goes from ${words(least)} to ${words(most)}`;
  if (target === undefined) return `${range} over ${listWords(parameters)}.`;
  if (target < least || target > most) return `${range}: it never crosses ${words(target)}.`;
  if (parameters.length === 1) {
    const at = crossingsOf(points, target).map((value) => numberWords(value, 2));
    return `${metric} crosses ${words(target)} where ${parameters[0]} is about ${listWords(at)}.`;
  }
  const reached = means.filter((mean) => mean >= target).length;
  return `${metric} is ${words(target)} or more at ${reached} of ${points.length} points; the line is where it tips.`;
}

/** Gives where a line through the points crosses a target. */
function crossingsOf(points: readonly SweepPoint[], target: number): readonly number[] {
  const ordered = inOrder(points);
  return ordered.slice(1).flatMap(({ at: [x2], estimate: { mean: to } }, i) => {
    const {
      at: [x],
      estimate: { mean: from },
    } = ordered[i];
    return from >= target === to >= target ? [] : [x + ((target - from) / (to - from)) * (x2 - x)];
  });
}

const inOrder = (points: readonly SweepPoint[]): SweepPoint[] =>
  [...points].sort((a, b) => a.at[0] - b.at[0]);

function linePanel(sweep: Sweep, target: number | undefined): View {
  const values = inOrder(sweep.points).map(({ at, estimate: { mean, low, high } }) => ({
    x: at[0],
    mean: plotted(mean),
    low: plotted(low ?? mean),
    high: plotted(high ?? mean),
  }));
  const x: Position = {
    field: "x",
    type: "quantitative",
    scale: { zero: false, nice: false },
    axis: { title: sweep.parameters[0] ?? "" },
  };
  const y = (field: string): Position => ({
    field,
    type: "quantitative",
    scale: { zero: false },
    axis: { title: `${sweep.metric}, ${sweep.unit.unit}` },
  });
  const color = SCENARIO_COLOURS[0];
  const layers: Layer[] = [
    { mark: { type: "area", opacity: 0.3, color }, encoding: { x, y: y("low"), y2: { field: "high" } } },
    { mark: { type: "line", color, point: { color, size: 40 } }, encoding: { x, y: y("mean") } },
  ];
  if (target !== undefined) {
    const level = { datum: target, type: "quantitative" } as const;
    layers.push(
      { mark: { type: "rule", color: MARKER, strokeDash: [4, 3] }, encoding: { y: level } },
      {
        mark: {
          type: "text",
          align: "right",
          dx: -4,
          dy: -7,
          color: MARKER,
          text: `target ${target} ${sweep.unit.unit}`,
        },
        encoding: { y: level, x: { value: WIDTH - 60 } },
      },
      ...crossingsOf(sweep.points, target).map(
        (at): Layer => ({
          mark: { type: "point", shape: "diamond", filled: true, size: 90, color: MARKER, opacity: 1 },
          encoding: { x: { datum: at, type: "quantitative" }, y: level },
        }),
      ),
    );
  }
  return { width: WIDTH - 60, height: 280, data: { values }, layer: layers };
}

function planePanel(sweep: Sweep, samples: readonly Sample[], target: number | undefined): View {
  const grid = gridLattice(samples);
  const [first, second] = sweep.parameters;
  const x = (field: string): Position => ({
    field,
    type: "quantitative",
    scale: { zero: false, nice: false },
    axis: { title: first, grid: false },
  });
  const y = (field: string): Position => ({
    field,
    type: "quantitative",
    scale: { zero: false, nice: false },
    axis: { title: second, grid: false },
  });
  const color = {
    field: "value",
    type: "quantitative",
    scale: { scheme: "cividis" },
    legend: { title: `${sweep.metric}, ${sweep.unit.unit}`, gradientLength: 200 },
  } as const;
  const isDark = (value: number): boolean =>
    value < (Math.min(...samples.map((one) => one.value)) + Math.max(...samples.map((one) => one.value))) / 2;
  const words = samples.map((sample) => ({
    x: sample.x,
    y: sample.y,
    words: numberWords(sample.value, sweep.unit.decimals),
    ink: isDark(sample.value) ? "#ffffff" : INK,
  }));
  const layers: Layer[] = [];
  if (grid === undefined) {
    layers.push({
      data: { values: samples.map((sample) => ({ ...sample, value: plotted(sample.value) })) },
      mark: { type: "point", filled: true, size: 130, opacity: 1, stroke: "#555555", strokeWidth: 0.5 },
      encoding: { x: x("x"), y: y("y"), color },
    });
  } else {
    const cells = samples.map((sample) => ({
      ...cellAround(sample, grid.xs, grid.ys),
      value: plotted(sample.value),
    }));
    layers.push({
      data: { values: cells },
      mark: { type: "rect" },
      encoding: { x: x("left"), x2: { field: "right" }, y: y("low"), y2: { field: "high" }, color },
    });
    if (samples.length <= 121)
      layers.push({
        data: { values: words },
        mark: { type: "text", fontSize: 10 },
        encoding: {
          x: x("x"),
          y: y("y"),
          text: { field: "words" },
          color: { field: "ink", type: "nominal", scale: null },
        },
      });
  }
  if (target !== undefined && samples.length > 2)
    layers.push(...tippingLine(contour(grid ?? scatteredLattice(samples), target), x("x"), y("y")));
  return { width: WIDTH - 170, height: 360, resolve: { scale: { color: "independent" } }, layer: layers };
}

/** The line is white under red, so that it is seen on every colour. */
function tippingLine(segments: readonly object[], x: Position, y: Position): Layer[] {
  const encoding = { x, y, x2: { field: "x2" }, y2: { field: "y2" } };
  return [
    { data: { values: [...segments] }, mark: { type: "rule", color: "#ffffff", strokeWidth: 5 }, encoding },
    { data: { values: [...segments] }, mark: { type: "rule", color: "#c00000", strokeWidth: 2.5 }, encoding },
  ];
}

function cellAround(
  { x, y }: Sample,
  xs: readonly number[],
  ys: readonly number[],
): { left: number; right: number; low: number; high: number } {
  const [left, right] = edges(x, xs);
  const [low, high] = edges(y, ys);
  return { left, right, low, high };
}

/** Gives the edges of a cell half-way to its neighbours, as far out at the rim as in. */
function edges(value: number, all: readonly number[]): [number, number] {
  const i = all.indexOf(value);
  const before = i > 0 ? (all[i] - all[i - 1]) / 2 : (all[1] - all[0]) / 2;
  const after = i + 1 < all.length ? (all[i + 1] - all[i]) / 2 : before;
  return [value - before, value + after];
}
