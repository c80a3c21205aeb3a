import { metricWords } from "../measures/describe-metric.ts";
import { moneyText } from "../words/rounded.ts";
import { uncapitalised } from "../words/sentences.ts";
import { readerUnit } from "../words/units.ts";
import type { FigureEntry, FigureInput, FigureSpec, Position, View } from "./figure.ts";
import { goalTitle, goalWords, JUDGED, SIDE_COLOURS, soughtBasis } from "./internal/goal-rows.ts";
import { parameterNames, pathsOfNames } from "./internal/parameter-names.ts";
import { numberOf, plotted, type Row, rowsWhere, textOf } from "./internal/rows.ts";
import { wholeFigure } from "./internal/whole.ts";
import { INK, MARKER, MUTED, WIDTH } from "./theme.ts";

/** Declares the figure. */
export const FRONTIER_FIGURE: FigureEntry = {
  name: "frontier",
  heading: "What two levers do for their money",
  shows:
    "combinations of two levers by cost and goal: the undominated ones, the cheapest that meets the goal",
  tables: ["frontier"],
  needs: { frontier: [] },
  behind: [
    {
      table: "frontier",
      groupBy: ["all"],
      columns: [
        "first_value",
        "second_value",
        "fte",
        "cost",
        "metric",
        "mean",
        "low",
        "high",
        "n",
        "meets",
        "dominated",
        "mark",
      ],
    },
  ],
  make: frontierFigure,
};

const LEVERS = ["first_lever", "second_lever"] as const;

/** Pixels between a point and the edge of the panel. */
const MARGIN = 12;

/** Ends the line of a point's values. */
const BREAK = "\n";

const MARKS: Readonly<Record<string, string>> = {
  cheapest: "cheapest that meets it",
  best: "best for the money",
};

/** Draws combinations of two levers by their cost and the goal; those that another dominates are pale. */
function frontierFigure(input: FigureInput): FigureSpec {
  const all = rowsWhere(input, "frontier");
  const metric = textOf(all[0], "metric");
  const rows = all.filter((row) => textOf(row, "metric") === metric && numberOf(row, "cost") !== null);
  const names = parameterNames(
    input,
    LEVERS.map((lever) => textOf(rows[0] ?? {}, lever)),
  );
  const texts = {
    title: findingOf(rows, names),
    shows:
      "A point is a combination of both levers. Full ones are dominated by none: no other surely costs no more " +
      "and does better. Blue meets the goal (red line), orange fails; whiskers are bounds of the mean." +
      pathsOfNames(names),
    basis: soughtBasis(input, rows, JUDGED),
    read: rows.map((row) => `${valuesOf(row)}: ${pounds(row)} a year, ${goalWords(row)}.`).join(" "),
  };
  return wholeFigure(texts, [panel(rows)], WIDTH);
}

const valuesOf = (row: Row): string => `${textOf(row, "first_value")} and ${textOf(row, "second_value")}`;

const pounds = (row: Row): string => moneyText(numberOf(row, "cost") ?? 0);

const isMarked = (row: Row, mark: string): boolean => textOf(row, "mark").split(",").includes(mark);

/** Says what a combination is, with its values; empty for most. */
function marksOf(row: Row): string {
  const marks = Object.keys(MARKS).filter((mark) => isMarked(row, mark));
  return marks.length === 0 ? "" : `${valuesOf(row)}:${BREAK}${marks.map((mark) => MARKS[mark]).join(", ")}`;
}

function findingOf(rows: readonly Row[], names: ReadonlyMap<string, string>): string {
  const best = rows.find((row) => isMarked(row, "best"));
  const cheapest = rows.find((row) => isMarked(row, "cheapest"));
  const found = best ?? cheapest;
  if (found === undefined) return "No combination that was simulated meets the goal.";
  const [first, second] = LEVERS.map((lever) => {
    const value = textOf(found, lever.replace("lever", "value"));
    return `${value} (${names.get(textOf(found, lever)) ?? textOf(found, lever)})`;
  });
  const as = best === undefined ? "is the cheapest that meets the goal" : "does best for the money";
  return `${first} with ${second} ${as}: ${pounds(found)} a year, ${goalTitle(found)}.`;
}

function panel(rows: readonly Row[]): View {
  const [first] = rows;
  const unit = readerUnit(first === undefined ? "" : textOf(first, "unit"));
  const scaled = (row: Row, column: string): number | null => {
    const value = numberOf(row, column);
    return value === null ? null : plotted(value * unit.factor);
  };
  const sign = first !== undefined && textOf(first, "bound") === "at most" ? -1 : 1;
  const costs = rows.map((row) => numberOf(row, "cost") ?? 0);
  const [least, most] = [Math.min(...costs), Math.max(...costs)];
  let reached = -Infinity;
  const values = rows.map((row) => {
    const mean = sign * (numberOf(row, "mean") ?? -Infinity);
    const isAhead = mean > reached;
    reached = Math.max(reached, mean);
    const words = marksOf(row);
    const along = ((numberOf(row, "cost") ?? 0) - least) / Math.max(1, most - least);
    const isLeft = along < 1 / 2;
    const isDominated = textOf(row, "dominated") === "yes";
    return {
      cost: plotted((numberOf(row, "cost") ?? 0) / 1000),
      mean: scaled(row, "mean"),
      low: scaled(row, "low"),
      high: scaled(row, "high"),
      side: textOf(row, "meets") === "yes" ? "meets" : "fails",
      shade: isDominated ? 0.25 : 1,
      ahead: isAhead ? 1 : 0,
      left: isLeft ? words : "",
      right: isLeft ? "" : words,
    };
  });
  const x: Position = {
    field: "cost",
    type: "quantitative",
    // No point stands on the edge.
    scale: { zero: false, nice: true, padding: MARGIN },
    axis: { title: "cost a year, thousand GBP", tickCount: 7 },
  };
  const words = first === undefined ? "" : uncapitalised(metricWords(textOf(first, "metric")));
  const y = {
    field: "mean",
    type: "quantitative",
    scale: { zero: false, nice: true },
    axis: { title: `${words}, ${unit.unit}`, tickCount: 6, grid: true },
  } as const;
  const opacity = { field: "shade", type: "quantitative", scale: null, legend: null } as const;
  return {
    width: WIDTH,
    height: 320,
    data: { values },
    layer: [
      {
        mark: { type: "rule", color: MARKER, strokeDash: [5, 3] },
        encoding: {
          y: { datum: first === undefined ? null : scaled(first, "target"), type: "quantitative" },
        },
      },
      {
        // Through those that do better than all that are cheaper.
        transform: [{ filter: "datum.ahead === 1" }],
        mark: { type: "line", color: MUTED, strokeDash: [3, 3] },
        encoding: { x, y },
      },
      {
        mark: { type: "rule", color: INK },
        encoding: { x, y: { ...y, field: "low" }, y2: { field: "high" }, opacity },
      },
      {
        mark: { type: "point", filled: true, size: 70 },
        encoding: {
          x,
          y,
          opacity,
          color: { field: "side", type: "nominal", scale: SIDE_COLOURS, legend: null },
        },
      },
      {
        mark: { type: "text", align: "left", baseline: "top", dx: 8, dy: 4, color: INK, lineBreak: BREAK },
        encoding: { x, y, text: { field: "left" } },
      },
      {
        mark: {
          type: "text",
          align: "right",
          baseline: "bottom",
          dx: -8,
          dy: -4,
          color: INK,
          lineBreak: BREAK,
        },
        encoding: { x, y, text: { field: "right" } },
      },
    ],
  } as View;
}
