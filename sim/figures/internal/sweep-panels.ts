import { describeMetric, metricWords } from "../../measures/describe-metric.ts";
import { wrap } from "../../words/lines.ts";
import { numberText } from "../../words/numbers.ts";
import type { Layer, Position, View } from "../figure.ts";
import { INK, MARKER, SCENARIO_COLOURS, WIDTH } from "../theme.ts";
import { contour, gridLattice, type Sample, scatteredLattice } from "./contour.ts";
import { plottedRange } from "./not-known.ts";
import { plotted } from "./rows.ts";
import { crossingsOf, inOrder, type Sweep } from "./sweep-points.ts";

/** Says whether points over one parameter are joined; over words, or scattered ones, each stands alone. */
export const hasBand = ({ words, isScattered }: Sweep): boolean => words.length === 0 && !isScattered;

/** Says whether what is not known of every point is known. */
export const hasRange = ({ points }: Pick<Sweep, "points">): boolean =>
  points.length > 0 && points.every(({ estimate }) => estimate.range !== undefined);

/** Draws a metric over one parameter, with where it crosses the target. */
export function linePanel(sweep: Sweep, target: number | undefined): View {
  const isInWords = sweep.words.length > 0;
  const values = inOrder(sweep.points).map(({ at, estimate: { mean, low, high, range } }) => ({
    x: isInWords ? sweep.words[at[0]] : at[0],
    mean: plotted(mean),
    low: plotted(low ?? mean),
    high: plotted(high ?? mean),
    ...plottedRange(range),
  }));
  const axis = { title: sweep.axes[0] ?? "" };
  const x: Position = isInWords
    ? { field: "x", type: "nominal", sort: [...sweep.words], axis: { ...axis, labelAngle: 0 } }
    : { field: "x", type: "quantitative", scale: { zero: false, nice: false }, axis };
  const y = (field: string): Position => ({
    field,
    type: "quantitative",
    scale: { zero: false },
    axis: { title: `${metricWords(sweep.metric)}, ${sweep.unit.unit}` },
  });
  const color = SCENARIO_COLOURS[0];
  const band = { x, y: y("low"), y2: { field: "high" } };
  const middle = { x, y: y("mean") };
  const layers: Layer[] = !hasBand(sweep)
    ? [
        { mark: { type: "rule", strokeWidth: 2, color }, encoding: band },
        { mark: { type: "point", filled: true, size: 60, opacity: 1, color }, encoding: middle },
      ]
    : [
        { mark: { type: "area", opacity: 0.3, color }, encoding: band },
        { mark: { type: "line", color, point: { color, size: 40 } }, encoding: middle },
      ];
  if (hasRange(sweep)) {
    const notKnown = { x, y: y("range_low"), y2: { field: "range_high" } };
    layers.unshift(
      hasBand(sweep)
        ? { mark: { type: "area", opacity: 0.13, color }, encoding: notKnown }
        : { mark: { type: "rule", strokeWidth: 1, color }, encoding: notKnown },
    );
  }
  if (target !== undefined) {
    const level = { datum: target, type: "quantitative" } as const;
    layers.push(
      {
        data: { values: [{}] },
        mark: { type: "rule", color: MARKER, strokeDash: [4, 3] },
        encoding: { y: level },
      },
      {
        data: { values: [{}] },
        mark: {
          type: "text",
          // Beside the panel, where no line crosses it.
          align: "left",
          dx: 4,
          color: MARKER,
          text: `target ${target} ${sweep.unit.unit}`,
        },
        encoding: { y: level, x: { value: WIDTH - 60 } },
      },
      ...(!hasBand(sweep) ? [] : crossingsOf(sweep.points, target)).map(
        (at): Layer => ({
          mark: { type: "point", shape: "diamond", filled: true, size: 90, color: MARKER, opacity: 1 },
          encoding: { x: { datum: at, type: "quantitative" }, y: level },
        }),
      ),
    );
  }
  return { width: WIDTH - 60, height: 280, data: { values }, layer: layers };
}

/**
 * Draws a metric over two parameters in colour and number, with the line along which it crosses the target.
 */
export function planePanel(sweep: Sweep, samples: readonly Sample[], target: number | undefined): View {
  const grid = gridLattice(samples);
  const [first, second] = sweep.axes;
  const isLowerBetter = describeMetric(sweep.metric)?.better === "lower";
  const x = (field: string): Position => ({
    field,
    type: "quantitative",
    scale: { zero: false, nice: false },
    axis: { title: first, grid: false, ...ticksAt(grid?.xs) },
  });
  const y = (field: string): Position => ({
    field,
    type: "quantitative",
    scale: { zero: false, nice: false },
    axis: { title: second, grid: false, ...ticksAt(grid?.ys) },
  });
  const values = samples.map(({ value }) => value);
  const shades = {
    scheme: "cividis" as const,
    domain: [Math.min(...values), Math.max(...values)],
    ...(isLowerBetter ? { reverse: true } : {}),
  };
  const color = {
    field: "value",
    type: "quantitative",
    // What is better is bright.
    scale: shades,
    legend: { title: wrap(`${metricWords(sweep.metric)}, ${sweep.unit.unit}`, 20), gradientLength: 200 },
  } as const;
  const middle = (Math.min(...values) + Math.max(...values)) / 2;
  const isDark = (value: number): boolean => (isLowerBetter ? value > middle : value < middle);
  const words = samples.map((sample) => ({
    x: sample.x,
    y: sample.y,
    value: plotted(sample.value),
    words: numberText(sample.value, sweep.unit.decimals),
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
  }
  if (target !== undefined && samples.length > 2)
    layers.push(...tippingLine(contour(grid ?? scatteredLattice(samples), target), x("x"), y("y")));
  if (grid !== undefined && samples.length <= MAX_NUMBERS)
    layers.push(
      // A number's cell shows around it, so that the line passes behind it.
      {
        data: { values: words },
        mark: { type: "text", fontSize: 10, strokeWidth: 6, strokeJoin: "round" },
        encoding: {
          ...{ x: x("x"), y: y("y"), text: { field: "words" } },
          stroke: { field: "value", type: "quantitative", scale: shades, legend: null },
        },
      },
      {
        data: { values: words },
        mark: { type: "text", fontSize: 10 },
        encoding: {
          ...{ x: x("x"), y: y("y"), text: { field: "words" } },
          color: { field: "ink", type: "nominal", scale: null },
        },
      },
    );
  return { width: WIDTH - 170, height: 360, resolve: { scale: { color: "independent" } }, layer: layers };
}

/** Maximum of numbers that are written into cells. */
const MAX_NUMBERS = 121;

/** Names the values of a grid on its axis; an axis of scattered points names what it likes. */
function ticksAt(values: readonly number[] | undefined): { values?: number[]; labelExpr?: string } {
  // By itself vega rounds ticks to their usual distance: 0.55 beside 0.7 would be 0.6.
  return values === undefined || values.length > 12
    ? {}
    : { values: [...values], labelExpr: "'' + datum.value" };
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
