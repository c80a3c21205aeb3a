import { decisionValue, type Objective, unequalCosts } from "../../sim/ensemble/decide.ts";
import { type HeadlineRange, headlineDifferences, headlineRanges } from "../../sim/ensemble/headlines.ts";
import { measureSentence } from "../../sim/ensemble/measure-sentence.ts";
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
  /** What to measure before deciding between scenarios of equal cost; null where that is not asked. */
  readonly measureFirst: string | null;
  readonly ensemble: TaskEnsemble;
}

/**
 * Gathers what an ensemble says of scenarios that were simulated under its members: of each, and where they
 * are compared also of the differences from the first.
 */
export function ensembleFacts(
  ensemble: TaskEnsemble,
  members: ReadonlyMap<string, MemberRuns>,
  { seed, areCompared }: { readonly seed: string; readonly areCompared: boolean },
): EnsembleFacts {
  const [base, ...others] = [...members];
  const options = { seed, parameters: variedValues(ensemble.members) };
  const ranges = [
    ...[base, ...others].flatMap(([scenario, runs]) => headlineRanges(scenario, runs, options)),
    ...(areCompared ? others : []).flatMap((other) => headlineDifferences(base, other, options)),
  ];
  const measureFirst = areCompared ? measureFirstAmong(ensemble, [base, ...others]) : null;
  return { widths: widthsAmong(members), ranges, measureFirst, ensemble };
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
export const recordedEnsemble = ({ ranges, measureFirst, ensemble }: EnsembleFacts): object => ({
  members: ensemble.members.length,
  replications: ensemble.replications,
  ranges: rangesJson(ranges),
  ...(measureFirst === null ? {} : { measure_first: measureFirst }),
});
