import { type HeadlineRange, headlineDifferences, headlineRanges } from "../../sim/ensemble/headlines.ts";
import { type EnsembleWidths, type MemberRuns, widthsAmong } from "../../sim/findings/not-known.ts";
import { rangesJson } from "../screen/ranges-json.ts";
import type { TaskEnsemble } from "./ensemble-task.ts";

/** What an ensemble says of scenarios. */
export interface EnsembleFacts {
  readonly widths: EnsembleWidths;
  /** Of the headline numbers, with how well the ends are known. */
  readonly ranges: readonly HeadlineRange[];
  readonly ensemble: TaskEnsemble;
}

/** Gathers what an ensemble says of scenarios that were simulated under its members, the base first. */
export function ensembleFacts(
  ensemble: TaskEnsemble,
  members: ReadonlyMap<string, MemberRuns>,
  seed: string,
): EnsembleFacts {
  const [base, ...others] = [...members];
  const ranges = [
    ...[base, ...others].flatMap(([scenario, runs]) => headlineRanges(scenario, runs, { seed })),
    ...others.flatMap((other) => headlineDifferences(base, other, { seed })),
  ];
  return { widths: widthsAmong(members), ranges, ensemble };
}

/** Returns what run.json says of an ensemble beside its order: the ranges, and how well they are known. */
export const recordedEnsemble = ({ ranges, ensemble }: EnsembleFacts): object => ({
  members: ensemble.members.length,
  replications: ensemble.replications,
  ranges: rangesJson(ranges),
});
