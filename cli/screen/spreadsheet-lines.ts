import { numberText, percentText } from "../../sim/words/numbers.ts";
import { meanOf, type SummaryInput } from "./summary-input.ts";
import { DAYS_TO_WEEKS } from "./summary-rows.ts";

/** Share by which two figures must differ before they are called different. */
const APART = 0.1;

/** Says where the linear spreadsheet misleads: in how it compares scenarios with the first, a sentence each, or else in the first that it misjudges. */
export function spreadsheetLines(runs: readonly SummaryInput[]): string[] {
  const [base, ...others] = runs;
  const between = others.flatMap((other) => betweenText(base, other));
  return between.length > 0 ? between : runs.flatMap(withinText).slice(0, 1);
}

function withinText(run: SummaryInput): string[] {
  const load = meanOf(run, "spreadsheet.load");
  const sheetReached = meanOf(run, "spreadsheet.reached_3");
  const reached = meanOf(run, "people.reached_3");
  if (load === null || sheetReached === null || reached === null) return [];
  const over = run.verdicts.filter(({ regime }) => regime === "overloaded" || regime === "closed").length;
  const lists = run.verdicts.length;
  const parts: string[] = [];
  if (load < 1 && over > 0)
    parts.push(
      `finds room for all (${percentText(round(load))} of the posts), where ${over} of ${lists} waiting lists are overloaded or closed: it averages over practices`,
    );
  if (load >= 1 && over < lists)
    parts.push(
      `finds too few posts (${percentText(round(load))} of them needed), where ${lists - over} of ${lists} waiting lists are not overloaded: it averages over practices, and nobody gives up`,
    );
  if (Math.abs(sheetReached - reached) > APART * reached)
    parts.push(
      `has ${numberText(sheetReached, 0)} people reach three contacts, where ${numberText(reached, 0)} do`,
    );
  if (parts.length === 0) return [];
  return [`For ${run.plan.scenario} it ${parts.join("; it ")}.`];
}

const MISSED = [
  {
    metric: "wait.first_contact.mean",
    text: "the mean first wait",
    unit: "weeks",
    factor: DAYS_TO_WEEKS,
    decimals: 1,
  },
  { metric: "finished.share", text: "the share that finishes", unit: "%", factor: 100, decimals: 0 },
  { metric: "waiting_list.end", text: "the waiting list at the end", unit: "people", factor: 1, decimals: 0 },
] as const;

function betweenText(base: SummaryInput, other: SummaryInput): string[] {
  const [before, after] = [meanOf(base, "spreadsheet.load"), meanOf(other, "spreadsheet.load")];
  if (before === null || after === null || Math.abs(after - before) > 0.02 * before) return [];
  const missed = MISSED.flatMap(({ metric, text, unit, factor, decimals }) => {
    const [one, two] = [meanOf(base, metric), meanOf(other, metric)];
    if (one === null || two === null || Math.abs(two - one) <= APART * one) return [];
    return [
      `${text} goes from ${numberText(one * factor, decimals)} to ${numberText(two * factor, decimals)} ${unit}`,
    ];
  });
  if (missed.length === 0) return [];
  return [
    `It gives ${other.plan.scenario} the same answer as ${base.plan.scenario}, where ${missed.join(", ")}: it knows no organisations and no waiting.`,
  ];
}

const round = (share: number): number => Math.round(share * 100) / 100;
