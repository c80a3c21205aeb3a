import {
  type FigureChoice,
  FigureChoiceError,
  type FigureInput,
  type FigureScenario,
  type FigureSpec,
} from "./figure.ts";
import { type IntervalMark, intervalPanel } from "./internal/interval-panel.ts";
import { type Estimate, numberOf, type Row, rowsWhere, textOf } from "./internal/rows.ts";
import { basisWords, shownScenarios } from "./internal/scenarios.ts";
import { differenceWords, readerUnit, sideOf } from "./internal/units.ts";
import { wholeFigure } from "./internal/whole.ts";
import { listWords, numberWords } from "./internal/words.ts";
import { WIDTH } from "./theme.ts";

/** What is compared unless a metric is chosen: its words, and whether more of it is better for patients (1), worse (-1) or neither (0). */
const COMPARED: Readonly<Record<string, { readonly words: string; readonly better: -1 | 0 | 1 }>> = {
  "people.referred": { words: "People referred", better: 0 },
  "people.engaged": { words: "Seen at least once", better: 1 },
  "people.reached_3": { words: "Reached three contacts", better: 1 },
  "waiting_list.end": { words: "Waiting at the end", better: -1 },
  "engaged.share": { words: "Seen at least once", better: 1 },
  "reached_3.share": { words: "Reached three contacts", better: 1 },
  "wait.first_contact.within_4_weeks": { words: "Seen within 4 weeks", better: 1 },
  "intervention.share": { words: "Started at an organisation", better: 1 },
  "finished.share": { words: "Finished: no need left", better: 1 },
  "needs.met_share": { words: "Needs met", better: 1 },
  "wait.first_contact.mean": { words: "First wait, mean", better: -1 },
  "caseload.mean": { words: "Open cases of a post", better: 0 },
  "cost.per_reached_3": { words: "Cost a person reaching three", better: -1 },
};

/** Draws the paired differences of scenarios from a base, each in readers' units with its interval, and says in words which are better or worse. */
export function differencesFigure(input: FigureInput, choice: FigureChoice): FigureSpec {
  const { metric } = choice;
  const scenarios = shownScenarios(input, choice);
  const names = scenarios.map(({ name }) => name);
  const all = rowsWhere(input, "differences", { scenario: names, group_by: ["all"], group: ["all"] });
  const known = [...new Set(all.map((row) => textOf(row, "metric")))];
  if (metric !== undefined && !known.includes(metric)) throw new FigureChoiceError("metric", metric, known);
  const wanted = metric === undefined ? Object.keys(COMPARED) : [metric];
  const base = textOf(all[0] ?? {}, "base");
  const rows = wanted.flatMap((one) =>
    all.filter(
      (row) =>
        textOf(row, "metric") === one && textOf(row, "base") === base && differenceOf(row) !== undefined,
    ),
  );
  const units = [...new Set(rows.map((row) => readerUnit(textOf(row, "unit")).difference))];
  const panels = units.map((unit, i) => {
    const own = rows.filter((row) => readerUnit(textOf(row, "unit")).difference === unit);
    return intervalPanel(own.map(markOf), scenarios, {
      axis: `Difference from ${base}, ${unit === "points" ? "percentage points" : unit}`,
      width: WIDTH - 170,
      hasZeroLine: true,
      namesScenarios: i === 0,
    });
  });
  const texts = {
    title: findingOf(rows, base, scenarios),
    shows: `Difference from ${base} under common random numbers: the same people and the same luck in both. A line that crosses 0 is no clear difference. Better and worse are for patients; shares are of those referred.`,
    basis: basisWords(input, scenarios, "95 % intervals of paired differences: chance within the model"),
    read: rows.map((row) => `${textOf(row, "scenario")}, ${labelOf(row)}: ${markOf(row).words}.`).join(" "),
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
  return mean === null ? undefined : { mean, low: scaled("ci_low"), high: scaled("ci_high") };
}

function labelOf(row: Row): string {
  const metric = textOf(row, "metric");
  const words = COMPARED[metric]?.words ?? metric;
  return textOf(row, "unit") === "people" && COMPARED[metric] !== undefined ? `${words}, people` : words;
}

function markOf(row: Row): IntervalMark {
  // Rows without a difference were left out before.
  const estimate = differenceOf(row) as Estimate;
  const unit = readerUnit(textOf(row, "unit"));
  return {
    row: labelOf(row),
    scenario: textOf(row, "scenario"),
    estimate,
    words: `${differenceWords(estimate, unit)}: ${judgement(textOf(row, "metric"), estimate)}`,
  };
}

function judgement(metric: string, estimate: Estimate): string {
  const side = sideOf(estimate);
  if (estimate.low === null) return "no interval";
  if (side === 0) return "no clear difference";
  const better = (COMPARED[metric]?.better ?? 0) * side;
  if (better === 0) return side > 0 ? "more" : "less";
  return better > 0 ? "better" : "worse";
}

/** Leads with the people who reach three contacts, and counts what is clear. */
function findingOf(rows: readonly Row[], base: string, scenarios: readonly FigureScenario[]): string {
  const told = scenarios.flatMap(({ name }) => {
    const own = rows.filter((row) => textOf(row, "scenario") === name);
    if (own.length === 0) return [];
    const first = own.find((row) => textOf(row, "metric") === "people.reached_3") ?? own[0];
    const estimate = differenceOf(first) as Estimate;
    const unit = readerUnit(textOf(first, "unit"));
    const side = sideOf(estimate);
    const what = labelOf(first).toLowerCase().replace(", people", "");
    const lead =
      side === 0
        ? `no clear difference in ${what}`
        : `${numberWords(Math.abs(estimate.mean), unit.decimals)} ${side > 0 ? "more" : "fewer"} ${unit.difference === "people" ? "people" : unit.difference} (${what})`;
    const worse = own.filter(
      (row) => judgement(textOf(row, "metric"), differenceOf(row) as Estimate) === "worse",
    ).length;
    const better = own.filter(
      (row) => judgement(textOf(row, "metric"), differenceOf(row) as Estimate) === "better",
    ).length;
    return [
      `${name}: ${lead}; of ${own.length} measures ${listWords([`${worse} worse`, `${better} better`])}`,
    ];
  });
  return told.length === 0 ? `Nothing is compared with ${base}.` : `Against ${base}, ${told.join(". ")}.`;
}
