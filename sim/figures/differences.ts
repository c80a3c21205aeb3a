import { FEWEST_PAIRS } from "../findings/side-of-zero.ts";
import { describeMetric, metricWords } from "../measures/describe-metric.ts";
import { listText } from "../words/lists.ts";
import { numberText, signedText } from "../words/numbers.ts";
import { readerUnit } from "../words/units.ts";
import {
  type FigureChoice,
  FigureChoiceError,
  type FigureEntry,
  type FigureInput,
  type FigureScenario,
  type FigureSpec,
} from "./figure.ts";
import { acrossWords } from "./internal/across.ts";
import { type IntervalMark, intervalPanel } from "./internal/interval-panel.ts";
import { NOT_KNOWN_WORDS } from "./internal/not-known.ts";
import { type Estimate, numberOf, type Row, rangeOf, rowsWhere, textOf } from "./internal/rows.ts";
import { basisWords, shownScenarios } from "./internal/scenarios.ts";
import { differenceWords, rangeWords, sideOf } from "./internal/units.ts";
import { wholeFigure } from "./internal/whole.ts";
import { WIDTH } from "./theme.ts";

/** Declares the figure. */
export const DIFFERENCES_FIGURE: FigureEntry = {
  name: "differences",
  heading: "What differs from the first scenario",
  shows: "paired differences from the base, with which are better or worse; --metric shows one",
  tables: ["differences"],
  needs: { differences: [] },
  behind: [
    {
      table: "differences",
      groupBy: ["all"],
      columns: [
        "base",
        "scenario",
        "metric",
        "unit",
        "mean_difference",
        "ci_low",
        "ci_high",
        "range_low",
        "range_high",
      ],
    },
  ],
  make: differencesFigure,
};

/** What is compared unless a metric is chosen. */
const COMPARED = [
  "people.referred",
  "people.engaged",
  "people.reached_3",
  "waiting_list.end",
  "engaged.share",
  "reached_3.share",
  "wait.first_contact.within_4_weeks",
  "intervention.share",
  "finished.share",
  "needs.met_share",
  "wait.first_contact.mean",
  "caseload.mean",
  "cost.per_reached_3",
];

/**
 * Draws the paired differences of scenarios from a base, each in readers' units with its interval, and says
 * in words which are better or worse.
 */
function differencesFigure(input: FigureInput, choice: FigureChoice): FigureSpec {
  const { metric } = choice;
  const scenarios = shownScenarios(input, choice);
  const names = scenarios.map(({ name }) => name);
  const all = rowsWhere(input, "differences", { scenario: names, group_by: ["all"], group: ["all"] });
  const known = [...new Set(all.map((row) => textOf(row, "metric")))];
  if (metric !== undefined && !known.includes(metric)) throw new FigureChoiceError("metric", metric, known);
  const wanted = metric === undefined ? COMPARED : [metric];
  const base = textOf(all[0] ?? {}, "base");
  const rows = wanted.flatMap((one) =>
    all.filter(
      (row) =>
        textOf(row, "metric") === one && textOf(row, "base") === base && differenceOf(row) !== undefined,
    ),
  );
  const scarcer = scenariosWithFewerReferred(all);
  const hasRanges = rows.some((row) => differenceOf(row)?.range !== undefined);
  const units = [...new Set(rows.map((row) => readerUnit(textOf(row, "unit")).difference))];
  const panels = units.map((unit, i) => {
    const own = rows.filter((row) => readerUnit(textOf(row, "unit")).difference === unit);
    return intervalPanel(
      own.map((row) => markOf(row, scarcer, choice.isNarrow)),
      scenarios,
      {
        axis: `Difference from ${base}, ${unit === "points" ? "percentage points" : unit}`,
        width: choice.isNarrow ? 330 : 300,
        hasZeroLine: true,
        namesScenarios: i === 0,
        ...(choice.isNarrow ? { hasWordsAround: true } : { hasWordsAside: true }),
      },
    );
  });
  const texts = {
    title: findingOf(rows, base, scenarios, scarcer),
    shows:
      `Difference from ${base} under common random numbers: the same people and the same draws in ` +
      "both. An interval that holds 0 is no clear difference. Better and worse are for patients; where " +
      "fewer are referred, who is not referred has no wait and no share.",
    basis: basisWords(
      input,
      scenarios,
      hasRanges
        ? `thick: 95 % intervals of paired differences, chance within the model; thin: ${NOT_KNOWN_WORDS}`
        : "95 % intervals of paired differences: chance within the model",
    ),
    read: rows
      .map((row) => `${textOf(row, "scenario")}, ${labelOf(row)}: ${markOf(row, scarcer).words}.`)
      .join(" "),
  };
  return wholeFigure(texts, panels, WIDTH, 18);
}

function differenceOf(row: Row): Estimate | undefined {
  const { factor } = readerUnit(textOf(row, "unit"));
  const scaled = (column: string): number | null => {
    const value = numberOf(row, column);
    return value === null ? null : value * factor;
  };
  const mean = scaled("mean_difference");
  if (mean === null) return undefined;
  return { mean, low: scaled("ci_low"), high: scaled("ci_high"), ...rangeOf(row, factor) };
}

function labelOf(row: Row): string {
  const metric = textOf(row, "metric");
  const words = metricWords(metric);
  return textOf(row, "unit") === "people" ? `${words}, people` : words;
}

/** Tells one difference; on a narrow page the axis alone says the unit. */
function markOf(row: Row, scarcer: ReadonlySet<string>, isNarrow = false): IntervalMark {
  const estimate = knownDifference(row);
  const unit = readerUnit(textOf(row, "unit"));
  const { range } = estimate;
  const notKnown = range === undefined ? "" : `, not known ${rangeWords(range, estimate, unit)}`;
  const chance = differenceWords(estimate, isNarrow ? { ...unit, difference: "" } : unit);
  return {
    row: labelOf(row),
    scenario: textOf(row, "scenario"),
    estimate,
    words: `${chance}${notKnown}: ${judgement(row, scarcer)}`,
  };
}

/** Gives the difference of a row that was seen to have one. */
function knownDifference(row: Row): Estimate {
  const estimate = differenceOf(row);
  if (estimate === undefined) throw new RangeError(`${textOf(row, "metric")} has no difference`);
  return estimate;
}

/**
 * Gives the scenarios in which clearly fewer are referred: what is measured of those referred is then
 * measured of others.
 */
function scenariosWithFewerReferred(rows: readonly Row[]): ReadonlySet<string> {
  const fewer = rows.filter((row) => {
    const estimate = textOf(row, "metric") === "people.referred" ? differenceOf(row) : undefined;
    return estimate !== undefined && sideOf(estimate) < 0;
  });
  return new Set(fewer.map((row) => textOf(row, "scenario")));
}

type Judgement =
  | "better"
  | "worse"
  | "better for those still referred"
  | "more"
  | "fewer"
  | "no clear difference"
  | "too few pairs"
  | "no interval";

function judgement(row: Row, scarcer: ReadonlySet<string>): Judgement {
  const estimate = knownDifference(row);
  const metric = textOf(row, "metric");
  const side = sideOf(estimate);
  if (estimate.low === null) return "no interval";
  if (side === 0) return "no clear difference";
  if (pairsOf(row) < FEWEST_PAIRS.likely) return "too few pairs";
  const better = describeMetric(metric)?.better ?? null;
  if (better === null) return side > 0 ? "more" : "fewer";
  if (side > 0 !== (better === "higher")) return "worse";
  const isCount = metric === "people.engaged" || metric === "people.reached_3";
  return scarcer.has(textOf(row, "scenario")) && !isCount ? "better for those still referred" : "better";
}

const pairsOf = (row: Row): number => numberOf(row, "n") ?? 0;

/** Leads with the people who reach three contacts, and counts what is clear. */
function findingOf(
  rows: readonly Row[],
  base: string,
  scenarios: readonly FigureScenario[],
  scarcer: ReadonlySet<string>,
): string {
  const reached = rows.filter((row) => textOf(row, "metric") === "people.reached_3");
  if (reached.length > 2) {
    const values = reached.map((row) => ({
      name: textOf(row, "scenario"),
      value: knownDifference(row).mean,
    }));
    return (
      `Against ${base}, ${acrossWords(values, (value) => signedText(value, 0))} people reach three ` +
      "contacts."
    );
  }
  const told = scenarios.flatMap(({ name }) => {
    const own = rows.filter((row) => textOf(row, "scenario") === name);
    if (own.length === 0) return [];
    const lead = leadOf(own.find((row) => textOf(row, "metric") === "people.reached_3") ?? own[0]);
    if (own.length === 1) return [`${name}: ${lead}`];
    const judged = own.map((row) => judgement(row, scarcer));
    const counts = (["worse", "better", "better for those still referred"] as const).flatMap((word) => {
      const count = judged.filter((one) => one === word).length;
      return count === 0 && word !== "worse" ? [] : [`${count} ${word}`];
    });
    return [`${name}: ${lead}; of ${own.length} measures ${listText(counts)}`];
  });
  return told.length === 0 ? `Nothing is compared with ${base}.` : `Against ${base}, ${told.join(". ")}.`;
}

function leadOf(row: Row): string {
  const estimate = knownDifference(row);
  const unit = readerUnit(textOf(row, "unit"));
  const side = pairsOf(row) < FEWEST_PAIRS.likely ? 0 : sideOf(estimate);
  if (textOf(row, "metric") !== "people.reached_3")
    return side === 0
      ? `no clear difference (${labelOf(row)})`
      : `${labelOf(row)} ${differenceWords(estimate, unit)}`;
  if (pairsOf(row) < FEWEST_PAIRS.likely) return "too few pairs to say who reaches three contacts";
  if (side === 0) return "no clear difference in who reaches three contacts";
  return (
    `${numberText(Math.abs(estimate.mean), 0)} ${side > 0 ? "more" : "fewer"} people reach three ` +
    "contacts"
  );
}
