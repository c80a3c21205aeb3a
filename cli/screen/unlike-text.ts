import {
  measuredPractices,
  sameTimeOptions,
  type UnlikePractices,
  unlikePractices,
  unlikeTimes,
} from "../../sim/findings/unlike-worlds.ts";
import { listText } from "../../sim/words/lists.ts";
import { countText, numberText } from "../../sim/words/numbers.ts";
import type { SummaryInput } from "./summary-input.ts";

/** Keeps the first scenario and those that simulate the same time, which alone are compared with it. */
export function comparable(runs: readonly SummaryInput[]): readonly SummaryInput[] {
  const [base] = runs;
  return runs.filter((run) => unlikeTimes(base.time, run.time).length === 0);
}

/**
 * Says of each scenario what makes its numbers those of another world than the first one's: another time,
 * or other practices. Empty where all are alike.
 */
export function unlikeTexts([base, ...others]: readonly SummaryInput[]): string[] {
  return others.flatMap((other) => [...timeText(base, other), ...practiceText(base, other)]);
}

const FIELD_WORDS = { start: "start", warm_up: "warm-up", horizon: "horizon" } as const;

function timeText(base: SummaryInput, other: SummaryInput): string[] {
  const unlike = unlikeTimes(base.time, other.time);
  if (unlike.length === 0) return [];
  const parts = unlike.map((one) => `${FIELD_WORDS[one.field]} ${one.other} and not ${one.base}`);
  return [
    `Not the same time: ${other.plan.scenario} has ${listText(parts)}, so it stands beside ` +
      `${base.plan.scenario} and is not compared with it. To compare, give both the same: ` +
      `${listText(unlike.map(sameTimeOptions))}.`,
  ];
}

const practiceText = ({ plan: base }: SummaryInput, { plan: other }: SummaryInput): string[] =>
  unlikePracticeTexts([base.scenario, other.scenario], measuredPractices(base), measuredPractices(other));

/** Says what practices of the second scenario are not those of the first; empty where they are the same. */
export function unlikePracticeTexts(
  [base, other]: readonly [string, string],
  ofBase: readonly string[],
  ofOther: readonly string[],
): string[] {
  const unlike = unlikePractices(ofBase, ofOther);
  if (unlike === null) return [];
  const who =
    unlike.inBoth === 0
      ? "so nobody can be followed from one to the other"
      : `so each person is followed only at the ${numberText(unlike.inBoth, 0)} that both have`;
  return [
    `Not the same practices: ${other} ${listText(partsOf(unlike, base))}; numbers are of all practices ` +
      `of each, ${who}.`,
  ];
}

function partsOf({ inBoth, onlyInBase, onlyInOther }: UnlikePractices, base: string): string[] {
  return [
    ...(onlyInBase === 0
      ? []
      : [`lacks ${numberText(onlyInBase, 0)} of the ${numberText(onlyInBase + inBoth, 0)} of ${base}`]),
    ...(onlyInOther === 0 ? [] : [`has ${countText(onlyInOther, "practice")} that ${base} lacks`]),
  ];
}
