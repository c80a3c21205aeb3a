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
import { cutNames } from "./internal/cut-names.ts";
import { knownBand } from "./internal/known-band.ts";
import { isOfEnsemble, keptWithin, NOT_KNOWN_WORDS, plottedRange } from "./internal/not-known.ts";
import { plotted, type Summary, summaryOf } from "./internal/rows.ts";
import { basisWords, shownScenarios } from "./internal/scenarios.ts";
import { unlistedWords } from "./internal/unlisted.ts";
import { wholeFigure } from "./internal/whole.ts";
import { summaryBehind } from "./table-behind.ts";
import { ENDING_COLOURS, INK, WIDTH } from "./theme.ts";

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
/** About the width of a letter of a name, and the most letters beside a bar, and over it on a phone. */
const LETTER = 7.4;
const LETTERS = { beside: 34, over: 44 } as const;
/** About the width of a digit in a bar, of a comma, and of the longest bar of a phone, in pixels. */
const DIGIT = 8.5;
const COMMA = 4.5;
const NARROW = 320;
/** Pixels from the middle of a bar up to the name that stands over it. */
const OVER = 27;
/** Pixels from the middle of a bar to the line that says how sure its first part is. */
const UNDER = 12;

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
  const widths = scenarios.map(({ name }) => widthOf(name, summary));
  const names = scenarios.map(({ name }) => name);
  const texts = {
    title: names.map((name, i) => findingOf(name, parts, i === 0)).join("; "),
    shows: `People, by how far they come before the run ends.${unlistedWords(input, names)}`,
    basis: basisWords(
      input,
      scenarios,
      "line in a bar, of those with three contacts: 95 % interval, chance within the model" +
        `${isOfEnsemble(input) ? `; thin: ${NOT_KNOWN_WORDS}` : ""}`,
    ),
    read: parts
      .map(({ scenario, fate, people }) => `${scenario}, ${fate}: ${numberText(people, 0)}.`)
      .join(" "),
  };
  const panel = barPanel(parts, widths, scenarios, choice.isNarrow);
  return wholeFigure({ ...texts, title: `${texts.title}.` }, [panel], WIDTH);
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

/** How sure the number with three contacts is: chance, and of an ensemble what is not known. */
interface Width {
  readonly scenario: string;
  readonly low: number | null;
  readonly high: number | null;
  readonly range_low?: number | null;
  readonly range_high?: number | null;
}

function widthOf(scenario: string, summary: Summary): Width {
  const { low = null, high = null, range } = summary.of(scenario, METRICS[0]) ?? {};
  return {
    scenario,
    low: low === null ? null : plotted(Math.max(0, low)),
    high: plotted(high),
    ...plottedRange(range === undefined ? undefined : keptWithin(range)),
  };
}

/** Writes names over their bars. */
function namesOver(y: Position, names: readonly string[]): Layer {
  return {
    data: { values: names.map((scenario) => ({ scenario })) },
    mark: { type: "text", align: "left", fontSize: 12, dy: -OVER },
    encoding: { x: { value: 0 }, y, text: { field: "scenario" } },
  };
}

const pixelsOf = (digits: string): number =>
  [...digits].reduce((sum, sign) => sum + (sign === "," ? COMMA : DIGIT), 0);

function barPanel(
  parts: readonly Part[],
  widths: readonly Width[],
  scenarios: readonly FigureScenario[],
  isNarrow = false,
): View {
  const most = Math.max(1, ...parts.map(({ to }) => to), ...widths.map((one) => one.range_high ?? 0));
  const shortNames = cutNames(
    scenarios.map(({ name }) => name),
    isNarrow ? LETTERS.over : LETTERS.beside,
  );
  const longest = Math.max(...[...shortNames.values()].map((name) => name.length));
  const names = isNarrow ? 0 : Math.ceil(longest * LETTER) + 12;
  const onePerson = (isNarrow ? NARROW : WIDTH - names) / most;
  const named = (name: string): string => shortNames.get(name) ?? name;
  const values = parts.map(({ scenario, fate, people, from, to }) => ({
    scenario: named(scenario),
    fate,
    from: plotted(from),
    to: plotted(to),
    middle: plotted((from + to) / 2),
    label: people * onePerson > pixelsOf(numberText(people, 0)) ? numberText(people, 0) : "",
  }));
  const shown = FATES.filter((fate) => parts.some((part) => part.fate === fate));
  const y: Position = {
    field: "scenario",
    type: "nominal",
    sort: scenarios.map(({ name }) => named(name)),
    // A phone has no room beside bars: there names stand over them.
    axis: isNarrow
      ? null
      : { title: null, labelLimit: names, labelAlign: "right", labelFontSize: 12, domain: false },
  };
  const x: Position = {
    field: "from",
    type: "quantitative",
    scale: { domain: [0, most], nice: false },
    // Each part has its number.
    axis: { title: "People", ...(isNarrow ? { labelExpr: "''" } : { labels: false }), ticks: false },
  };
  const sureness = (low: "low" | "range_low", high: "high" | "range_high", strokeWidth: number): Layer[] =>
    knownBand(widths, [low, high], {
      data: { values: widths.map((one) => ({ ...one, scenario: named(one.scenario) })) },
      mark: { type: "rule", color: INK, strokeWidth, yOffset: UNDER },
      encoding: { y, x: { ...x, field: low }, x2: { field: high } },
    });
  return {
    width: WIDTH - names,
    height: { step: BAR + 12 },
    data: { values },
    layer: [
      {
        mark: { type: "bar", height: BAR },
        encoding: {
          y,
          x,
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
      ...(isNarrow ? [namesOver(y, [...shortNames.values()])] : []),
      ...sureness("range_low", "range_high", 1),
      ...sureness("low", "high", 4),
    ],
  };
}
