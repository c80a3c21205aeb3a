import { metricWords } from "../measures/describe-metric.ts";
import { shortened } from "../words/lines.ts";
import { listText } from "../words/lists.ts";
import { countText, numberText, wholePercentText } from "../words/numbers.ts";
import type { FigureChoice, FigureEntry, FigureInput, FigureSpec, Position, View } from "./figure.ts";
import { emptyPanel } from "./internal/empty-panel.ts";
import { BROKEN_NAMES, parameterNames, pathsOfNames } from "./internal/parameter-names.ts";
import { numberOf, plotted, type Row, rowsWhere, textOf } from "./internal/rows.ts";
import { scaledRow } from "./internal/scaled-row.ts";
import { basisWords, shownScenarios } from "./internal/scenarios.ts";
import { areValidated, validatedFigure } from "./internal/validated-targets.ts";
import { wholeFigure } from "./internal/whole.ts";
import { INK, MARKER, MUTED, SCENARIO_COLOURS, WIDTH } from "./theme.ts";

/** Declares the figure. */
export const FIT_FIGURE: FigureEntry = {
  name: "fit",
  heading: "Published figures beside what the model gives",
  shows:
    "published bands with what was simulated over them: of a validation each verdict, of a calibration the " +
    "ensemble and what was learnt of each parameter, wave by wave",
  tables: ["targets", "learnt", "waves"],
  needs: { targets: [] },
  behind: [{ table: "targets" }, { table: "learnt" }, { table: "waves" }],
  make: (input, choice) =>
    areValidated(input) ? validatedFigure(input, choice) : ensembleFigure(input, choice),
};

/** Draws targets as bands with an ensemble over them in two widths, parameters before and after, waves. */
function ensembleFigure(input: FigureInput, choice: FigureChoice): FigureSpec {
  const targets = rowsWhere(input, "targets").filter((row) => numberOf(row, "mean") !== null);
  const learnt = rowsWhere(input, "learnt");
  const waves = rowsWhere(input, "waves");
  const names = parameterNames(
    input,
    learnt.map((row) => textOf(row, "parameter")),
  );
  const members = Math.max(0, ...targets.map((row) => numberOf(row, "n") ?? 0));
  const texts = {
    title: findingOf(members, learnt, waves),
    shows:
      "Top: each published figure (line) with its band (grey), and over it nine tenths of the members: thick " +
      "what is not known, thin with chance as well. Middle: the same nine tenths of each parameter, along its " +
      "range (all of its prior). Below: how much of the space each wave left." +
      pathsOfNames(names),
    basis: basisWords(
      input,
      shownScenarios(input, choice).slice(0, 1),
      "widths are of the members' means, not intervals of one mean",
    ),
    read: [
      ...targets.map(targetWords),
      ...learnt.map((row) => learntWords(row, names)),
      ...waves.map(waveWords),
    ].join(" "),
  };
  const bands: View =
    targets.length === 0
      ? emptyPanel("No member meets every target.", { width: WIDTH - LABELS })
      : { spacing: 6, vconcat: targets.map(bandPanel) };
  const panels = [
    bands,
    ...(learnt.length === 0 ? [] : [learntPanel(learnt, names, choice.isNarrow)]),
    ...(waves.length === 0 ? [] : [wavesPanel(waves)]),
  ];
  return wholeFigure(texts, panels, WIDTH);
}

function findingOf(members: number, learnt: readonly Row[], waves: readonly Row[]): string {
  const left = waves.map((row) => numberOf(row, "left") ?? 0).at(-1);
  const space = left === undefined ? "" : `, out of ${shareText(left)} of the space`;
  if (members === 0) return "No set of values meets every published figure.";
  const narrowed = learnt.filter((row) => textOf(row, "verdict") === "narrowed").length;
  const ridges = learnt.filter((row) => textOf(row, "partner") !== "").length;
  const trade = ridges === 0 ? "" : `, ${ridges} trade off with another`;
  return (
    `${countText(members, "set")} of values meet every published figure${space}: of ` +
    `${countText(learnt.length, "parameter")} ${narrowed} ${narrowed === 1 ? "is" : "are"} narrowed${trade}.`
  );
}

const shareText = (share: number): string =>
  share < 0.1 ? `${numberText(100 * share, 1)} %` : wholePercentText(share);

const LABELS = 260;
const ROW = 30;

function scaled(row: Row) {
  const { unit, at } = scaledRow(row);
  return { unit, of: (column: string): number => at(column) ?? 0 };
}

function targetWords(row: Row): string {
  const { unit, of } = scaled(row);
  const text = (column: string): string => numberText(of(column), unit.decimals);
  return (
    `${textOf(row, "target")}, ${metricWords(textOf(row, "metric"))}: published ${text("value")} ` +
    `${unit.unit}, band ${text("low")} to ${text("high")}; members ${text("range_low")} to ` +
    `${text("range_high")}, with chance ${text("predict_low")} to ${text("predict_high")}.`
  );
}

/** Draws one target on a scale of its own. */
function bandPanel(row: Row): View {
  const { unit, of } = scaled(row);
  const at = (column: string): number | null => plotted(of(column));
  const ends = ["low", "high", "predict_low", "predict_high"].map(of);
  const [least, most] = [Math.min(...ends), Math.max(...ends)];
  const room = (most - least) / 12;
  const name = `${textOf(row, "target")} ${metricWords(textOf(row, "metric"))}`;
  const label = `${shortened(name, 36)}${unit.unit === "" ? "" : `, ${unit.unit}`}`;
  const x: Position = {
    field: "low",
    type: "quantitative",
    scale: { domain: [plotted(least - room) ?? 0, plotted(most + room) ?? 1], nice: false, zero: false },
    axis: { title: null, tickCount: 5, grid: false },
  };
  const y = { field: "label", type: "nominal", axis: { title: null, labelLimit: LABELS } } as const;
  return {
    width: WIDTH - LABELS,
    height: ROW,
    data: {
      values: [
        {
          label,
          value: at("value"),
          low: at("low"),
          high: at("high"),
          range_low: at("range_low"),
          range_high: at("range_high"),
          predict_low: at("predict_low"),
          predict_high: at("predict_high"),
        },
      ],
    },
    layer: [
      {
        mark: { type: "bar", color: MUTED, opacity: 0.25, height: 22 },
        encoding: { y, x, x2: { field: "high" } },
      },
      {
        mark: { type: "rule", color: SCENARIO_COLOURS[0], strokeWidth: 2 },
        encoding: { y, x: { ...x, field: "predict_low" }, x2: { field: "predict_high" } },
      },
      {
        mark: { type: "rule", color: SCENARIO_COLOURS[0], strokeWidth: 7 },
        encoding: { y, x: { ...x, field: "range_low" }, x2: { field: "range_high" } },
      },
      {
        mark: { type: "tick", color: MARKER, thickness: 2, size: 22 },
        encoding: { y, x: { ...x, field: "value" } },
      },
    ],
  };
}

function learntWords(row: Row, names: ReadonlyMap<string, string>): string {
  const [name, partner] = ["parameter", "partner"].map((column) => {
    const path = textOf(row, column);
    return names.get(path) ?? path;
  });
  const ridge = partner === "" ? "" : `, trades off with ${partner}`;
  return (
    `${name}: ${textOf(row, "after_low")} to ${textOf(row, "after_high")} of ` +
    `${textOf(row, "before_low")} to ${textOf(row, "before_high")}, ${textOf(row, "verdict")}${ridge}.`
  );
}

function learntPanel(learnt: readonly Row[], names: ReadonlyMap<string, string>, isNarrow = false): View {
  const values = learnt.map((row) => ({
    parameter: names.get(textOf(row, "parameter")) ?? "",
    verdict: textOf(row, "verdict"),
    low: plotted(100 * (numberOf(row, "low_at") ?? 0)),
    middle: plotted(100 * (numberOf(row, "middle_at") ?? 0)),
    high: plotted(100 * (numberOf(row, "high_at") ?? 0)),
    words: spanText(textOf(row, "after_low"), textOf(row, "after_high")),
  }));
  const x: Position = {
    field: "low",
    type: "quantitative",
    scale: { domain: [0, 100], nice: false },
    axis: { title: "Along its range before, % of its prior", tickCount: 5, grid: true },
  };
  const y = {
    field: "parameter",
    type: "nominal",
    sort: values.map(({ parameter }) => parameter),
    axis: { title: null, labelLimit: LABELS, labelExpr: BROKEN_NAMES, grid: false },
  } as const;
  const color = {
    field: "verdict",
    type: "nominal",
    scale: {
      domain: ["narrowed", "leans low", "leans high", "nothing learnt"],
      range: [SCENARIO_COLOURS[0], SCENARIO_COLOURS[4], SCENARIO_COLOURS[4], MUTED],
    },
    legend: null,
  } as const;
  return {
    width: WIDTH - LABELS - 140,
    height: { step: 28 },
    data: { values },
    layer: [
      {
        mark: { type: "rule", strokeWidth: 7 },
        encoding: { y, x, x2: { field: "high" }, color },
      },
      {
        mark: { type: "tick", color: INK, thickness: 2, size: 12 },
        encoding: { y, x: { ...x, field: "middle" } },
      },
      // The table below has them where there is no room.
      ...(isNarrow
        ? []
        : [
            {
              mark: { type: "text", align: "left", dx: 8, color: INK },
              encoding: { y, x: { value: WIDTH - LABELS - 140 }, text: { field: "words" } },
            },
          ]),
    ],
  } as View;
}

/** Writes two quantities of one unit in three figures each, with the unit once. */
function spanText(low: string, high: string): string {
  const [from, to] = [low, high].map((text) => /^'?(-?[0-9.]+)(.*)$/.exec(text));
  if (from == null || to == null || from[2] !== to[2]) return `${low} to ${high}`;
  return `${Number(Number(from[1]).toPrecision(3))} to ${Number(Number(to[1]).toPrecision(3))}${to[2]}`;
}

function waveWords(row: Row): string {
  const [wave, hits, points] = ["wave", "hits", "points"].map((column) => numberOf(row, column) ?? 0);
  return `Wave ${wave}: ${hits} of ${points} points met all, ${shareText(numberOf(row, "left") ?? 0)} left.`;
}

function wavesPanel(waves: readonly Row[]): View {
  const values = waves.map((row) => ({
    wave: `wave ${numberOf(row, "wave")}`,
    left: plotted(100 * (numberOf(row, "left") ?? 0)),
    words: listText([
      `${shareText(numberOf(row, "left") ?? 0)} left`,
      `${numberOf(row, "hits")} of ${numberOf(row, "points")} points met all`,
    ]),
  }));
  const x: Position = {
    field: "left",
    type: "quantitative",
    scale: { domain: [0, 100], nice: false },
    axis: { title: "Space left, %", tickCount: 5, grid: true },
  };
  const y = { field: "wave", type: "nominal", sort: null, axis: { title: null, grid: false } } as const;
  return {
    width: WIDTH - LABELS,
    height: { step: 22 },
    data: { values },
    layer: [
      { mark: { type: "bar", color: SCENARIO_COLOURS[0], opacity: 0.85, height: 12 }, encoding: { y, x } },
      {
        mark: { type: "text", align: "left", dx: 6, color: INK },
        encoding: { y, x, text: { field: "words" } },
      },
    ],
  } as View;
}
