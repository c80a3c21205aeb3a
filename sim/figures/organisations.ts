import { ORGANISATION_TYPES, type OrganisationType } from "../scenario/vocabulary.ts";
import type { FigureChoice, FigureInput, FigureScenario, FigureSpec, View } from "./figure.ts";
import { type IntervalMark, intervalPanel } from "./internal/interval-panel.ts";
import { type Summary, summaryOf } from "./internal/rows.ts";
import { basisWords, shownScenarios } from "./internal/scenarios.ts";
import { BAND_WORDS, changeMarks, timePanel, topOf, weekPoints } from "./internal/time-panel.ts";
import { wholeFigure } from "./internal/whole.ts";
import { listWords, numberWords, sentence } from "./internal/words.ts";
import { WIDTH } from "./theme.ts";

const TYPE_WORDS: Readonly<Record<OrganisationType, string>> = {
  local: "local",
  city_wide: "city-wide",
  national: "national",
  statutory: "statutory",
};

const LOAD = "organisation.load";
const CLOSED = "organisations.closed";
const COUNT = "organisations.count";
const PANEL = { width: 270, height: 120 } as const;
/** Change, of the first value, under which places are said to stay. */
const ABOUT = 0.05;

/** Draws places and queues of organisations by type over time, their load at the end and how many closed. */
export function organisationsFigure(input: FigureInput, choice: FigureChoice): FigureSpec {
  const scenarios = shownScenarios(input, choice);
  const summary = summaryOf(input, [LOAD, CLOSED, COUNT]);
  const types = ORGANISATION_TYPES.filter((type) =>
    scenarios.some(({ name }) => (summary.of(name, COUNT, ofType(type))?.mean ?? 0) > 0),
  );
  const places = types.map((type) => pairOf(input, scenarios, type));
  const marks = (metric: string, factor: number, unit: string): IntervalMark[] =>
    types.flatMap((type) =>
      scenarios.flatMap(({ name }) => {
        const estimate = summary.of(name, metric, { ...ofType(type), factor });
        if (estimate === undefined) return [];
        const count = metric === CLOSED ? countWords(summary, name, type) : "";
        return [
          {
            row: sentence(TYPE_WORDS[type]),
            scenario: name,
            estimate,
            words: `${numberWords(estimate.mean, metric === CLOSED ? 1 : 0)}${unit}${count}`,
          },
        ];
      }),
    );
  const loads = marks(LOAD, 100, " %");
  const texts = {
    title: findingOf(input, scenarios, types),
    shows: `Places of organisations and people waiting at them, by type; then how full they are in the last half year, and how many closed. ${BAND_WORDS}`,
    basis: basisWords(input, scenarios),
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
        title: "Load, last half year",
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
  return wholeFigure(texts, [...places, end], WIDTH, 22);
}

function ofType(type: OrganisationType): { groupBy: string; group: string } {
  return { groupBy: "organisation_type", group: type };
}

function countWords(summary: Summary, name: string, type: OrganisationType): string {
  const count = summary.of(name, COUNT, ofType(type));
  return count === undefined ? "" : ` of ${numberWords(count.mean, 0)}`;
}

/** Places of a type beside the queue at them; the queue's panel names the lines. */
function pairOf(input: FigureInput, scenarios: readonly FigureScenario[], type: OrganisationType): View {
  const panels = [
    { metric: "organisations.places", title: `${sentence(TYPE_WORDS[type])}: places`, isLabelled: false },
    {
      metric: "organisation.queue",
      title: `${sentence(TYPE_WORDS[type])}: people waiting at them`,
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

function findingOf(
  input: FigureInput,
  scenarios: readonly FigureScenario[],
  types: readonly OrganisationType[],
): string {
  const told = scenarios.map(({ name }) => {
    const changes = types.flatMap((type) => {
      const means = weekPoints(input, scenarios, { metric: "organisations.places", ...ofType(type) })
        .filter(({ scenario }) => scenario === name)
        .map(({ mean }) => mean);
      const [first, last] = [means[0], means[means.length - 1]];
      const change = first > 0 ? last / first - 1 : 0;
      if (Math.abs(change) <= ABOUT) return [];
      return [
        `${TYPE_WORDS[type]} ones ${change < 0 ? "lose" : "gain"} ${numberWords(100 * Math.abs(change), 0)} % of their places`,
      ];
    });
    return {
      name,
      words: changes.length === 0 ? "no type's places change by more than 5 %" : listWords(changes),
    };
  });
  const differ = new Set(told.map(({ words }) => words)).size > 1;
  if (!differ) return `Organisations: ${told[0]?.words ?? "none were measured"}.`;
  return `Organisations: ${told.map(({ name, words }) => `${words} in ${name}`).join("; ")}.`;
}
