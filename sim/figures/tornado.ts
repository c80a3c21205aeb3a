import { MINUS, numberText, signedText } from "../words/numbers.ts";
import type { FigureChoice, FigureEntry, FigureInput, FigureSpec, Position, View } from "./figure.ts";
import { emptyPanel } from "./internal/empty-panel.ts";
import { BROKEN_NAMES, parameterNames, pathsOfNames } from "./internal/parameter-names.ts";
import { numberOf, plotted, type Row, textOf } from "./internal/rows.ts";
import {
  GRADE_COLOURS,
  type SensitivityRows,
  sensitivityBasis,
  sensitivityRows,
} from "./internal/sensitivity-rows.ts";
import { wholeFigure } from "./internal/whole.ts";
import { INK, WIDTH } from "./theme.ts";

/** Declares the figure. */
export const TORNADO_FIGURE: FigureEntry = {
  name: "tornado",
  heading: "What moves it most",
  shows: "how far each parameter moves a result over its range, by grade of evidence; --metric shows another",
  tables: ["sensitivity"],
  needs: { sensitivity: [] },
  behind: [
    {
      table: "sensitivity",
      groupBy: ["all"],
      where: { method: ["mu_star"], verdict: ["moves"] },
      columns: ["metric", "parameter", "low", "high", "grade", "method", "estimate", "ci_low", "ci_high"],
    },
  ],
  make: tornadoFigure,
};

const SHOWN = 10;
const BAR = 30;
/** Pixels from the middle of a bar up to the name that stands over it on a phone. */
const OVER = 16;
/** Room at the right for words. */
const WORDS = 110;

/** Draws the ten parameters that move a result most, coloured by the grade of their evidence. */
function tornadoFigure(input: FigureInput, choice: FigureChoice): FigureSpec {
  const rows = sensitivityRows(input, choice);
  const shown = rows.screened.filter((row) => textOf(row, "verdict") !== "inert").slice(0, SHOWN);
  const shows =
    "Each bar is what the result changes by as the parameter goes through its whole range, on average over all " +
    "else that is not known: from nothing where it goes one way, both ways about nothing where it goes up and " +
    "down. Grade A is published, C an assumption.";
  if (shown.length === 0) {
    const title = `${rows.words}: no parameter moves it.`;
    const texts = { title, shows, basis: sensitivityBasis(input), read: "" };
    return wholeFigure(texts, [emptyPanel(title, { width: WIDTH })], WIDTH);
  }
  const names = parameterNames(
    input,
    shown.map((row) => textOf(row, "parameter")),
  );
  const bars = shown.map((row) => barOf(row, rows, names));
  const weak = bars.filter(({ grade }) => grade === "C").length;
  const title =
    `${rows.words}: ${bars[0].label} moves it most (${bars[0].words}); of the ${bars.length} that matter most ` +
    `${weak} rest on assumptions.`;
  const read = bars.map(({ label, words, grade }) => `${label}, grade ${grade}: ${words}.`).join(" ");
  const axis = `change, ${rows.unit.unit}`;
  const texts = { title, shows: `${shows}${pathsOfNames(names)}`, basis: sensitivityBasis(input), read };
  return wholeFigure(texts, [panel(bars, axis, choice.isNarrow)], WIDTH);
}

interface Bar {
  readonly label: string;
  readonly grade: string;
  readonly from: number | null;
  readonly to: number | null;
  /** What the bar shows, as a number and with its unit. */
  readonly size: string;
  readonly words: string;
}

function barOf(row: Row, { unit, of }: SensitivityRows, names: ReadonlyMap<string, string>): Bar {
  const parameter = textOf(row, "parameter");
  const muStar = (numberOf(row, "estimate") ?? 0) * unit.factor;
  const mu = of(parameter, "mu") ?? 0;
  const isOneWay = numberOf(row, "sign") !== 0;
  const decimals = Math.max(unit.decimals, muStar < 10 ? 1 : 0);
  const size = isOneWay ? signedText(mu, decimals, MINUS) : `±${numberText(muStar, decimals)}`;
  const mayBe = textOf(row, "verdict") === "chance" ? ", may be chance" : "";
  return {
    label: names.get(parameter) ?? parameter,
    grade: textOf(row, "grade"),
    from: plotted(isOneWay ? 0 : -muStar / 2),
    to: plotted(isOneWay ? mu : muStar / 2),
    size: `${size}${mayBe}`,
    words: `${size} ${unit.unit}${mayBe}`,
  };
}

function panel(bars: readonly Bar[], axis: string, isNarrow = false): View {
  const y: Position = {
    field: "label",
    type: "nominal",
    sort: bars.map(({ label }) => label),
    // A phone has no room beside bars: there names stand over them.
    axis: isNarrow ? null : { title: null, grid: false, labelLimit: 280, labelExpr: BROKEN_NAMES },
    scale: { paddingInner: 0.3 },
  };
  const x = {
    field: "from",
    type: "quantitative",
    scale: { zero: true, nice: true },
    axis: { title: axis, grid: true, tickCount: 5 },
  } as const;
  return {
    width: WIDTH - WORDS - 160,
    height: { step: BAR },
    data: { values: [...bars] },
    layer: [
      {
        mark: { type: "bar", ...(isNarrow ? { height: BAR / 2 } : {}) },
        encoding: {
          y,
          x,
          x2: { field: "to" },
          color: {
            field: "grade",
            type: "nominal",
            scale: { domain: GRADE_COLOURS.domain.slice(0, 3), range: GRADE_COLOURS.range.slice(0, 3) },
            legend: { title: "grade", orient: "top" },
          },
        },
      },
      { mark: { type: "rule", color: INK }, encoding: { x: { datum: 0, type: "quantitative" } } },
      ...(isNarrow
        ? // White about the letters keeps the line of nothing out of them.
          [{ stroke: "#ffffff", strokeWidth: 4 }, {}].map((around) => ({
            mark: { type: "text", align: "left", dy: -OVER, color: INK, ...around },
            encoding: { y, x: { value: 0 }, text: { field: "label" } },
          }))
        : []),
      {
        mark: { type: "text", align: "left", color: INK },
        encoding: { y, x: { value: WIDTH - WORDS - 152 }, text: { field: "size" } },
      },
    ],
  } as View;
}
