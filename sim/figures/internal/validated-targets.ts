import { targetsMetText } from "../../findings/targets-met.ts";
import { metricWords } from "../../measures/describe-metric.ts";
import { shortened } from "../../words/lines.ts";
import { numberText } from "../../words/numbers.ts";
import type { FigureChoice, FigureInput, FigureSpec, Layer, Position, View } from "../figure.ts";
import { INK, MARKER, MUTED, SCENARIO_COLOURS, WIDTH } from "../theme.ts";
import { columnsOf, numberOf, plotted, type Row, rowsWhere, textOf } from "./rows.ts";
import { scaledRow } from "./scaled-row.ts";
import { basisWords, shownScenarios } from "./scenarios.ts";
import { wholeFigure } from "./whole.ts";

/** Says whether the targets are those of a validation, each with its verdict. */
export const areValidated = (input: FigureInput): boolean => columnsOf(input, "targets").includes("verdict");

const LABELS = 260;
const LETTERS = 40;
const VERDICTS = 90;
const ROW = 30;
const HEADINGS = { fitted: "Fitted: parameters may have been set by these", held_out: "Held out" } as const;

/** Draws targets as bands with what a scenario gives over them, fitted and held-out ones apart. */
export function validatedFigure(input: FigureInput, choice: FigureChoice): FigureSpec {
  const targets = rowsWhere(input, "targets");
  const hasRange = targets.some((row) => numberOf(row, "range_low") !== null);
  const texts = {
    title: targetsMetText(
      targets.map((row) => ({
        id: textOf(row, "target"),
        role: textOf(row, "role"),
        verdict: textOf(row, "verdict"),
        replicationsToDecide: numberOf(row, "replications_to_decide"),
      })),
    ),
    shows:
      "Each published figure (line) with its band (grey), and over it what is simulated: the mean (dot) with " +
      `its interval${hasRange ? ", pale what is not known" : ""}; a cross is what the linear spreadsheet says.`,
    basis: basisWords(input, shownScenarios(input, choice).slice(0, 1)),
    read: targets.map(wordsOf).join(" "),
  };
  const panels = (["fitted", "held_out"] as const).flatMap((role): View[] => {
    const some = targets.filter((row) => textOf(row, "role") === role);
    if (some.length === 0) return [];
    const title = { text: HEADINGS[role], fontSize: 12, color: MUTED, anchor: "start" } as const;
    return [{ title, spacing: 6, vconcat: some.map((row) => targetPanel(row, choice.isNarrow)) }];
  });
  return wholeFigure(texts, panels, WIDTH);
}

function wordsOf(row: Row): string {
  const { unit, at } = scaledRow(row);
  const text = (column: string): string => numberText(at(column) ?? 0, unit.decimals);
  const simulated =
    at("mean") === null
      ? "nothing simulated"
      : at("ci_low") === null
        ? `simulated ${text("mean")}`
        : `simulated ${text("mean")} (${text("ci_low")} to ${text("ci_high")})`;
  return (
    `${textOf(row, "target")}, ${nameOf(row)}: published ${text("value")} ${unit.unit}, band ` +
    `${text("low")} to ${text("high")}; ${simulated}, ${textOf(row, "verdict")}.`
  );
}

/** Names what a target is about: the metric, and of whom or when where that is not everybody always. */
function nameOf(row: Row): string {
  const group =
    textOf(row, "group_by") === "all" ? [] : [`${textOf(row, "group_by")} ${textOf(row, "group")}`];
  const window = textOf(row, "window") === "whole" ? [] : [textOf(row, "window")];
  const parts = [...group, ...window];
  const metric = metricWords(textOf(row, "metric"));
  return parts.length === 0 ? metric : `${metric} (${parts.join(", ").replaceAll("_", " ")})`;
}

const NUMBERS = [
  "value",
  "low",
  "high",
  "mean",
  "ci_low",
  "ci_high",
  "range_low",
  "range_high",
  "spreadsheet",
];

/** Draws one target on a scale of its own. */
function targetPanel(row: Row, isNarrow = false): View {
  const { unit, at } = scaledRow(row);
  const numbers = NUMBERS.map((column) => [column, plotted(at(column))] as const);
  const ends = numbers.flatMap(([, value]) => value ?? []);
  const [least, most] = [Math.min(...ends), Math.max(...ends)];
  const room = most > least ? (most - least) / 12 : 1;
  const inUnit = unit.unit === "" ? "" : `, ${unit.unit}`;
  const label = `${shortened(`${textOf(row, "target")} ${nameOf(row)}`, LETTERS - inUnit.length)}${inUnit}`;
  const x: Position = {
    field: "low",
    type: "quantitative",
    scale: { domain: [plotted(least - room) ?? 0, plotted(most + room) ?? 1], nice: false, zero: false },
    axis: { title: null, tickCount: 5, grid: false },
  };
  // Labels of one width, so that both headings begin at one edge.
  const width = isNarrow ? {} : { minExtent: LABELS };
  const y = { field: "label", type: "nominal", axis: { title: null, labelLimit: LABELS, ...width } } as const;
  const has = (column: string): boolean => at(column) !== null;
  const [colour] = SCENARIO_COLOURS;
  const span = (column: string, width: number, opacity: number): Layer[] =>
    has(`${column}_low`) && has(`${column}_high`)
      ? [
          {
            mark: { type: "rule", color: colour, strokeWidth: width, opacity },
            encoding: { y, x: { ...x, field: `${column}_low` }, x2: { field: `${column}_high` } },
          },
        ]
      : [];
  const dot = (column: string, mark: "circle" | "cross", color: string): Layer[] =>
    has(column)
      ? [
          {
            mark: { type: "point", shape: mark, filled: true, size: 60, color, opacity: 1 },
            encoding: { y, x: { ...x, field: column } },
          },
        ]
      : [];
  return {
    width: WIDTH - LABELS - VERDICTS,
    height: ROW,
    data: { values: [{ label, verdict: textOf(row, "verdict"), ...Object.fromEntries(numbers) }] },
    layer: [
      {
        mark: { type: "bar", color: MUTED, opacity: 0.25, height: 22 },
        encoding: { y, x, x2: { field: "high" } },
      },
      ...span("range", 9, 0.3),
      ...span("ci", 3, 1),
      ...dot("spreadsheet", "cross", MUTED),
      ...dot("mean", "circle", colour),
      {
        mark: { type: "tick", color: MARKER, thickness: 2, size: 22 },
        encoding: { y, x: { ...x, field: "value" } },
      },
      {
        mark: { type: "text", align: "left", dx: 8, color: INK },
        encoding: { y, x: { value: WIDTH - LABELS - VERDICTS }, text: { field: "verdict" } },
      },
    ],
  } as View;
}
