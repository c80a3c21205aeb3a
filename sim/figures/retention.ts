import { ENDING_WORDS } from "../words/endings.ts";
import { shortened } from "../words/lines.ts";
import { numberText } from "../words/numbers.ts";
import type {
  FigureChoice,
  FigureEntry,
  FigureInput,
  FigureScenario,
  FigureSpec,
  Layer,
  Position,
  View,
} from "./figure.ts";
import { acrossWords, type ScenarioValue } from "./internal/across.ts";
import { emptyPanel } from "./internal/empty-panel.ts";
import { spreadLabels } from "./internal/end-labels.ts";
import { knownBand } from "./internal/known-band.ts";
import { keptWithin, plottedRange } from "./internal/not-known.ts";
import { numberOf, plotted, type Row, rowsWhere, type Summary, summaryOf, textOf } from "./internal/rows.ts";
import {
  basisWords,
  bothWidthsWords,
  scenarioColours,
  scenarioDashes,
  scenarioShapes,
  shownScenarios,
} from "./internal/scenarios.ts";
import { smallMultiples } from "./internal/small-multiples.ts";
import { unlistedWords } from "./internal/unlisted.ts";
import { wholeFigure } from "./internal/whole.ts";
import { LIFE_TABLE } from "./table-behind.ts";
import { ENDING_COLOURS, WIDTH } from "./theme.ts";

/** Declares the figure. */
export const RETENTION_FIGURE: FigureEntry = {
  name: "retention",
  heading: "How many stay, contact by contact",
  shows: "share that reaches each number of contacts, and how those end who stop there",
  tables: ["retention", "summary"],
  needs: { retention: [] },
  behind: [LIFE_TABLE],
  make: retentionFigure,
};

/**
 * Endings after a number of contacts, as readers need them told apart; what is stacked first comes first.
 */
const EXITS = [
  { words: ENDING_WORDS.finished, columns: ["finished"], colour: ENDING_COLOURS.finished },
  { words: ENDING_WORDS.left, columns: ["left"], colour: ENDING_COLOURS.left },
  {
    words: ENDING_WORDS.unseen,
    columns: ["gave_up_waiting", "declined", "never_attended"],
    colour: ENDING_COLOURS.unseen,
  },
  {
    words: ENDING_WORDS.endedOrReviewed,
    columns: ["post_ended", "reviewed_out"],
    colour: ENDING_COLOURS.ended,
  },
  { words: ENDING_WORDS.open, columns: ["still_open"], colour: ENDING_COLOURS.open },
] as const;

/** Draws how far those referred come, contact by contact, and how those end who stop at each number. */
function retentionFigure(input: FigureInput, choice: FigureChoice): FigureSpec {
  const scenarios = shownScenarios(input, choice);
  const names = scenarios.map(({ name }) => name);
  const rows = rowsWhere(input, "retention", { scenario: names, group_by: ["all"], group: ["all"] });
  const reached = (contacts: number): ScenarioValue[] =>
    rows.flatMap((row) => {
      const share = numberOf(row, "contacts") === contacts ? numberOf(row, "reached_share") : null;
      return share === null ? [] : [{ name: textOf(row, "scenario"), value: 100 * share }];
    });
  const [seen, stayed] = [1, 3].map((contacts) =>
    acrossWords(reached(contacts), (value) => numberText(value, 0)),
  );
  const summary = summaryOf(
    input,
    NOT_KNOWN_OF.map(({ metric }) => metric),
  );
  const texts = {
    title: findingOf({ rows, seen, stayed }, scenarios),
    shows:
      "Top: share of those referred that reaches each number of contacts within " +
      `${scenarios[0]?.by ?? "the stated time"} (Aalen-Johansen), with its interval. Below: how those ` +
      `end who stop at exactly that number, by the end of the run.${unlistedWords(input, names)} No published ` +
      "figure was found of how those under three divide over none, one and two contacts.",
    basis: basisWords(
      input,
      scenarios,
      bothWidthsWords(input, ["band", "upright lines, of one contact and three"]),
    ),
    read: rows
      .filter((row) => numberOf(row, "reached_share") !== null)
      .map(
        (row) =>
          `${textOf(row, "scenario")}, ${textOf(row, "contacts")} contacts: ` +
          `${numberText(100 * (numberOf(row, "reached_share") ?? 0), 0)} %.`,
      )
      .join(" "),
  };
  const exits: View = {
    columns: scenarios.length > 2 ? 3 : 2,
    spacing: 24,
    resolve: { scale: { color: "shared", y: "shared" } },
    concat: scenarios.map((scenario) => exitPanel(scenario, rows, scenarios.length)),
  };
  const stays = smallMultiples(
    scenarios,
    { title: "Reached, % of those referred", width: WIDTH - 60 },
    (shown, width) =>
      reachedPanel(
        rows.filter((row) => shown.some(({ name }) => name === textOf(row, "scenario"))),
        shown,
        { width, notKnown: shown.flatMap(({ name }, i) => notKnownAt(name, i, summary)) },
      ),
  );
  return wholeFigure(texts, [stays, exits], WIDTH);
}

/** Says how many of those referred are seen and reach three contacts, or why it is not known. */
function findingOf(
  {
    rows,
    seen,
    stayed,
  }: {
    readonly rows: readonly Row[];
    readonly seen: string | undefined;
    readonly stayed: string | undefined;
  },
  scenarios: readonly FigureScenario[],
): string {
  if (rows.every((row) => (numberOf(row, "referred") ?? 0) === 0)) return "Nobody is referred.";
  if (seen === undefined || stayed === undefined)
    return `How many of those referred are seen is not known: no run lasts ${scenarios[0]?.by ?? "so long"}.`;
  return `Of 100 people referred, ${seen} are seen; ${stayed} reach three contacts.`;
}

const HEIGHT = 210;

/** Shares of which the summary tells what is not known, as the life table does not. */
const NOT_KNOWN_OF = [
  { metric: "engaged.share", contacts: 1 },
  { metric: "reached_3.share", contacts: 3 },
] as const;
/** Contacts by which the upright lines of scenarios stand apart. */
const APART = 0.07;

interface NotKnownAt {
  readonly scenario: string;
  readonly at: number;
  readonly range_low?: number | null;
  readonly range_high?: number | null;
}

/** Gives what is not known of a scenario's shares, beside the lines of those before it. */
function notKnownAt(scenario: string, place: number, summary: Summary): NotKnownAt[] {
  return NOT_KNOWN_OF.flatMap(({ metric, contacts }) => {
    const range = summary.of(scenario, metric, { factor: 100 })?.range;
    if (range === undefined) return [];
    return [{ scenario, at: contacts + APART * place, ...plottedRange(keptWithin(range, 100)) }];
  });
}

function reachedPanel(
  rows: readonly Row[],
  scenarios: readonly FigureScenario[],
  { width, notKnown }: { readonly width: number; readonly notKnown: readonly NotKnownAt[] },
): View {
  const points = rows.flatMap((row) => {
    const share = numberOf(row, "reached_share");
    if (share === null) return [];
    const percent = (column: string): number | null => plotted((numberOf(row, column) ?? share) * 100);
    return [
      {
        scenario: textOf(row, "scenario"),
        contacts: numberOf(row, "contacts"),
        reached: plotted(100 * share),
        low: percent("ci_low"),
        high: percent("ci_high"),
      },
    ];
  });
  if (!points.some(({ contacts }) => contacts !== 0))
    return emptyPanel("No share that reaches a number of contacts is known.", { width });
  const x: Position = {
    field: "contacts",
    type: "quantitative",
    scale: { domain: [0, 12], nice: false },
    axis: { title: "Number of contacts", tickCount: 12 },
  };
  const scale = { domain: [0, 100] };
  const color = {
    field: "scenario",
    type: "nominal",
    scale: scenarioColours(scenarios),
    legend: null,
  } as const;
  const ends = scenarios.flatMap(({ name }) => points.filter(({ scenario }) => scenario === name).slice(-1));
  const placed = spreadLabels(
    ends.map(({ scenario, reached }) => ({ text: shortened(scenario, 24), value: reached ?? 0 })),
    (100 / HEIGHT) * 14,
  );
  const notKnownLines: Layer[] = knownBand(notKnown, ["range_low", "range_high"], {
    data: { values: [...notKnown] },
    mark: { type: "rule", strokeWidth: 1.5 },
    encoding: {
      x: { ...x, field: "at" },
      y: { field: "range_low", type: "quantitative", scale },
      y2: { field: "range_high" },
      color,
    },
  });
  return {
    width,
    height: HEIGHT,
    data: { values: points },
    layer: [
      ...knownBand(points, ["low", "high"], {
        mark: { type: "area", opacity: 0.3 },
        encoding: {
          x,
          y: {
            field: "low",
            type: "quantitative",
            scale,
            axis: { title: "Reached, % of those referred", tickCount: 5 },
          },
          y2: { field: "high" },
          color,
        },
      }),
      ...notKnownLines,
      {
        mark: { type: "line", strokeWidth: 2 },
        encoding: {
          x,
          y: { field: "reached", type: "quantitative", scale },
          color,
          strokeDash: { field: "scenario", type: "nominal", scale: scenarioDashes(scenarios), legend: null },
        },
      },
      {
        mark: { type: "point", filled: true, size: 40, opacity: 1 },
        encoding: {
          x,
          y: { field: "reached", type: "quantitative", scale },
          color,
          shape: { field: "scenario", type: "nominal", scale: scenarioShapes(scenarios), legend: null },
        },
      },
      {
        data: {
          values: ends.map((end, i) => ({
            ...end,
            at: plotted(placed[i].value),
            // A small panel is headed by its name.
            label: width < WIDTH / 2 ? "" : placed[i].text,
          })),
        },
        mark: { type: "text", align: "left", dx: 8, fontWeight: "bold" },
        encoding: { x, y: { field: "at", type: "quantitative", scale }, text: { field: "label" }, color },
      },
    ],
  };
}

function exitPanel({ name }: FigureScenario, rows: readonly Row[], panels: number): View {
  const values = rows
    .filter((row) => textOf(row, "scenario") === name)
    .flatMap((row) => {
      const referred = numberOf(row, "referred") ?? 0;
      if (referred === 0) return [];
      return EXITS.map(({ words, columns }, order) => ({
        contacts: numberOf(row, "contacts"),
        exit: words,
        order,
        share: plotted(
          (100 * columns.reduce((sum, column) => sum + (numberOf(row, column) ?? 0), 0)) / referred,
        ),
      }));
    });
  const width = panels === 1 ? WIDTH - 60 : panels === 2 ? 270 : 170;
  if (values.length === 0)
    return emptyPanel(`${shortened(name, panels > 2 ? 16 : 30)}: nobody is referred.`, { width });
  return {
    width,
    height: 150,
    title: { text: shortened(name, panels > 2 ? 26 : 40), fontSize: 12, offset: 4 },
    data: { values },
    mark: { type: "bar" },
    encoding: {
      x: {
        field: "contacts",
        type: "ordinal",
        axis: {
          title: "Contacts when it ended",
          labelAngle: 0,
          ...(panels > 2 ? { values: [0, 2, 4, 6, 8, 10, 12] } : {}),
        },
      },
      y: {
        field: "share",
        type: "quantitative",
        stack: "zero",
        axis: { title: "% of those referred", tickCount: 4 },
      },
      color: {
        field: "exit",
        type: "nominal",
        scale: { domain: EXITS.map(({ words }) => words), range: EXITS.map(({ colour }) => colour) },
        legend: { title: null, orient: "bottom", columns: 2 },
      },
      order: { field: "order", type: "quantitative" },
    },
  };
}
