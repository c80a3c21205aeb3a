import type { Encoding, FigureInput, FigureScenario, Layer, View } from "../figure.ts";
import { INK, MARKER } from "../theme.ts";
import { spreadLabels } from "./end-labels.ts";
import { numberOf, plotted, type Row, rowsWhere, textOf } from "./rows.ts";
import { scenarioColours, scenarioDashes } from "./scenarios.ts";
import { shortDate, shortened, weeksBetween, weeksLater } from "./words.ts";

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
  const at = (column: string): number | null => plotted(numberOf(row, column));
  const date = weeksLater(start, week - 1);
  return [
    { scenario, date, week, mean, low: at("ci_low"), high: at("ci_high"), p05: at("p05"), p95: at("p95") },
  ];
}

const DATE_SCALE = { type: "utc" } as const;
const LABEL_PIXELS = 14;

/** Draws lines over time with the band of replications, the interval of the mean and the dated changes. */
export function timePanel(
  points: readonly WeekPoint[],
  scenarios: readonly FigureScenario[],
  panel: TimePanel,
): View {
  const top = panel.top ?? topOf(points);
  const x = {
    field: "date",
    type: "temporal",
    scale: DATE_SCALE,
    axis: { title: null, tickCount: panel.ticks ?? 8 },
  } as const;
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
      y: { field: low, type: "quantitative", scale, axis: { title: panel.title, tickCount: 5 } },
      y2: { field: high },
      color,
    },
  });
  const line: Layer = {
    mark: { type: "line", strokeWidth: 2 },
    encoding: { x, y: { field: "mean", type: "quantitative", scale }, color, strokeDash },
  };
  const layers: Layer[] = [
    area("p05", "p95", 0.15),
    area("low", "high", 0.35),
    line,
    ...changeRules(scenarios),
  ];
  if (panel.isLabelled)
    layers.push(endNames(points, scenarios, (top / panel.height) * LABEL_PIXELS, x, scale));
  return { width: panel.width, height: panel.height, data: { values: [...points] }, layer: layers };
}

/** Gives the largest value that a panel must hold, so that bands are not cut. */
export function topOf(points: readonly WeekPoint[]): number {
  return points.reduce((most, { mean, high, p95 }) => Math.max(most, mean, high ?? 0, p95 ?? 0), 0) || 1;
}

/** Names each line at its end, in its colour, with its last value. */
function endNames(
  points: readonly WeekPoint[],
  scenarios: readonly FigureScenario[],
  gap: number,
  x: object,
  scale: object,
): Layer {
  const ends = scenarios.flatMap(({ name }) => {
    const last = points.filter(({ scenario }) => scenario === name).at(-1);
    return last === undefined ? [] : [last];
  });
  const placed = spreadLabels(
    ends.map(({ scenario, mean }) => ({ text: scenario, value: mean })),
    gap,
  );
  return {
    data: {
      values: ends.map(({ scenario, date }, i) => ({
        scenario,
        date,
        label: shortened(scenario, 24),
        at: plotted(placed[i].value),
      })),
    },
    mark: { type: "text", align: "left", dx: 6, fontWeight: "bold" },
    encoding: {
      x: { field: "date", type: "temporal", ...x },
      y: { field: "at", type: "quantitative", scale },
      text: { field: "label" },
      color: { field: "scenario", type: "nominal", scale: scenarioColours(scenarios), legend: null },
    },
  };
}

/** A dated change with the scenarios that have it. */
interface Mark {
  readonly date: string;
  readonly label: string;
}

/** Gives the dated changes of the scenarios within the time shown, each once, saying whose it is where not all have it. */
export function changeMarks(scenarios: readonly FigureScenario[]): readonly Mark[] {
  const marks = new Map<string, { date: string; label: string; of: string[] }>();
  for (const { name, start, weeks, changes } of scenarios)
    for (const { date, label } of changes) {
      const week = weeksBetween(start, date);
      if (week < 0 || week >= weeks) continue;
      const key = `${date} ${label}`;
      const mark = marks.get(key) ?? { date, label, of: [] };
      marks.set(key, mark);
      if (!mark.of.includes(name)) mark.of.push(name);
    }
  return [...marks.values()]
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
    .map(({ date, label, of }) => {
      const whose = of.length === scenarios.length ? "" : ` (${shortened(of.join(", "), 40)})`;
      return { date, label: `${shortDate(date)}: ${label}${whose}` };
    });
}

function changeRules(scenarios: readonly FigureScenario[]): Layer[] {
  const marks = changeMarks(scenarios);
  if (marks.length === 0) return [];
  const values = [...new Set(marks.map(({ date }) => date))].map((date) => ({ date }));
  return [
    {
      data: { values },
      mark: { type: "rule", color: MARKER, strokeDash: [3, 3] },
      encoding: { x: { field: "date", type: "temporal", scale: DATE_SCALE } },
    },
  ];
}

const MOST_MARKS = 8;
const MARK_PIXELS = 15;

/** Lists the dated changes above the panels, each at its date; none where there is no change. */
export function changeStrip(
  scenarios: readonly FigureScenario[],
  { width }: Pick<TimePanel, "width">,
): readonly View[] {
  const marks = changeMarks(scenarios);
  if (marks.length === 0) return [];
  const shown = marks.slice(0, MOST_MARKS);
  const span = spanOf(scenarios);
  const [first, last] = span;
  const values = shown.map(({ date, label }, row) => ({
    date,
    row,
    label:
      row === MOST_MARKS - 1 && marks.length > MOST_MARKS
        ? `${label}; and ${marks.length - MOST_MARKS} more`
        : label,
    isLate: weeksBetween(first, date) > weeksBetween(first, last) / 2,
  }));
  const encoding = {
    x: {
      field: "date",
      type: "temporal",
      scale: { ...DATE_SCALE, domain: span },
      axis: null,
    },
    y: { field: "row", type: "ordinal", axis: null },
  } satisfies Encoding;
  const text = (isLate: boolean): Layer => ({
    transform: [{ filter: `datum.isLate === ${isLate}` }],
    mark: { type: "text", align: isLate ? "right" : "left", dx: isLate ? -5 : 5, color: INK },
    encoding: { ...encoding, text: { field: "label" } },
  });
  return [
    {
      width,
      height: shown.length * MARK_PIXELS,
      data: { values },
      layer: [
        { mark: { type: "point", shape: "triangle-down", filled: true, color: MARKER, size: 45 }, encoding },
        text(false),
        text(true),
      ],
    },
  ];
}

/** Gives the first and the last date that the scenarios show. */
export function spanOf(scenarios: readonly FigureScenario[]): [string, string] {
  const firsts = scenarios.map(({ start }) => start).sort();
  const lasts = scenarios.map(({ start, weeks }) => weeksLater(start, Math.max(1, weeks) - 1)).sort();
  return [firsts[0], lasts[lasts.length - 1]];
}

/** Says what the line and the bands of a panel are. */
export const BAND_WORDS =
  "Line: mean; dark band: its 95 % interval; light band: where 90 % of replications lie.";
