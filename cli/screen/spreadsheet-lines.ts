import {
  type JudgedResults,
  type MissedChange,
  misjudged,
  missedChanges,
} from "../../sim/findings/spreadsheet.ts";
import type { ScenarioResults } from "../../sim/measures/scenario-results.ts";
import { numberText, percentText } from "../../sim/words/numbers.ts";
import type { SummaryInput } from "./summary-input.ts";
import { DAYS_TO_WEEKS } from "./summary-number.ts";
import { comparable } from "./unlike-text.ts";

/**
 * Says where the linear spreadsheet misleads: in how it compares scenarios with the first, a sentence each,
 * or else in the first that it misjudges.
 */
export function spreadsheetLines(runs: readonly SummaryInput[]): string[] {
  const [base, ...others] = comparable(runs);
  const between = others.flatMap((other) => betweenText(base, other));
  return between.length > 0 ? between : runs.flatMap(withinText).slice(0, 1);
}

function withinText(run: JudgedResults): string[] {
  const found = misjudged(run);
  if (found === null) return [];
  const { scenario, load, lists, listsOver, findsRoom, findsTooFew, reachedThree } = found;
  const percent = percentText(Math.round(load * 100) / 100);
  const parts: string[] = [];
  if (findsRoom)
    parts.push(
      `finds room for all (${percent} of the posts), where of the ${lists} waiting lists that are ` +
        `decided ${countIs(listsOver)} overloaded or closed: it averages over practices`,
    );
  if (findsTooFew)
    parts.push(
      `finds too few posts (${percent} of them needed), where of the ${lists} waiting lists that are ` +
        `decided ${countIs(lists - listsOver)} not overloaded: it averages over practices, and nobody ` +
        "gives up",
    );
  if (reachedThree !== null)
    parts.push(
      `has ${numberText(reachedThree.sheet, 0)} people reach three contacts, where ` +
        `${numberText(reachedThree.simulated, 0)} do`,
    );
  return [`For ${scenario} it ${parts.join("; it ")}.`];
}

const MISSED: Readonly<
  Record<
    MissedChange["metric"],
    { readonly text: string; readonly unit: string; readonly factor: number; readonly decimals: number }
  >
> = {
  "wait.first_contact.mean": {
    text: "the mean first wait",
    unit: "weeks",
    factor: DAYS_TO_WEEKS,
    decimals: 1,
  },
  "finished.share": { text: "the share that finishes", unit: "%", factor: 100, decimals: 0 },
  "waiting_list.end": { text: "the waiting list at the end", unit: "people", factor: 1, decimals: 0 },
};

function betweenText(base: ScenarioResults, other: ScenarioResults): string[] {
  const missed = missedChanges(base, other).map(({ metric, before, after }) => {
    const { text, unit, factor, decimals } = MISSED[metric];
    return (
      `${text} goes from ${numberText(before * factor, decimals)} to ` +
      `${numberText(after * factor, decimals)} ${unit}`
    );
  });
  if (missed.length === 0) return [];
  return [
    `It gives ${other.plan.scenario} the same answer as ${base.plan.scenario}, where ` +
      `${missed.join(", ")}: it knows no organisations and no waiting.`,
  ];
}

const countIs = (count: number): string => `${count} ${count === 1 ? "is" : "are"}`;
