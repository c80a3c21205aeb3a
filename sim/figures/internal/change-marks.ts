import { shortDateText } from "../../words/dates.ts";
import { shortened } from "../../words/lines.ts";
import type { Encoding, FigureScenario, Layer, View } from "../figure.ts";
import { INK, MARKER } from "../theme.ts";
import { weeksBetween, weeksLater } from "./weeks.ts";

/** Dates are days of the calendar, the same in every time zone. */
export const DATE_SCALE = { type: "utc" } as const;

/** A dated change with the scenarios that have it. */
interface Mark {
  readonly date: string;
  readonly label: string;
}

/**
 * Gives the dated changes of the scenarios within the time shown, each once, saying whose it is where not
 * all have it.
 */
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
      return { date, label: `${shortDateText(date)}: ${label}${whose}` };
    });
}

/** Draws a line at each dated change. */
export function changeRules(scenarios: readonly FigureScenario[]): Layer[] {
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

const MAX_MARKS = 8;
const MARK_PIXELS = 15;

/** Lists the dated changes above the panels, each at its date; none where there is no change. */
export function changeStrip(
  scenarios: readonly FigureScenario[],
  { width }: { readonly width: number },
): readonly View[] {
  const marks = changeMarks(scenarios);
  if (marks.length === 0) return [];
  const shown = marks.slice(0, MAX_MARKS);
  const span = spanOf(scenarios);
  const [first, last] = span;
  const values = shown.map(({ date, label }, row) => ({
    date,
    row,
    label:
      row === MAX_MARKS - 1 && marks.length > MAX_MARKS
        ? `${label}; and ${marks.length - MAX_MARKS} more`
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
        {
          mark: { type: "point", shape: "triangle-down", filled: true, color: MARKER, size: 45, opacity: 1 },
          encoding,
        },
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
