import { listText } from "../words/lists.ts";
import { countText, MINUS, numberText, signedText } from "../words/numbers.ts";
import type { FigureEntry, FigureInput, FigureSpec, View } from "./figure.ts";
import { soughtBasis } from "./internal/goal-rows.ts";
import { numberOf, plotted, type Row, rowsWhere, textOf } from "./internal/rows.ts";
import { wholeFigure } from "./internal/whole.ts";
import { ENDING_COLOURS, INK, MUTED, SCENARIO_COLOURS, WIDTH } from "./theme.ts";

/** Declares the figure. */
export const WHERE_FIGURE: FigureEntry = {
  name: "where",
  heading: "Where it is best lost or added",
  shows: "which places the best ways take hours from, or give them to, and what each way makes",
  tables: ["where"],
  needs: { where: [] },
  behind: [
    {
      table: "where",
      groupBy: ["all"],
      columns: ["way", "place", "changed", "people", "ci_low", "ci_high", "deprived", "cost", "may_be_best"],
    },
  ],
  make: whereFigure,
};

/** Ways that have a column. */
const MAX_WAYS = 12;
/** Places that have a row: those that the ways shown change. */
const MAX_PLACES = 30;

/** Draws places by ways: what each loses or gains, and below what the way makes of people. */
function whereFigure(input: FigureInput): FigureSpec {
  const all = rowsWhere(input, "where");
  const ways = [...new Set(all.map((row) => numberOf(row, "way") ?? 0))].slice(0, MAX_WAYS);
  const rows = all.filter((row) => ways.includes(numberOf(row, "way") ?? 0));
  const firsts = ways.flatMap((way) => rows.filter((row) => numberOf(row, "way") === way).slice(0, 1));
  const isLoss = textOf(all[0], "change") === "lose";
  const texts = {
    title: findingOf(rows, isLoss),
    shows:
      `A column is a way, the best first; a cell says how many full-time equivalents the place ` +
      `${isLoss ? "loses" : "gains"}. Below, the people who reach three contacts, less those of the service as ` +
      "it is; ways in blue cannot be ruled out as the best.",
    basis: soughtBasis(input, firsts, "whiskers are paired 95 % intervals: chance within the model"),
    read: firsts.map((row) => wayWords(rows, numberOf(row, "way") ?? 0)).join(" "),
  };
  return wholeFigure(texts, [gridPanel(rows, ways, isLoss), peoplePanel(firsts, ways)], WIDTH, 10);
}

function changesOf(rows: readonly Row[], way: number): string {
  const own = rows.filter((row) => numberOf(row, "way") === way);
  return listText(own.map((row) => `${textOf(row, "place")} ${numberText(numberOf(row, "changed"), 2)}`));
}

const wayWords = (rows: readonly Row[], way: number): string => {
  const [row] = rows.filter((one) => numberOf(one, "way") === way);
  return `Way ${way}: ${changesOf(rows, way)}, ${signedText(numberOf(row, "people"), 0, MINUS)} people.`;
};

function findingOf(rows: readonly Row[], isLoss: boolean): string {
  const [first] = rows;
  const people = numberOf(first, "people") ?? 0;
  const ties = new Set(
    rows.filter((row) => textOf(row, "may_be_best") === "yes").map((row) => numberOf(row, "way")),
  ).size;
  const others = ties > 1 ? `; ${countText(ties - 1, "other way")} shown may be as good` : "";
  return (
    `Best ${isLoss ? "lost" : "added"} at ${changesOf(rows, numberOf(first, "way") ?? 1)}: ` +
    `${numberText(Math.abs(people), 0)} ${people < 0 ? "fewer" : "more"} people reach three contacts${others}.`
  );
}

/** Room at the left for the names of places. */
const NAMES = 170;

const wayAxis = (ways: readonly number[]) =>
  ({ field: "way", type: "ordinal", sort: ways.map(String), scale: { domain: ways.map(String) } }) as const;

function gridPanel(rows: readonly Row[], ways: readonly number[], isLoss: boolean): View {
  const places = [...new Set(rows.map((row) => textOf(row, "place")))].slice(0, MAX_PLACES);
  const values = rows
    .filter((row) => places.includes(textOf(row, "place")))
    .map((row) => ({
      way: String(numberOf(row, "way")),
      place: textOf(row, "place"),
      changed: plotted(numberOf(row, "changed")),
      words: numberText(numberOf(row, "changed"), 2),
    }));
  const x = { ...wayAxis(ways), axis: { title: "way", orient: "top", labelAngle: 0 } } as const;
  const y = {
    field: "place",
    type: "nominal",
    sort: places,
    axis: { title: null, labelLimit: NAMES, grid: false },
  } as const;
  return {
    width: WIDTH - NAMES,
    height: { step: 22 },
    data: { values },
    layer: [
      {
        mark: {
          type: "rect",
          color: isLoss ? ENDING_COLOURS.unseen : SCENARIO_COLOURS[0],
          stroke: "#ffffff",
        },
        encoding: {
          x,
          y,
          opacity: {
            field: "changed",
            type: "quantitative",
            scale: { domain: [0, 1], range: [0.1, 0.75], clamp: true },
            legend: null,
          },
        },
      },
      { mark: { type: "text", color: INK }, encoding: { x, y, text: { field: "words" } } },
    ],
  } as View;
}

function peoplePanel(firsts: readonly Row[], ways: readonly number[]): View {
  const values = firsts.map((row) => ({
    way: String(numberOf(row, "way")),
    people: plotted(numberOf(row, "people")),
    low: plotted(numberOf(row, "ci_low")),
    high: plotted(numberOf(row, "ci_high")),
    best: textOf(row, "may_be_best"),
  }));
  const x = { ...wayAxis(ways), axis: null } as const;
  const y = {
    field: "people",
    type: "quantitative",
    scale: { zero: false, nice: true },
    axis: { title: "people who reach three contacts, difference", tickCount: 4, grid: true },
  } as const;
  return {
    width: WIDTH - NAMES,
    height: 130,
    data: { values },
    layer: [
      {
        mark: { type: "rule", color: INK },
        encoding: { x, y: { ...y, field: "low" }, y2: { field: "high" } },
      },
      {
        mark: { type: "point", filled: true, size: 60, opacity: 1 },
        encoding: {
          x,
          y,
          color: {
            field: "best",
            type: "nominal",
            scale: { domain: ["yes", "no"], range: [SCENARIO_COLOURS[0], MUTED] },
            legend: null,
          },
        },
      },
    ],
  } as View;
}
