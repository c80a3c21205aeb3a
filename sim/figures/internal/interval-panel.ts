import { shortened, wrap } from "../../words/lines.ts";
import type { Encoding, FigureScenario, Layer, Position, View } from "../figure.ts";
import { INK, MARKER, MUTED } from "../theme.ts";
import { emptyPanel } from "./empty-panel.ts";
import { plottedRange } from "./not-known.ts";
import { type Estimate, plotted } from "./rows.ts";
import { scenarioColours, scenarioShapes } from "./scenarios.ts";

/** One estimate of a panel: a row of it, for a scenario. */
export interface IntervalMark {
  readonly row: string;
  readonly scenario: string;
  /** What is not known of it is a thin line under the interval. */
  readonly estimate: Estimate;
  /** Words behind the interval. */
  readonly words: string;
}

/** How a panel of intervals looks. */
export interface IntervalPanel {
  readonly axis: string;
  readonly width: number;
  /** Bars from zero to the mean, for parts of a whole. */
  readonly hasBars?: boolean;
  /** A line at zero, for differences. */
  readonly hasZeroLine?: boolean;
  /** A line at a value, such as 100 % of what places can serve. */
  readonly line?: number;
  /** Marks in the first row are named; not where the name stands elsewhere. */
  readonly namesScenarios?: boolean;
  /** Title of the panel, above it. */
  readonly title?: string | readonly string[];
  /** Words stand in a column of their own at the right, where a line at zero would cross them. */
  readonly hasWordsAside?: boolean;
  /** Names of rows stand over their intervals and words under them, where there is no room beside them. */
  readonly hasWordsAround?: boolean;
  /** Rows without their labels, where a panel to the left has them. */
  readonly hidesRows?: boolean;
}

const STEP = 17;
/** Values that an axis names, about, and at most with those that are left out. */
const TICKS = 5;
const MOST_TICKS = 9;
/** About the width of a letter behind an interval, of the panel's width in pixels. */
const LETTER = 6.3;

/**
 * Draws estimates with their intervals, a row each, scenarios below one another in a row and each with its
 * numbers in words.
 */
export function intervalPanel(
  marks: readonly IntervalMark[],
  scenarios: readonly FigureScenario[],
  {
    axis,
    width,
    hasBars,
    hasZeroLine,
    line,
    namesScenarios = true,
    title,
    hasWordsAside,
    hasWordsAround,
    hidesRows,
  }: IntervalPanel,
): View {
  if (marks.length === 0) return emptyPanel(`${axis}: no number is known.`, { width, title });
  const rows = [...new Set(marks.map(({ row }) => row))];
  const names = scenarios
    .map(({ name }) => name)
    .filter((name) => marks.some((mark) => mark.scenario === name));
  const told = marks.map(({ row, scenario, words }) =>
    namesScenarios && row === rows[0] && names.length > 1
      ? `${words} \u2013 ${shortened(scenario, 28)}`
      : words,
  );
  const around = hasWordsAround ? wordsAround(marks, told, width) : undefined;
  const values = marks.map(({ row, scenario, estimate }, i) => ({
    row,
    scenario,
    mean: plotted(estimate.mean),
    low: plotted(estimate.low ?? estimate.mean),
    high: plotted(estimate.high ?? estimate.mean),
    ...plottedRange(estimate.range),
    end: plotted(Math.max(estimate.high ?? estimate.mean, estimate.range?.high ?? -Infinity)),
    ...(around === undefined ? { words: told[i] } : { over: around.over[i], under: around.under[i] }),
  }));
  const longest =
    hasWordsAside || hasWordsAround ? 0 : Math.max(...told.map((words) => words.length)) * LETTER + 10;
  const ranges = marks.flatMap(({ estimate }) => estimate.range ?? []);
  const shown = [...values, ...ranges, ...(line === undefined ? [] : [{ low: line, high: line }])];
  const scale = {
    domain: domainOf(shown, width, longest, hasBars || hasZeroLine),
    nice: false,
    zero: false,
  };
  const y = {
    field: "row",
    type: "nominal",
    sort: rows,
    axis: hasWordsAround
      ? null
      : { title: null, grid: false, labelLimit: 260, ...(hidesRows ? { labels: false } : {}) },
    scale: { paddingInner: 0.25 },
  } as const;
  const place = {
    y,
    yOffset: { field: "scenario", type: "nominal", sort: names, scale: { paddingInner: 0 } },
    color: { field: "scenario", type: "nominal", scale: scenarioColours(scenarios), legend: null },
  } satisfies Encoding;
  const x: Position = {
    field: "mean",
    type: "quantitative",
    scale,
    axis: {
      title: axis,
      grid: true,
      ...(longest > 0 ? ticksAmong(shown, scale.domain) : { tickCount: TICKS }),
    },
  };
  const layers: Layer[] = [];
  if (hasBars)
    layers.push({
      mark: { type: "bar", opacity: 0.3, height: STEP - 4 },
      encoding: { ...place, x, x2: { datum: 0 } },
    });
  if (hasZeroLine)
    layers.push({ mark: { type: "rule", color: INK }, encoding: { x: { datum: 0, type: "quantitative" } } });
  if (line !== undefined)
    layers.push({
      data: { values: [{}] },
      mark: { type: "rule", color: MARKER, strokeDash: [4, 3] },
      encoding: { x: { datum: line, type: "quantitative" } },
    });
  if (ranges.length > 0)
    layers.push({
      data: { values: values.filter((_, i) => marks[i].estimate.range !== undefined) },
      mark: { type: "rule", strokeWidth: 1 },
      encoding: { ...place, x: { ...x, field: "range_low" }, x2: { field: "range_high" } },
    });
  layers.push(
    {
      mark: { type: "rule", strokeWidth: ranges.length > 0 ? 3.5 : 2.5 },
      encoding: { ...place, x: { ...x, field: "low" }, x2: { field: "high" } },
    },
    {
      mark: { type: "point", filled: true, size: 55, opacity: 1 },
      encoding: {
        ...place,
        x,
        shape: { field: "scenario", type: "nominal", scale: scenarioShapes(scenarios), legend: null },
      },
    },
    ...(around === undefined
      ? [
          {
            mark: { type: "text", align: "left", dx: 8, color: INK },
            encoding: {
              y,
              yOffset: place.yOffset,
              x: hasWordsAside ? { value: width } : { ...x, field: "end" },
              text: { field: "words" },
            },
          } satisfies Layer,
        ]
      : (["over", "under"] as const).map((field): Layer => {
          const [dy, baseline] =
            field === "over" ? ([-AROUND, "bottom"] as const) : ([AROUND, "top"] as const);
          return {
            mark: { type: "text", align: "left", baseline, dy, color: INK, lineBreak: "\n" },
            encoding: { y, yOffset: place.yOffset, x: { value: 0 }, text: { field } },
          };
        })),
  );
  return {
    width,
    height: around === undefined ? { step: STEP, for: "offset" } : rows.length * names.length * around.step,
    data: { values },
    ...(title === undefined
      ? {}
      : {
          title: {
            text: typeof title === "string" ? title : [...title],
            fontSize: 11.5,
            color: MUTED,
            lineHeight: 15,
            offset: 6,
          },
        }),
    layer: layers,
  } as View;
}

const LINE = 13;
/** Pixels between a mark and what is written over and under it. */
const AROUND = 7;

/** Writes the name of a row over its first interval, and the words of each under it. */
function wordsAround(
  marks: readonly IntervalMark[],
  told: readonly string[],
  width: number,
): { readonly over: readonly string[]; readonly under: readonly string[]; readonly step: number } {
  const letters = Math.floor(width / LETTER);
  const lines = told.map((words) => wrap(words, letters));
  return {
    over: marks.map(({ row }, i) => (i === 0 || marks[i - 1].row !== row ? shortened(row, letters) : "")),
    under: lines.map((own) => own.join("\n")),
    step: 2 * (AROUND + LINE * Math.max(...lines.map(({ length }) => length))),
  };
}

/** Leaves out ticks behind the last interval, where words stand: no share is 110 %. */
function ticksAmong(
  shown: readonly { readonly high: number | null }[],
  [least, most]: readonly [number, number],
) {
  const last = Math.max(0, ...shown.map(({ high }) => high ?? 0));
  const isBehind = `datum.value > ${last}`;
  const tickCount = Math.round(Math.min(MOST_TICKS, (TICKS * (most - least)) / (last - least || 1)));
  const opacity = { condition: { test: isBehind, value: 0 }, value: 1 };
  return {
    tickCount,
    labelExpr: `${isBehind} ? "" : datum.label`,
    gridOpacity: opacity,
    tickOpacity: opacity,
  };
}

/** Widens the range of intervals so that the longest words behind one still lie inside the panel. */
function domainOf(
  values: readonly { low: number | null; high: number | null }[],
  width: number,
  longest: number,
  holdsZero = false,
): [number, number] {
  const lows = values.map(({ low }) => low ?? 0);
  const highs = values.map(({ high }) => high ?? 0);
  const least = Math.min(...lows, ...(holdsZero ? [0] : []));
  const most = Math.max(...highs, ...(holdsZero ? [0] : []));
  const span = most - least || Math.abs(most) || 1;
  const margin = least === 0 ? 0 : span * 0.06;
  const room = Math.max(0.15, 1 - longest / width);
  const rim = longest === 0 && most !== 0 ? margin || span * 0.06 : 0;
  return [least - margin, least - margin + (span + margin + rim) / room];
}
