import { beforeSentences, narrowedSentence } from "../../sim/ensemble/before-sentence.ts";
import { rangeSentences } from "../../sim/ensemble/range-sentence.ts";
import { conclusionOf } from "../../sim/findings/conclusion.ts";
import { sumsOf } from "../../sim/findings/estimates.ts";
import { poundsAPerson, poundsLabel, poundsText } from "../../sim/findings/pounds-a-person.ts";
import type { Ranking } from "../../sim/findings/ranking.ts";
import { FEWEST_PAIRS } from "../../sim/findings/side-of-zero.ts";
import { meanInterval } from "../../sim/stats/mean-interval.ts";
import { pairedDifference, reductionBound } from "../../sim/stats/paired-difference.ts";
import { sampleDeviation } from "../../sim/stats/sample.ts";
import { wrap } from "../../sim/words/lines.ts";
import { countText, numberText } from "../../sim/words/numbers.ts";
import { aroundLines } from "./around-lines.ts";
import type { ComparedInput, CompareInput, NotKnownInput } from "./compare-input.ts";
import { type CompareRow, compareSections, UNDER_ASSUMPTIONS } from "./compare-rows.ts";
import { gainedLostLines } from "./gained-lost-lines.ts";
import { labelWithin } from "./metric-labels.ts";
import { rankingLines } from "./ranking-lines.ts";
import { otherWayLines, standardLines } from "./standard-lines.ts";
import type { SummaryInput } from "./summary-input.ts";
import { of, type SummaryNumber, share, weeks } from "./summary-number.ts";
import { changeLines, shortLines, unlikeLines } from "./summary-screen.ts";
import { differenceText, suretyText } from "./surety.ts";
import { shorten, wrapIndented } from "./text-table.ts";
import { comparable } from "./unlike-text.ts";
import { verdictLines } from "./verdict-lines.ts";
import { whoIsCountedText } from "./who-is-counted-text.ts";

const WIDTH = 100;
const LABEL = 42;
const COLUMN = 13;
const AROUND_LABEL = 49;

/** Metrics for which it is said what common random numbers saved. */
const SAVED: readonly SummaryNumber[] = [
  weeks("wait.first_contact.mean"),
  share("wait.first_contact.within_4_weeks"),
  of("people.reached_3", 0, "people"),
  share("reached_3.share"),
  of("caseload.mean", 1),
];

/**
 * Renders a comparison: verdicts first, then differences with their intervals and how sure they are, who
 * gained and who lost, and what common random numbers saved.
 */
export function compareScreen(
  input: CompareInput,
  rankings: readonly Ranking[],
  { seed, last }: { readonly seed: string; readonly last: readonly string[] },
): string {
  const { base, others } = input;
  const runs = [base, ...others.map(({ run }) => run)];
  const lines = [
    ...[
      ...(input.notKnown?.inHowMany ?? []),
      ...rangeSentences(input.notKnown?.ranges ?? []),
      ...decisionSentences(input.notKnown),
    ].flatMap((text) => wrapIndented(text, WIDTH, "")),
    ...unlikeLines(runs, WIDTH),
    ...standardLines(runs, WIDTH),
    ...otherWayLines(runs, WIDTH),
    ...changeLines(runs),
    ...runs.flatMap(({ plan, verdicts }) => verdictLines(plan.scenario, verdicts, WIDTH, 1)),
    ...others.flatMap((other) => ["", ...worldLines(base, other)]),
    ...aroundLines(runs, { width: WIDTH, label: AROUND_LABEL, column: (WIDTH - AROUND_LABEL) >> 1 }),
    ...shortLines(runs, WIDTH),
    ...variantLines(input),
    ...rankingLines(rankings, WIDTH),
    "",
    ...wrap(note(base, seed), WIDTH),
    ...last.flatMap((line) => wrapIndented(line, WIDTH, "")),
  ];
  return `${lines.join("\n")}\n`;
}

/** Says what the published figures narrow of the differences; nothing where that is not asked. */
function decisionSentences(notKnown: NotKnownInput | undefined): readonly string[] {
  const decision = notKnown?.decision ?? null;
  const told = beforeSentences(decision?.ranges ?? []);
  return decision === null || told.length === 0 ? told : [...told, narrowedSentence(decision.narrowed)];
}

function worldLines(base: SummaryInput, { run, gainedLost }: ComparedInput): string[] {
  const heads = ["base", "other", "difference"].map((head) => head.padStart(COLUMN)).join("");
  const lines: string[] = [`${run.plan.scenario} (other) against ${base.plan.scenario} (base)`];
  for (const { heading, rows } of compareSections(base.by === run.by ? base.by : "measures.by")) {
    lines.push(lines.length === 1 ? heading.padEnd(LABEL) + heads : heading);
    for (const row of rows) if (!isLeftOut(row, [base, run])) lines.push(rowLine(row, base, run));
  }
  return [
    ...lines,
    ...wrapIndented(whoIsCountedText(base, run), WIDTH, "  "),
    ...gainedLostLines(gainedLost, { width: WIDTH, label: LABEL, column: COLUMN }),
    ...moneyLines(base, run),
    ...wrapIndented(savedText(base, run), WIDTH, ""),
  ];
}

/** Says in plain words what it saves or costs a year, what that means for people, and what for each. */
function moneyLines(base: SummaryInput, run: SummaryInput): string[] {
  if (comparable([base, run]).length < 2) return [];
  const pounds = poundsAPerson(base, run);
  const each = pounds === null ? "" : ` ${poundsLabel(pounds)}: ${poundsText(pounds)}.`;
  return wrapIndented(`${conclusionOf(base, run) ?? ""}${each}`.trim(), WIDTH, "");
}

function rowLine(row: CompareRow, base: SummaryInput, other: SummaryInput): string {
  const { label, number, better, groupBy, group } = row;
  const { decimals } = number;
  const [one, two] = [base, other].map((run) => sumsOf(run, { ...number, groupBy, group }));
  const isPaired = one.length === two.length;
  const difference = isPaired ? differenceText(pairedDifference(one, two), decimals) : "-";
  const cells = [
    numberText(meanInterval(one).mean, decimals),
    numberText(meanInterval(two).mean, decimals),
    difference,
  ];
  const surety = isPaired ? suretyText(one, two, { better, decimals }) : "-";
  return `${`  ${label}`.padEnd(LABEL)}${cellsText(cells)}  ${surety}`;
}

/** Sets cells to the right of their columns; one that is too wide takes of the blanks of those after it. */
function cellsText(cells: readonly string[]): string {
  let text = "";
  cells.forEach((cell, i) => {
    text += ` ${cell}`.padStart((i + 1) * COLUMN - text.length);
  });
  return text;
}

function isLeftOut({ unlessNone, groupBy, group }: CompareRow, runs: readonly SummaryInput[]): boolean {
  if (unlessNone === undefined) return false;
  return runs.every((run) => {
    const { mean } = meanInterval(sumsOf(run, { terms: [[unlessNone, 1]], groupBy, group }));
    return mean === null || mean === 0;
  });
}

/** Says how many times more replications seeds of their own would need for intervals as narrow. */
function savedText(base: SummaryInput, other: SummaryInput): string {
  const parts = SAVED.flatMap((number) => {
    const [one, two] = [base, other].map((run) => sumsOf(run, number));
    if (one.length !== two.length) return [];
    const { varianceReduction } = pairedDifference(one, two);
    if (varianceReduction === null) return [];
    const bound = reductionBound(sampleDeviation(one) ?? 0, sampleDeviation(two) ?? 0);
    const most = bound < FEW_TIMES ? ` of at most ${timesText(bound)}` : "";
    return [`${labelWithin(number)} ${timesText(varianceReduction)}${most}`];
  });
  if (parts.length === 0) return "";
  const bounded = parts.some((part) => part.includes(" of at most "))
    ? " More is not possible where one of the two swings more widely by itself."
    : "";
  return (
    "Common random numbers: without them, as narrow a ± would take so many times the replications: " +
    `${parts.join(", ")}.${bounded}`
  );
}

/** A bound under which it is told, since it and not the pairing is what holds the saving down. */
const FEW_TIMES = 10;

const timesText = (times: number): string => numberText(times, times < FEW_TIMES ? 1 : 0);

/** Shows the differences again under other assumptions that both scenarios name. */
function variantLines({ base, others, variants }: CompareInput): string[] {
  if (variants.length === 0) return [];
  const cell = (one: SummaryInput, two: SummaryInput | null): string => {
    if (two === null) return "-";
    return UNDER_ASSUMPTIONS.map((number) =>
      differenceText(pairedDifference(sumsOf(one, number), sumsOf(two, number)), number.decimals),
    ).join("; ");
  };
  const lines = ["", `Differences under other assumptions: ${UNDER_ASSUMPTIONS.map(labelWithin).join("; ")}`];
  others.forEach(({ run }, i) => {
    if (others.length > 1) lines.push(`  ${run.plan.scenario}`);
    const line = (head: string, text: string): void => {
      lines.push(`  ${shorten(head, LABEL - 4)}`.padEnd(LABEL) + text.padStart(3 * COLUMN));
    };
    line("As above", cell(base, run));
    for (const variant of variants) line(variant.name, cell(variant.base, variant.others[i]));
  });
  const reasons = [...new Set(variants.flatMap(({ why }) => (why === undefined ? [] : [why])))];
  return [...lines, ...reasons.flatMap((why) => wrapIndented(why, WIDTH, "  "))];
}

function note({ results }: SummaryInput, seed: string): string {
  if (results.length < 2)
    return (
      `One replication with seed ${seed}: without a second one, chance cannot be told from effect. ` +
      "Take --replications 100."
    );
  return (
    "± is the 95 % interval of the mean difference: chance within the model, over " +
    `${countText(results.length, "pair")} of replications under common random numbers (seed ${seed}). ` +
    `Surely: the 99.9 % interval leaves out 0, in ${FEWEST_PAIRS.surely} pairs or more. Likely: the 95 % ` +
    `one does, in ${FEWEST_PAIRS.likely} or more; one line in twenty would by chance alone. None of it ` +
    "says how far the model's assumptions may be from the truth."
  );
}
