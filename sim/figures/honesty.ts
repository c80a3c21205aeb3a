import { metricWords } from "../measures/describe-metric.ts";
import { shortened } from "../words/lines.ts";
import { countText, numberText } from "../words/numbers.ts";
import type { FigureChoice, FigureEntry, FigureInput, FigureSpec, Position, View } from "./figure.ts";
import { emptyPanel } from "./internal/empty-panel.ts";
import { numberOf, plotted, type Row, rowsWhere, textOf } from "./internal/rows.ts";
import { basisWords, shownScenarios } from "./internal/scenarios.ts";
import { wholeFigure } from "./internal/whole.ts";
import { INK, MARKER, SCENARIO_COLOURS, WIDTH } from "./theme.ts";

/** Declares the figure. */
export const HONESTY_FIGURE: FigureEntry = {
  name: "honesty",
  heading: "Whether the emulators can be trusted",
  shows: "how many points that emulators had not seen lay where they predicted, by wave and target",
  tables: ["emulators", "targets"],
  needs: { emulators: [] },
  behind: [
    {
      table: "emulators",
      groupBy: ["all"],
      columns: ["wave", "target", "held_back", "inside", "misclassified", "inflation"],
    },
  ],
  make: honestyFigure,
};

/** Share of points that lie within two standard deviations of a right prediction. */
const PROMISED = 95;
const WORDS = 320;
/** Letters of the name of an emulator. */
const NAME = 44;

/** Draws for each emulator the share of held-back points within two standard deviations. */
function honestyFigure(input: FigureInput, choice: FigureChoice): FigureSpec {
  const rows = rowsWhere(input, "emulators");
  const metrics = new Map(
    rowsWhere(input, "targets").map((row) => [textOf(row, "target"), textOf(row, "metric")]),
  );
  const sum = (column: string): number => rows.reduce((all, row) => all + (numberOf(row, column) ?? 0), 0);
  const wrong = sum("misclassified");
  const ruled =
    wrong === 0
      ? "none that fits was ruled out"
      : `${numberText(wrong, 0)} that fit would have been ruled out`;
  const texts = {
    title:
      `Of ${countText(sum("held_back"), "point")} held back ${numberText(sum("inside"), 0)} lay within two ` +
      `standard deviations of what was predicted; ${ruled}.`,
    shows:
      "Each emulator was tried on points that it had not seen. Red: the 95 % that a right one has. An emulator " +
      "that would have ruled out a point that fits has its standard deviation inflated until it does not.",
    basis: basisWords(input, shownScenarios(input, choice).slice(0, 1), "counts of points have no interval"),
    read: rows.map((row) => `${labelOf(row, metrics)}: ${wordsOf(row)}.`).join(" "),
  };
  if (rows.length === 0)
    return wholeFigure(texts, [emptyPanel("No emulator was tried.", { width: WIDTH })], WIDTH);
  return wholeFigure(texts, [panel(rows, metrics)], WIDTH);
}

/** Says of an emulator which wave it is of, and which published figure it predicts. */
function labelOf(row: Row, metrics: ReadonlyMap<string, string>): string {
  const target = textOf(row, "target");
  const metric = metrics.get(target);
  return `wave ${numberOf(row, "wave")}, ${target}${metric === undefined ? "" : ` ${metricWords(metric)}`}`;
}

function wordsOf(row: Row): string {
  const [heldBack, inside, inflation] = ["held_back", "inside", "inflation"].map(
    (column) => numberOf(row, column) ?? 0,
  );
  const inflated = inflation > 1 ? `, inflated ${numberText(inflation, 2)} times` : "";
  return `${numberText(inside, 0)} of ${numberText(heldBack, 0)}${inflated}`;
}

function panel(rows: readonly Row[], metrics: ReadonlyMap<string, string>): View {
  const values = rows.map((row) => ({
    label: shortened(labelOf(row, metrics), NAME),
    share: plotted((100 * (numberOf(row, "inside") ?? 0)) / Math.max(1, numberOf(row, "held_back") ?? 0)),
    words: wordsOf(row),
  }));
  const x: Position = {
    field: "share",
    type: "quantitative",
    scale: { domain: [0, 100], nice: false },
    axis: { title: "Within two standard deviations, % of points held back", tickCount: 5, grid: true },
  };
  const y = {
    field: "label",
    type: "nominal",
    sort: null,
    axis: { title: null, grid: false, labelLimit: 280 },
  } as const;
  const width = WIDTH - WORDS;
  return {
    width,
    height: { step: 20 },
    data: { values },
    layer: [
      { mark: { type: "bar", color: SCENARIO_COLOURS[0], opacity: 0.8, height: 12 }, encoding: { y, x } },
      {
        data: { values: [{}] },
        mark: { type: "rule", color: MARKER, strokeDash: [4, 3] },
        encoding: { x: { datum: PROMISED, type: "quantitative" } },
      },
      {
        mark: { type: "text", align: "left", dx: 6, color: INK },
        encoding: { y, x: { value: width }, text: { field: "words" } },
      },
    ],
  };
}
