import { judgedWords, MEMBERS_MEETING } from "../findings/goal.ts";
import { readerUnit } from "../words/units.ts";
import type { FigureEntry, FigureInput, FigureSpec, Position, View } from "./figure.ts";
import { goalTitle, goalWords, JUDGED, SIDE_COLOURS, soughtBasis } from "./internal/goal-rows.ts";
import { parameterNames, pathsOfNames } from "./internal/parameter-names.ts";
import { numberOf, plotted, type Row, rowsWhere, textOf } from "./internal/rows.ts";
import { wholeFigure } from "./internal/whole.ts";
import { INK, MARKER, MUTED, SCENARIO_COLOURS, WIDTH } from "./theme.ts";

/** What the column member says in rows of no single member, and in folders of before there was one. */
const NO_MEMBER = ["null", "undefined"];

/** Declares the figure. */
export const LEVER_FIGURE: FigureEntry = {
  name: "lever",
  heading: "How much of it",
  shows: "the goal over the values of a lever, with its band, and the two between which it comes to be met",
  tables: ["levels"],
  needs: { levels: [] },
  behind: [
    {
      table: "levels",
      groupBy: ["all"],
      where: { member: NO_MEMBER },
      columns: ["value", "fte", "metric", "mean", "low", "high", "n", "meets", "cost", "mark"],
    },
  ],
  make: leverFigure,
};

const MARKS: Readonly<Record<string, string>> = {
  least: "the least that meets it",
  below: "the step below fails",
  tips: "it tips",
};

/** Draws the goal over the values of a lever, its band, its target and the certificate's two points. */
function leverFigure(input: FigureInput): FigureSpec {
  const all = rowsWhere(input, "levels");
  const metric = textOf(all[0], "metric");
  const isOfMembers = metric === MEMBERS_MEETING;
  const rows = all.filter((row) => textOf(row, "metric") === metric);
  const [first] = rows;
  const path = textOf(first, "lever");
  const names = parameterNames(input, [path]);
  const lever = names.get(path) ?? path;
  const texts = {
    title: findingOf(rows, (value) => (lever === path ? `${path} = ${value}` : `${value} (${lever})`)),
    shows:
      (isOfMembers
        ? "Points are the share of the ensemble's members that meet the goal, with the shares that surely do " +
          "and that may; the red line is the share asked for. Blue reaches it, orange fails; hollow points are " +
          "not sure."
        : "Points are the values that were simulated, with the bounds of the mean; the red line is the goal. " +
          "Blue meets it, orange fails; hollow points are too near it to be sure.") + pathsOfNames(names),
    basis: soughtBasis(input, rows, JUDGED),
    read: rows.map((row) => `${textOf(row, "value")}: ${goalWords(row)}.`).join(" "),
  };
  return wholeFigure(texts, [panel(rows, lever)], WIDTH);
}

function findingOf(rows: readonly Row[], at: (value: string) => string): string {
  const marked = (mark: string): readonly Row[] => rows.filter((row) => textOf(row, "mark") === mark);
  const [least] = marked("least");
  if (least !== undefined)
    return `${at(textOf(least, "value"))} is the least that meets it: ${goalTitle(least)}.`;
  const [before, after] = marked("tips");
  if (before !== undefined && after !== undefined)
    return `It tips between ${at(textOf(before, "value"))} and ${textOf(after, "value")}: ${goalTitle(after)}.`;
  const last = rows[rows.length - 1];
  const verdict = textOf(last, "meets") === "yes" ? "All values meet it" : "No value meets it";
  return `${verdict}: ${at(textOf(last, "value"))} has ${goalTitle(last)}.`;
}

function panel(rows: readonly Row[], lever: string): View {
  const unit = readerUnit(textOf(rows[0], "unit"));
  const scaled = (row: Row, column: string): number | null => {
    const value = numberOf(row, column);
    return value === null ? null : plotted(value * unit.factor);
  };
  const isNumeric = rows.every((row) => numberOf(row, "at") !== null);
  const values = rows.map((row) => ({
    x: isNumeric ? numberOf(row, "at") : textOf(row, "value"),
    mean: scaled(row, "mean"),
    low: scaled(row, "low"),
    high: scaled(row, "high"),
    side: textOf(row, "meets") === "yes" ? "meets" : "fails",
    sure: textOf(row, "sure"),
    words: MARKS[textOf(row, "mark")] ?? "",
  }));
  const x: Position = isNumeric
    ? {
        field: "x",
        type: "quantitative",
        scale: { zero: false, nice: true },
        axis: { title: lever, tickCount: 8 },
      }
    : { field: "x", type: "ordinal", sort: null, axis: { title: lever, labelAngle: 0 } };
  const axis = `${judgedWords(textOf(rows[0], "metric"))}, ${unit.unit}`;
  const y = {
    field: "mean",
    type: "quantitative",
    scale: { zero: false, nice: true },
    axis: { title: axis, tickCount: 6, grid: true },
  } as const;
  const target = scaled(rows[0], "target");
  return {
    width: WIDTH,
    height: 280,
    data: { values },
    layer: [
      {
        mark: { type: "area", color: SCENARIO_COLOURS[0], opacity: 0.14 },
        encoding: { x, y: { ...y, field: "low" }, y2: { field: "high" } },
      },
      { mark: { type: "line", color: MUTED }, encoding: { x, y } },
      {
        mark: { type: "rule", color: MARKER, strokeDash: [5, 3] },
        encoding: { y: { datum: target, type: "quantitative" } },
      },
      {
        mark: { type: "rule", strokeWidth: 1.5, color: INK },
        encoding: { x, y: { ...y, field: "low" }, y2: { field: "high" } },
      },
      {
        mark: { type: "point", size: 70, opacity: 1 },
        encoding: {
          x,
          y,
          color: { field: "side", type: "nominal", scale: SIDE_COLOURS, legend: null },
          fill: {
            condition: {
              test: "datum.sure === 'yes'",
              field: "side",
              type: "nominal",
              scale: SIDE_COLOURS,
              legend: null,
            },
            value: "#ffffff",
          },
        },
      },
      {
        mark: { type: "text", align: "left", dx: 8, dy: 14, color: INK },
        encoding: { x, y, text: { field: "words" } },
      },
    ],
  } as View;
}
