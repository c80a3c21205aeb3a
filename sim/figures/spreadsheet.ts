import { MINUS, numberText, signedText } from "../words/numbers.ts";
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
import { acrossWords } from "./internal/across.ts";
import { emptyPanel } from "./internal/empty-panel.ts";
import { type Estimate, plotted, type Summary, summaryOf } from "./internal/rows.ts";
import { basisWords, shownScenarios } from "./internal/scenarios.ts";
import { wholeFigure } from "./internal/whole.ts";
import { summaryBehind } from "./table-behind.ts";
import { INK, MUTED, SCENARIO_COLOURS, WIDTH } from "./theme.ts";

/** Declares the figure. */
export const SPREADSHEET_FIGURE: FigureEntry = {
  name: "spreadsheet",
  heading: "What a linear spreadsheet would say",
  shows: "a linear spreadsheet's answer beside the simulation",
  tables: ["summary"],
  needs: { summary: ["spreadsheet.reached_3"] },
  behind: [
    summaryBehind(["spreadsheet.", "people.reached_3", "waiting_list.end", "people.referred", "posts.end"]),
  ],
  make: spreadsheetFigure,
};

const PAIRS = [
  { sheet: "spreadsheet.reached_3", simulated: "people.reached_3", title: "People who reach three contacts" },
  { sheet: "spreadsheet.waiting", simulated: "waiting_list.end", title: "People waiting at the end" },
] as const;
/** Share by which two figures must differ before they are called different. */
const APART = 0.1;

/** Draws what a linear spreadsheet says beside what the simulation shows, for the same people and posts. */
function spreadsheetFigure(input: FigureInput, choice: FigureChoice): FigureSpec {
  const scenarios = shownScenarios(input, choice);
  const summary = summaryOf(input, [
    "spreadsheet.load",
    ...PAIRS.flatMap(({ sheet, simulated }) => [sheet, simulated]),
  ]);
  const panels = PAIRS.map(({ sheet, simulated, title }) => {
    const pairs = scenarios.flatMap(({ name }): Pair[] => {
      const [said, shown] = [summary.of(name, sheet), summary.of(name, simulated)];
      return said === undefined || shown === undefined ? [] : [{ scenario: name, said, shown }];
    });
    return pairPanel(pairs, title);
  });
  const texts = {
    title:
      scenarios.length > 2
        ? offWords(scenarios, summary)
        : scenarios.map((scenario) => findingOf(scenario, summary, scenarios.length > 1)).join(" "),
    shows:
      "A linear spreadsheet (referrals x appointments a referral / appointments a post) beside the " +
      "simulation of the same people. It has no waiting, no organisations and no practices, and nobody " +
      "gives up.",
    basis: basisWords(input, scenarios),
    read: PAIRS.flatMap(({ sheet, simulated, title }) =>
      scenarios.map(
        ({ name }) =>
          `${name}, ${title.toLowerCase()}: spreadsheet ${peopleIn(summary.of(name, sheet))}, ` +
          `simulation ${peopleIn(summary.of(name, simulated))}.`,
      ),
    ).join(" "),
  };
  return wholeFigure(texts, panels, WIDTH, 20);
}

interface Pair {
  readonly scenario: string;
  readonly said: Estimate;
  readonly shown: Estimate;
}

function findingOf({ name }: FigureScenario, summary: Summary, isNamed: boolean): string {
  const said = summary.of(name, "spreadsheet.reached_3");
  const shown = summary.of(name, "people.reached_3");
  const load = summary.of(name, "spreadsheet.load");
  if (said === undefined || shown === undefined || load === undefined) return `${name}: nothing to compare.`;
  const where = isNamed ? `${name}: the` : "The";
  const posts = `${where} spreadsheet needs ${numberText(100 * load.mean, 0)} % of the posts`;
  if (Math.abs(said.mean - shown.mean) <= APART * shown.mean)
    return `${posts} and agrees within 10 % on who reaches three contacts.`;
  return (
    `${posts} and has ${numberText(said.mean, 0)} people reach three contacts, where the simulation ` +
    `has ${numberText(shown.mean, 0)}.`
  );
}

function offWords(scenarios: readonly FigureScenario[], summary: Summary): string {
  const off = scenarios.flatMap(({ name }) => {
    const [said, shown] = [summary.of(name, "spreadsheet.reached_3"), summary.of(name, "people.reached_3")];
    return said === undefined || shown === undefined || shown.mean === 0
      ? []
      : [{ name, value: said.mean / shown.mean - 1 }];
  });
  const words = acrossWords(off, (value) => `${signedText(100 * value, 0, MINUS)} %`);
  return words === undefined
    ? "In no scenario does anybody reach three contacts, so the spreadsheet cannot be held against them."
    : `The spreadsheet is off by ${words} on who reaches three contacts.`;
}

const ROW_PIXELS = 40;
const [SIMULATION, SHEET] = [SCENARIO_COLOURS[0], SCENARIO_COLOURS[1]];

function pairPanel(pairs: readonly Pair[], title: string): View {
  const scenarios = pairs.map(({ scenario }) => scenario);
  const values = pairs.flatMap(({ scenario, said, shown }, i) => [
    mark(scenario, "spreadsheet", said, i === 0),
    mark(scenario, "simulation", shown, i === 0),
  ]);
  if (pairs.length === 0) return emptyPanel(`${title}: nothing to compare.`, { width: WIDTH - 130 });
  const most = Math.max(1, ...values.map(({ high }) => high ?? 0));
  const x: Position = {
    field: "mean",
    type: "quantitative",
    scale: { domain: [0, most * 1.35], nice: false },
    axis: { title: "People", grid: true, tickCount: 6 },
  };
  const y = {
    field: "scenario",
    type: "nominal",
    sort: scenarios,
    axis: { title: null, labelLimit: 200 },
  } as const;
  const yOffset = {
    field: "source",
    type: "nominal",
    sort: ["spreadsheet", "simulation"],
    scale: { paddingInner: 0.2, paddingOuter: 0.4 },
  } as const;
  const color = {
    field: "source",
    type: "nominal",
    scale: { domain: ["spreadsheet", "simulation"], range: [SHEET, SIMULATION] },
    legend: null,
  } as const;
  const layers: Layer[] = [
    {
      mark: { type: "rule", strokeWidth: 2.5 },
      encoding: { y, yOffset, color, x: { ...x, field: "low" }, x2: { field: "high" } },
    },
    {
      mark: { type: "point", filled: true, size: 70, opacity: 1 },
      encoding: {
        y,
        yOffset,
        color,
        x,
        shape: {
          field: "source",
          type: "nominal",
          scale: { domain: ["spreadsheet", "simulation"], range: ["diamond", "circle"] },
          legend: null,
        },
      },
    },
    {
      mark: { type: "text", align: "left", dx: 9, color: INK },
      encoding: { y, yOffset, x: { ...x, field: "high" }, text: { field: "words" } },
    },
  ];
  return {
    width: WIDTH - 130,
    height: Math.max(1, pairs.length) * ROW_PIXELS,
    title: { text: title, fontSize: 12, color: MUTED, offset: 6 },
    data: { values },
    layer: layers,
  };
}

function mark(scenario: string, source: string, { mean, low, high }: Estimate, isNamed: boolean) {
  return {
    scenario,
    source,
    mean: plotted(mean),
    low: plotted(low ?? mean),
    high: plotted(high ?? mean),
    words: `${numberText(mean, 0)}${isNamed ? `  ${source}` : ""}`,
  };
}

const peopleIn = (estimate: Estimate | undefined): string =>
  estimate === undefined ? "not known" : numberText(estimate.mean, 0);
