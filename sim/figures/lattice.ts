import { wrap } from "../words/lines.ts";
import { listText } from "../words/lists.ts";
import { countText, numberText } from "../words/numbers.ts";
import type { FigureChoice, FigureEntry, FigureInput, FigureSpec, Position, View } from "./figure.ts";
import { emptyPanel } from "./internal/empty-panel.ts";
import { parameterNames, pathsOfNames } from "./internal/parameter-names.ts";
import { columnsOf, numberOf, plotted, type Row, rowsWhere, textOf } from "./internal/rows.ts";
import { basisWords, shownScenarios } from "./internal/scenarios.ts";
import { wholeFigure } from "./internal/whole.ts";
import { INK, MUTED, SCENARIO_COLOURS, WIDTH } from "./theme.ts";

/** Declares the figure. */
export const LATTICE_FIGURE: FigureEntry = {
  name: "lattice",
  heading: "Which values go together",
  shows: "the sets of values that fit, two parameters at a time, over all that were tried first",
  tables: ["points", "learnt"],
  needs: { points: [], learnt: [] },
  behind: [
    { table: "learnt", groupBy: ["all"] },
    { table: "points", groupBy: ["all"], columns: ["point", "wave", "met", "member"] },
  ],
  make: latticeFigure,
};

/** Parameters that have room beside one another, and pairs below one another on a phone. */
const MOST = 5;
const MOST_PAIRS = 4;
const CELL = 112;
/** Letters of a name in a cell. */
const LETTERS = 15;

interface Axis {
  readonly path: string;
  readonly name: string;
  readonly domain: readonly [number, number];
}

/**
 * Draws members over the points of the first wave, two parameters at a time: those of which most was learnt
 * or that trade off with another.
 */
function latticeFigure(input: FigureInput, choice: FigureChoice): FigureSpec {
  const known = columnsOf(input, "points");
  const learnt = rowsWhere(input, "learnt").filter((row) => known.includes(textOf(row, "parameter")));
  const points = rowsWhere(input, "points");
  const first = points.filter((row) => numberOf(row, "wave") === 1);
  const members = points.filter((row) => numberOf(row, "member") !== null);
  const shown = learnt.toSorted((a, b) => interest(b) - interest(a)).slice(0, MOST);
  const paths = shown.map((row) => textOf(row, "parameter"));
  const names = parameterNames(input, paths);
  const namesOfAll = parameterNames(
    input,
    learnt.map((row) => textOf(row, "parameter")),
  );
  const axes = paths.map((path): Axis => {
    const values = points.flatMap((row) => numberOf(row, path) ?? []);
    return { path, name: names.get(path) ?? path, domain: [Math.min(...values), Math.max(...values)] };
  });
  const texts = {
    title: findingOf(members.length, learnt, namesOfAll),
    shows:
      `Grey: all sets of the first wave, over the whole ranges. Blue: those that meet every published figure. ` +
      `The ${shown.length} parameters of which most was learnt.${pathsOfNames(names)}`,
    basis: basisWords(
      input,
      shownScenarios(input, choice).slice(0, 1),
      "each point is a mean, without its interval",
    ),
    read: learnt.map((row) => tradeWords(row, namesOfAll)).join(" "),
  };
  if (axes.length < 2 || members.length === 0) {
    const why = "No two parameters have sets of values that fit.";
    return wholeFigure(texts, [emptyPanel(why, { width: WIDTH })], WIDTH);
  }
  const pair = (across: Axis, up: Axis): View => pairPanel(across, up, first, members);
  if (choice.isNarrow) {
    const pairs = axes.flatMap((up, i) => axes.slice(0, i).map((across) => ({ across, up })));
    const panels = pairs
      .slice(0, MOST_PAIRS)
      .map(({ across, up }) => withNames(pair(across, up), across, up));
    return wholeFigure(texts, panels, WIDTH);
  }
  const rows = axes.map(
    (up, i): View => ({
      spacing: 14,
      hconcat: [...axes.slice(0, i).map((across) => pair(across, up)), namePanel(up)],
    }),
  );
  return wholeFigure(texts, rows, WIDTH, 14);
}

/** Says how much a parameter is worth looking at: what was learnt of it, and whether it trades off. */
const interest = (row: Row): number =>
  1 - (numberOf(row, "left") ?? 1) + Math.abs(numberOf(row, "correlation") ?? 0);

function findingOf(members: number, learnt: readonly Row[], names: ReadonlyMap<string, string>): string {
  const name = (path: string): string => names.get(path) ?? path;
  const ridges = learnt.filter(
    (row) => textOf(row, "partner") !== "" && textOf(row, "parameter") < textOf(row, "partner"),
  );
  const sets = `${countText(members, "set")} of values fit`;
  if (ridges.length === 0) return `${sets}; no two parameters trade off against each other.`;
  const told = ridges.map((row) => `${name(textOf(row, "parameter"))} with ${name(textOf(row, "partner"))}`);
  return `${sets}; what trades off: ${listText(told)}.`;
}

function tradeWords(row: Row, names: ReadonlyMap<string, string>): string {
  const [name, partner] = ["parameter", "partner"].map((column) => {
    const path = textOf(row, column);
    return names.get(path) ?? path;
  });
  const with_ =
    partner === ""
      ? "no other"
      : `${partner}, correlation ${numberText(numberOf(row, "correlation") ?? 0, 2)}`;
  return `${name} trades off with ${with_}.`;
}

function pairPanel(across: Axis, up: Axis, first: readonly Row[], members: readonly Row[]): View {
  const at = (rows: readonly Row[]) =>
    rows.map((row) => ({
      x: plotted(numberOf(row, across.path)),
      y: plotted(numberOf(row, up.path)),
    }));
  const place = (field: "x" | "y", { domain }: Axis): Position => ({
    field,
    type: "quantitative",
    scale: { domain: [...domain], nice: false, zero: false },
    axis: { title: null, tickCount: 3, grid: false, labelFontSize: 9 },
  });
  const encoding = { x: place("x", across), y: place("y", up) };
  return {
    width: CELL,
    height: CELL,
    layer: [
      {
        data: { values: at(first) },
        mark: { type: "point", filled: true, size: 10, color: MUTED, opacity: 0.35 },
        encoding,
      },
      {
        data: { values: at(members) },
        mark: { type: "point", filled: true, size: 16, color: SCENARIO_COLOURS[0], opacity: 0.7 },
        encoding,
      },
    ],
  };
}

/** Writes the name of a parameter where its row and its column meet. */
function namePanel({ name }: Axis): View {
  const lines = wrap(name, LETTERS);
  return {
    width: CELL,
    height: CELL,
    data: { values: [{ text: lines.join("\n") }] },
    mark: { type: "text", lineBreak: "\n", color: INK, baseline: "middle" },
    encoding: {
      text: { field: "text" },
      x: { value: CELL / 2 },
      y: { value: CELL / 2 - 6 * (lines.length - 1) },
    },
  };
}

function withNames(panel: View, across: Axis, up: Axis): View {
  return {
    ...panel,
    title: {
      text: [`across: ${across.name}`, `up: ${up.name}`],
      fontSize: 11,
      fontWeight: "normal",
      color: MUTED,
    },
  } as View;
}
