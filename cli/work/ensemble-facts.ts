import {
  type BeforeAfter,
  beforeAfter,
  type Narrowed,
  narrowedAmong,
} from "../../sim/ensemble/before-after.ts";
import { decisionValue, type Objective, unequalCosts } from "../../sim/ensemble/decide.ts";
import { type HeadlineRange, headlineDifferences, headlineRanges } from "../../sim/ensemble/headlines.ts";
import { measureSentence } from "../../sim/ensemble/measure-sentence.ts";
import { membersSentences } from "../../sim/ensemble/members-sentence.ts";
import { variedValues } from "../../sim/ensemble/parameter-values.ts";
import {
  type EnsembleWidths,
  FEWEST_MEMBERS,
  type MemberRuns,
  widthsAmong,
} from "../../sim/findings/not-known.ts";
import { rangesJson } from "../screen/ranges-json.ts";
import type { TaskEnsemble } from "./ensemble-task.ts";

/** What an ensemble says of scenarios. */
export interface EnsembleFacts {
  readonly widths: EnsembleWidths;
  /** Of the headline numbers, with how well the ends are known. */
  readonly ranges: readonly HeadlineRange[];
  /** In how many members there are fewer people than in the base, where they are too few for ranges. */
  readonly inHowMany: readonly string[];
  /** What to measure before deciding between scenarios of equal cost; null where that is not asked. */
  readonly measureFirst: string | null;
  readonly ensemble: TaskEnsemble;
  /** What the published figures narrow of the differences; null where that is not asked. */
  readonly decision: Decision | null;
}

/** What published figures narrow of a decision, and of the parameters that it rests on. */
export interface Decision {
  readonly ranges: readonly BeforeAfter[];
  readonly narrowed: readonly Narrowed[];
}

/** Says how what an ensemble says is gathered. */
export interface EnsembleFactsOptions {
  readonly seed: string;
  readonly areCompared: boolean;
  /** What was simulated under the sets of values of before; undefined where they are not asked for. */
  readonly before?: ReadonlyMap<string, MemberRuns> | undefined;
}

/**
 * Gathers what an ensemble says of scenarios that were simulated under its members: of each, and where they
 * are compared also of the differences from the first.
 */
export function ensembleFacts(
  ensemble: TaskEnsemble,
  members: ReadonlyMap<string, MemberRuns>,
  { seed, areCompared, before }: EnsembleFactsOptions,
): EnsembleFacts {
  const [base, ...others] = [...members];
  const options = { seed, parameters: variedValues(ensemble.members) };
  const ranges = [
    ...[base, ...others].flatMap(([scenario, runs]) => headlineRanges(scenario, runs, options)),
    ...(areCompared ? others : []).flatMap((other) => headlineDifferences(base, other, options)),
  ];
  const measureFirst = areCompared ? measureFirstAmong(ensemble, [base, ...others]) : null;
  const decision = before === undefined ? null : decisionOf(ensemble, { before, after: members }, seed);
  const inHowMany = areCompared ? membersSentences(base, others) : [];
  return { widths: widthsAmong(members), ranges, inHowMany, measureFirst, ensemble, decision };
}

function decisionOf(
  ensemble: TaskEnsemble,
  { before, after }: Readonly<Record<"before" | "after", ReadonlyMap<string, MemberRuns>>>,
  seed: string,
): Decision {
  const [base, ...others] = [...after].flatMap(([scenario, runs]) => {
    const were = before.get(scenario);
    return were === undefined ? [] : [[scenario, { before: were, after: runs }] as const];
  });
  return {
    ranges: others.flatMap((other) => beforeAfter(base, other, seed)),
    narrowed: narrowedAmong(ensemble.before ?? [], ensemble.members),
  };
}

function measureFirstAmong(
  { members }: TaskEnsemble,
  options: readonly (readonly [name: string, runs: MemberRuns])[],
): string | null {
  if (members.length < FEWEST_MEMBERS || unequalCosts(options).length > 0) return null;
  const objective: Objective = { kind: "reached_3" };
  return measureSentence(decisionValue(options, members, objective), objective);
}

/** Returns what run.json says of an ensemble beside its order: the ranges, and how well they are known. */
export const recordedEnsemble = ({ ranges, measureFirst, ensemble, decision }: EnsembleFacts): object => ({
  members: ensemble.members.length,
  replications: ensemble.replications,
  ranges: rangesJson(ranges),
  ...(measureFirst === null ? {} : { measure_first: measureFirst }),
  ...(decision === null ? {} : { before: { sets: ensemble.before?.length, narrowed: decision.narrowed } }),
});
