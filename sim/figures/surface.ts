import { describeMetric, metricWords } from "../measures/describe-metric.ts";
import { differenceOf } from "../stats/rounding.ts";
import { listText } from "../words/lists.ts";
import { numberText } from "../words/numbers.ts";
import { decimalsWithin } from "../words/rounded.ts";
import type { FigureChoice, FigureEntry, FigureInput, FigureSpec } from "./figure.ts";
import { gridLattice, type Sample } from "./internal/contour.ts";
import { NOT_KNOWN_WORDS } from "./internal/not-known.ts";
import { pathsOfNames } from "./internal/parameter-names.ts";
import { hasBand, hasRange, linePanel, planePanel } from "./internal/sweep-panels.ts";
import { crossingsOf, type Sweep, sweepOf } from "./internal/sweep-points.ts";
import { estimateWords } from "./internal/units.ts";
import { wholeFigure } from "./internal/whole.ts";
import { WIDTH } from "./theme.ts";

/** Declares the figure. */
export const SURFACE_FIGURE: FigureEntry = {
  name: "surface",
  heading: "How it changes over what was varied",
  shows:
    "a metric over the parameters of a sweep; --target VALUE draws the line where it tips, --metric, --x " +
    "and --y choose",
  tables: ["sweep"],
  needs: { sweep: [] },
  behind: [{ table: "sweep", groupBy: ["all"] }],
  make: surfaceFigure,
};

/** Draws a metric over one or two parameters of a sweep, with the line at which it crosses a target. */
function surfaceFigure(input: FigureInput, choice: FigureChoice): FigureSpec {
  const sweep = sweepOf(input, choice);
  const [first, second] = sweep.names;
  const isLine = second === undefined;
  const samples = sweep.points.map(
    ({ at, estimate }): Sample => ({ x: at[0], y: at[1], value: estimate.mean }),
  );
  const hasGrid = !isLine && gridLattice(samples) !== undefined;
  const over = first === undefined ? "" : `, over ${first}`;
  const shows = isLine
    ? `${meaningWords(sweep)}${over}; ${hasBand(sweep) ? "band" : "line"}: 95 % interval${notKnownWords(sweep)}.`
    : `${meaningWords(sweep)}, over ${first} and ${second}; each ${hasGrid ? "cell" : "point"} is a ` +
      "point of the sweep.";
  const line = isLine || !isCrossed(sweep, choice.target) ? "" : lineWords(hasGrid);
  const hidden = sweep.hidden.length === 0 ? "" : ` ${hiddenWords(sweep)}`;
  const paths = pathsOfNames(new Map(sweep.parameters.map((path, i) => [path, sweep.names[i]])));
  const widest = Math.max(
    0,
    ...sweep.points.map(({ estimate: { low, high } }) =>
      low === null || high === null ? 0 : (high - low) / 2,
    ),
  );
  const texts = {
    title: findingOf(sweep, choice.target),
    shows: `${shows}${line}${hidden}${paths}`,
    basis: `${sweep.points.length} points, ${sweep.replications} ${sweep.replications === 1 ? "replication" : "replications"} each, seed ${input.seed}; ${
      sweep.replications < 2
        ? "one replication gives no interval"
        : `intervals of at most \u00b1${numberText(widest, decimalsWithin(widest, 1))} ${sweep.unit.difference}: chance within ` +
          "the model"
    }.`,
    read: sweep.points
      .map(
        ({ at, estimate }) =>
          `${at.map((value, i) => `${sweep.names[i]} ${sweep.words[value] ?? value}`).join(", ")}: ` +
          `${estimateWords(estimate, sweep.unit)}.`,
      )
      .join(" "),
  };
  const panel = isLine ? linePanel(sweep, choice.target) : planePanel(sweep, samples, choice.target);
  return wholeFigure(texts, [panel], WIDTH);
}

/** Says what the second width is, where there is one. */
const notKnownWords = (sweep: Sweep): string =>
  hasRange(sweep) ? `, ${hasBand(sweep) ? "pale" : "thin"}: ${NOT_KNOWN_WORDS}` : "";

function isCrossed({ points }: Pick<Sweep, "points">, target: number | undefined): boolean {
  const means = points.map(({ estimate }) => estimate.mean);
  return target !== undefined && means.some((mean) => mean >= target) && means.some((mean) => mean < target);
}

function meaningWords({ metric, unit }: Sweep): string {
  return `${describeMetric(metric)?.meaning ?? metric}, ${unit.unit}`;
}

function hiddenWords({ hidden, isScattered }: Sweep): string {
  const also = `Also varied, not shown: ${listText(hidden)}`;
  return isScattered ? `${also}.` : `${also}; means over their values, of the interval's bounds too.`;
}

function lineWords(hasGrid: boolean): string {
  return hasGrid
    ? " Red: where it crosses the target, linear between the points."
    : " Red: where it crosses the target, by inverse-distance interpolation between the points: rough.";
}

function findingOf(
  { metric: name, unit, names: parameters, words: named, points }: Sweep,
  target: number | undefined,
): string {
  const metric = metricWords(name);
  if (points.length === 0 || parameters.length === 0) return `${metric} was not measured at several points.`;
  const means = points.map(({ estimate }) => estimate.mean);
  const [least, most] = [Math.min(...means), Math.max(...means)];
  const words = (value: number): string => `${numberText(value, unit.decimals)} ${unit.unit}`;
  const level = `${target} ${unit.unit}`;
  const range = `${metric}: from ${words(least)} to ${words(most)}`;
  if (differenceOf(least, most) === 0 && points.length > 1)
    return `${metric}: ${words(least)} at every point; ${listText(parameters)} does not change it.`;
  if (target === undefined) return `${range} over ${listText(parameters)}.`;
  if (!isCrossed({ points }, target)) return `${range}; it never crosses ${level}.`;
  if (named.length > 0) {
    const reaching = points.filter(({ estimate }) => estimate.mean >= target).map(({ at: [i] }) => named[i]);
    return `${metric}: ${level} or more where ${parameters[0]} is ${listText(reaching)}.`;
  }
  if (parameters.length === 1) {
    const at = crossingsOf(points, target).map((value) => numberText(value, 2));
    return `${metric}: crosses ${level} where ${parameters[0]} is about ${listText(at)}.`;
  }
  const reached = means.filter((mean) => mean >= target).length;
  return `${metric}: ${level} or more at ${reached} of ${points.length} points; the line is where it tips.`;
}
