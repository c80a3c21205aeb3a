import { numberText } from "../words/numbers.ts";
import type { FigureChoice, FigureEntry, FigureInput, FigureScenario, FigureSpec, View } from "./figure.ts";
import { plotted, type Summary, summaryOf } from "./internal/rows.ts";
import { basisWords, shownScenarios } from "./internal/scenarios.ts";
import { unlistedWords } from "./internal/unlisted.ts";
import { wholeFigure } from "./internal/whole.ts";
import { summaryBehind } from "./table-behind.ts";
import { ENDING_COLOURS, WIDTH } from "./theme.ts";

const METRICS = ["people.reached_3", "people.engaged", "people.referred"];
const NOBODY_THERE = "requests.usual_care";

/** Declares the figure. */
export const PEOPLE_FIGURE: FigureEntry = {
  name: "people",
  heading: "How many people are helped",
  shows: "how many people reach three contacts, are seen less often, or are never seen",
  tables: ["summary"],
  needs: { summary: METRICS },
  behind: [summaryBehind([...METRICS, NOBODY_THERE])],
  make: peopleFigure,
};

const FATES = ["three contacts or more", "one or two contacts", "never seen", "no post there"] as const;
const COLOURS = [ENDING_COLOURS.finished, ENDING_COLOURS.open, ENDING_COLOURS.unseen, ENDING_COLOURS.ended];
const BAR = 34;
/** About the width of a letter of a name, and the most that names may take. */
const LETTER = 7.4;
const MOST_NAMES = 240;
/** Part of the longest bar that has room for its number. */
const ROOM = 0.07;

interface Part {
  readonly scenario: string;
  readonly fate: (typeof FATES)[number];
  readonly people: number;
  readonly from: number;
  readonly to: number;
}

/** Draws of each scenario how far its people come, in people and not in shares. */
function peopleFigure(input: FigureInput, choice: FigureChoice): FigureSpec {
  const scenarios = shownScenarios(input, choice);
  const summary = summaryOf(input, [...METRICS, NOBODY_THERE]);
  const parts = scenarios.flatMap((scenario) => partsOf(scenario, summary));
  const names = scenarios.map(({ name }) => name);
  const texts = {
    title: names.map((name, i) => findingOf(name, parts, i === 0)).join("; "),
    shows: `People, by how far they come before the run ends.${unlistedWords(input, names)}`,
    basis: basisWords(input, scenarios, "means"),
    read: parts
      .map(({ scenario, fate, people }) => `${scenario}, ${fate}: ${numberText(people, 0)}.`)
      .join(" "),
  };
  return wholeFigure({ ...texts, title: `${texts.title}.` }, [barPanel(parts, scenarios)], WIDTH);
}

function findingOf(name: string, parts: readonly Part[], isFirst: boolean): string {
  const own = parts.filter(({ scenario }) => scenario === name);
  const reached = own.find(({ fate }) => fate === FATES[0])?.people ?? 0;
  const asked = own.reduce((sum, { people }) => sum + people, 0);
  const told = numberText(asked, 0);
  if (told === "0") return `${isFirst ? "In" : "in"} ${name} nobody is referred`;
  return `${isFirst ? "In" : "in"} ${name} ${numberText(reached, 0)} of ${told} reach three contacts`;
}

function partsOf({ name }: FigureScenario, summary: Summary): Part[] {
  const mean = (metric: string): number => Math.max(0, summary.of(name, metric)?.mean ?? 0);
  const [reached, engaged, referred] = METRICS.map(mean);
  const counts = [reached, engaged - reached, referred - engaged, mean(NOBODY_THERE)];
  let from = 0;
  return counts.flatMap((count, i): Part[] => {
    const people = Math.max(0, count);
    if (people === 0) return [];
    const part = { scenario: name, fate: FATES[i], people, from, to: from + people };
    from = part.to;
    return [part];
  });
}

function barPanel(parts: readonly Part[], scenarios: readonly FigureScenario[]): View {
  const most = Math.max(1, ...parts.map(({ to }) => to));
  const values = parts.map(({ scenario, fate, people, from, to }) => ({
    scenario,
    fate,
    from: plotted(from),
    to: plotted(to),
    middle: plotted((from + to) / 2),
    label: people > ROOM * most ? numberText(people, 0) : "",
  }));
  const longest = Math.max(...scenarios.map(({ name }) => name.length));
  const names = Math.min(MOST_NAMES, Math.ceil(longest * LETTER) + 12);
  const shown = FATES.filter((fate) => parts.some((part) => part.fate === fate));
  const y = {
    field: "scenario",
    type: "nominal",
    sort: scenarios.map(({ name }) => name),
    axis: { title: null, labelLimit: names, labelAlign: "right", labelFontSize: 12, domain: false },
  } as const;
  return {
    width: WIDTH - names,
    height: { step: BAR + 12 },
    data: { values },
    layer: [
      {
        mark: { type: "bar", height: BAR },
        encoding: {
          y,
          x: {
            field: "from",
            type: "quantitative",
            scale: { domain: [0, most], nice: false },
            // Each part has its number.
            axis: { title: "People", labels: false, ticks: false },
          },
          x2: { field: "to" },
          color: {
            field: "fate",
            type: "nominal",
            scale: { domain: shown, range: shown.map((fate) => COLOURS[FATES.indexOf(fate)]) },
            legend: { title: null, orient: "bottom", columns: 2 },
          },
        },
      },
      {
        mark: { type: "text", fontSize: 13, fontWeight: "bold" },
        encoding: {
          y,
          x: { field: "middle", type: "quantitative" },
          text: { field: "label" },
          color: { value: "#111111", condition: { test: `datum.fate === "${FATES[3]}"`, value: "#ffffff" } },
        },
      },
    ],
  };
}
