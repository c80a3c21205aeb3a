import { shortened } from "../../words/lines.ts";
import type { FigureInput, FigureScenario, Layer, Position, View } from "../figure.ts";
import { changeRules, DATE_SCALE } from "./change-marks.ts";
import { emptyPanel } from "./empty-panel.ts";
import { spreadLabels } from "./end-labels.ts";
import { knownBand } from "./known-band.ts";
import { numberOf, plotted, type Row, rowsWhere, textOf } from "./rows.ts";
import { scenarioColours, scenarioDashes } from "./scenarios.ts";
import { MAX_LINES, smallMultiples } from "./small-multiples.ts";
import { weeksLater } from "./weeks.ts";

/** A weekly metric of a group, over time, a line a scenario. */
export interface TimePanel {
  readonly metric: string;
  readonly groupBy: string;
  readonly group: string;
  readonly title: string;
  readonly width: number;
  readonly height: number;
  /** Lines are named at their ends; a figure of many panels names them once. */
  readonly isLabelled: boolean;
  /** Largest value shown, so that panels can be compared; that of the rows if left out. */
  readonly top?: number;
  /** About how many dates the axis names; 8 if left out. */
  readonly ticks?: number;
  /** Lines across, such as the targets of standards. */
  readonly rules?: readonly Layer[];
  /** First and last date of the axis, so that panels are in line; those of the points if left out. */
  readonly span?: readonly [string, string];
}

/** One week of a line, as a figure draws it. */
export interface WeekPoint {
  readonly scenario: string;
  readonly date: string;
  readonly week: number;
  readonly mean: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly p05: number | null;
  readonly p95: number | null;
}

/** Gives the weekly values of a metric for the scenarios shown, dated by the first day of the week. */
export function weekPoints(
  input: FigureInput,
  scenarios: readonly FigureScenario[],
  { metric, groupBy, group }: Pick<TimePanel, "metric" | "groupBy" | "group">,
): readonly WeekPoint[] {
  const starts = new Map(scenarios.map(({ name, start }) => [name, start]));
  const wanted = { scenario: [...starts.keys()], metric: [metric], group_by: [groupBy], group: [group] };
  return rowsWhere(input, "series", wanted).flatMap((row) => pointOf(row, starts));
}

function pointOf(row: Row, starts: ReadonlyMap<string, string>): WeekPoint[] {
  const [mean, week] = [plotted(numberOf(row, "mean")), numberOf(row, "week")];
  const scenario = textOf(row, "scenario");
  const start = starts.get(scenario);
  if (mean === null || week === null || start === undefined) return [];
  // A t interval knows nothing of 0, under which no weekly number lies.
  const at = (column: string): number | null => {
    const value = numberOf(row, column);
    return value === null ? null : plotted(Math.max(0, value));
  };
  const date = weeksLater(start, week - 1);
  return [
    { scenario, date, week, mean, low: at("ci_low"), high: at("ci_high"), p05: at("p05"), p95: at("p95") },
  ];
}

const LABEL_PIXELS = 14;

/** Draws lines over time with the band of replications, the interval of the mean and the dated changes. */
export function timePanel(
  points: readonly WeekPoint[],
  scenarios: readonly FigureScenario[],
  panel: TimePanel,
): View {
  if (points.length === 0)
    return emptyPanel(`${panel.title}: not measured in any week.`, { width: panel.width });
  if (scenarios.length > MAX_LINES)
    return smallMultiples(scenarios, panel, (shown, width) =>
      timePanel(
        points.filter(({ scenario }) => shown.some(({ name }) => name === scenario)),
        shown,
        { ...panel, width, title: "", isLabelled: false, top: panel.top ?? topOf(points), ticks: 3 },
      ),
    );
  const top = panel.top ?? topOf(points);
  const x = {
    field: "date",
    type: "temporal",
    scale: panel.span === undefined ? DATE_SCALE : { ...DATE_SCALE, domain: [...panel.span] },
    axis: { title: null, tickCount: panel.ticks ?? 8 },
  } satisfies Position;
  const scale = { domain: [0, top], nice: true };
  const color = {
    field: "scenario",
    type: "nominal",
    scale: scenarioColours(scenarios),
    legend: null,
  } as const;
  const strokeDash = {
    field: "scenario",
    type: "nominal",
    scale: scenarioDashes(scenarios),
    legend: null,
  } as const;
  const area = (low: string, high: string, opacity: number): Layer => ({
    mark: { type: "area", opacity },
    encoding: {
      x,
      y: {
        field: low,
        type: "quantitative",
        scale,
        axis: { title: panel.title, tickCount: 5, minExtent: 34 },
      },
      y2: { field: high },
      color,
    },
  });
  const line: Layer = {
    mark: { type: "line", strokeWidth: 2 },
    encoding: { x, y: { field: "mean", type: "quantitative", scale }, color, strokeDash },
  };
  const layers: Layer[] = [
    ...knownBand(points, ["p05", "p95"], area("p05", "p95", 0.15)),
    ...knownBand(points, ["low", "high"], area("low", "high", 0.35)),
    line,
    ...changeRules(scenarios),
    ...(panel.rules ?? []),
  ];
  if (panel.isLabelled) layers.push(endNames(points, scenarios, panel, top));
  return { width: panel.width, height: panel.height, data: { values: [...points] }, layer: layers };
}

/** Gives the largest value that a panel must hold, so that bands are not cut. */
export function topOf(points: readonly WeekPoint[]): number {
  return points.reduce((most, { mean, high, p95 }) => Math.max(most, mean, high ?? 0, p95 ?? 0), 0) || 1;
}

/**
 * Names each line at the right edge, as near its last value as the other names leave room; lines may end
 * before it.
 */
function endNames(
  points: readonly WeekPoint[],
  scenarios: readonly FigureScenario[],
  { width, height }: TimePanel,
  top: number,
): Layer {
  const ends = scenarios.flatMap(({ name }) => points.filter(({ scenario }) => scenario === name).slice(-1));
  const placed = spreadLabels(
    ends.map(({ scenario, mean }) => ({ text: shortened(scenario, 24), value: mean })),
    (top / height) * LABEL_PIXELS,
  );
  const names = placed.map(({ text, value }, i) => ({
    scenario: ends[i].scenario,
    label: text,
    at: plotted(value),
  }));
  return {
    data: { values: names },
    mark: { type: "text", align: "left", dx: 6, fontWeight: "bold" },
    encoding: {
      x: { value: width },
      y: { field: "at", type: "quantitative", scale: { domain: [0, top], nice: true } },
      text: { field: "label" },
      color: { field: "scenario", type: "nominal", scale: scenarioColours(scenarios), legend: null },
    },
  };
}

/** Says what the line and the bands of a panel are. */
export const BAND_WORDS =
  "Line: mean; dark band: its 95 % interval; light band: the spread, where 90 % of replications lie.";
