import { MINUS, numberText, signedText } from "../words/numbers.ts";
import { ORGANISATION_TYPES, type OrganisationType, TYPE_WORDS } from "../words/organisation-types.ts";
import { capitalised } from "../words/sentences.ts";
import type { FigureChoice, FigureEntry, FigureInput, FigureScenario, FigureSpec, View } from "./figure.ts";
import { acrossWords, type ScenarioValue } from "./internal/across.ts";
import { changeMarks } from "./internal/change-marks.ts";
import { emptyPanel } from "./internal/empty-panel.ts";
import { type IntervalMark, intervalPanel } from "./internal/interval-panel.ts";
import { isOfEnsemble } from "./internal/not-known.ts";
import { type Summary, summaryOf } from "./internal/rows.ts";
import { basisWords, bothWidthsWords, shownScenarios } from "./internal/scenarios.ts";
import { BAND_WORDS, timePanel, topOf, weekPoints } from "./internal/time-panel.ts";
import { wholeFigure } from "./internal/whole.ts";
import { seriesBehind, summaryBehind } from "./table-behind.ts";
import { WIDTH } from "./theme.ts";

/** Declares the figure. */
export const ORGANISATIONS_FIGURE: FigureEntry = {
  name: "organisations",
  heading: "Demand on places and waits at organisations",
  shows: "places, queues, load and closures of organisations by type",
  tables: ["series", "summary"],
  needs: { series: ["organisations.places"], summary: ["organisation.load"] },
  behind: [
    summaryBehind(
      [
        "organisation.load",
        "organisations.places",
        "organisations.closed",
        "organisations.count",
        "organisation.wait",
      ],
      "organisation_type",
    ),
    seriesBehind(["organisations.places", "organisation.queue"], "organisation_type"),
  ],
  make: organisationsFigure,
};

const LOAD = "organisation.load";
const CLOSED = "organisations.closed";
const COUNT = "organisations.count";
const PANEL = { width: 270, height: 120 } as const;
/** Change, of the first value, under which places are said to stay. */
const ABOUT = 0.05;

/** Draws places and queues of organisations by type over time, their load at the end and how many closed. */
function organisationsFigure(input: FigureInput, choice: FigureChoice): FigureSpec {
  const scenarios = shownScenarios(input, choice);
  const summary = summaryOf(input, [LOAD, CLOSED, COUNT]);
  const types = ORGANISATION_TYPES.filter((type) =>
    scenarios.some(({ name }) => (summary.of(name, COUNT, ofType(type))?.mean ?? 0) > 0),
  );
  const places =
    types.length === 0
      ? [emptyPanel("There are no organisations.", { width: WIDTH - 60 })]
      : types.map((type) => pairOf(input, scenarios, type));
  const marks = (metric: string, factor: number, unit: string): IntervalMark[] =>
    types.flatMap((type) =>
      scenarios.flatMap(({ name }) => {
        const estimate = summary.of(name, metric, { ...ofType(type), factor });
        if (estimate === undefined) return [];
        const hasParts = metric === CLOSED && estimate.mean > 0;
        const count = metric === CLOSED ? countWords(summary, name, type) : "";
        return [
          {
            row: capitalised(TYPE_WORDS[type].adjective),
            scenario: name,
            estimate,
            words: `${numberText(estimate.mean, hasParts ? 1 : 0)}${unit}${count}`,
          },
        ];
      }),
    );
  const loads = marks(LOAD, 100, " %");
  const texts = {
    title: findingOf(input, scenarios, types),
    shows:
      `${dashedWords(scenarios)}Places of organisations and people waiting at them, by type; then how ` +
      `full they are in the last half year, and how many closed. ${BAND_WORDS}`,
    basis: basisWords(input, scenarios, widthsWords(input)),
    read: [
      ...loads.map(
        ({ row, scenario, words }) => `${scenario}, ${row}: demand is ${words} of what places can serve.`,
      ),
      ...changeMarks(scenarios).map(({ label }) => `${label}.`),
    ].join(" "),
  };
  const end: View = {
    spacing: 30,
    hconcat: [
      intervalPanel(loads, scenarios, {
        axis: "Demand, % of what places can serve",
        width: 270,
        line: 100,
        title: "Load, last half year; red: 100 %",
      }),
      intervalPanel(marks(CLOSED, 1, ""), scenarios, {
        axis: "Organisations",
        width: 250,
        title: "Closed by the end, of all there were",
        namesScenarios: false,
        hidesRows: true,
      }),
    ],
  };
  return wholeFigure(texts, types.length === 0 ? places : [...places, end], WIDTH, 22);
}

/** Says what the dashed lines are: this figure has no room to name them at their dates. */
function dashedWords(scenarios: readonly FigureScenario[]): string {
  const marks = changeMarks(scenarios).map(({ label }) => label);
  return marks.length === 0 ? "" : `Dashed: ${marks.join("; ")}. `;
}

/** Says which of two widths stands where: weeks have chance alone. */
const widthsWords = (input: FigureInput): string | undefined =>
  isOfEnsemble(input) ? `over time chance only; of loads and closures ${bothWidthsWords(input)}` : undefined;

function ofType(type: OrganisationType): { groupBy: string; group: string } {
  return { groupBy: "organisation_type", group: type };
}

function countWords(summary: Summary, name: string, type: OrganisationType): string {
  const count = summary.of(name, COUNT, ofType(type));
  return count === undefined ? "" : ` of ${numberText(count.mean, 0)}`;
}

/** Places of a type beside the queue at them; the queue's panel names the lines. */
function pairOf(input: FigureInput, scenarios: readonly FigureScenario[], type: OrganisationType): View {
  const panels = [
    {
      metric: "organisations.places",
      title: `${capitalised(TYPE_WORDS[type].adjective)}: places`,
      isLabelled: false,
    },
    {
      metric: "organisation.queue",
      title: `${capitalised(TYPE_WORDS[type].adjective)}: people waiting at them`,
      isLabelled: true,
    },
  ].map(({ metric, title, isLabelled }) => {
    const points = weekPoints(input, scenarios, { metric, ...ofType(type) });
    return timePanel(points, scenarios, {
      metric,
      ...ofType(type),
      title,
      isLabelled,
      top: topOf(points),
      ...PANEL,
      ticks: 4,
    });
  });
  return { spacing: 34, hconcat: panels };
}

/** Names, by type, how much of the places of the first week is gained or lost by the last. */
function findingOf(
  input: FigureInput,
  scenarios: readonly FigureScenario[],
  types: readonly OrganisationType[],
): string {
  if (types.length === 0) return "There are no organisations.";
  const told = types.flatMap((type) => {
    const points = weekPoints(input, scenarios, { metric: "organisations.places", ...ofType(type) });
    const changes = scenarios.flatMap(({ name }): ScenarioValue[] => {
      const means = points.filter(({ scenario }) => scenario === name).map(({ mean }) => mean);
      const [first, last] = [means[0], means[means.length - 1]];
      return first > 0 ? [{ name, value: last / first - 1 }] : [];
    });
    if (changes.every(({ value }) => Math.abs(value) <= ABOUT)) return [];
    const words = acrossWords(changes, (value) => `${signedText(100 * value, 0, MINUS)} %`);
    return [`${TYPE_WORDS[type].adjective} ${words}`];
  });
  if (told.length === 0) return "No type of organisation gains or loses more than 5 % of its places.";
  return `Places of organisations, from the first week to the last: ${told.join("; ")}.`;
}
