import type { MeasurePlan } from "../measures/result.ts";
import { scenarioDifferences } from "../scenario/differences.ts";
import { type Problem, ScenarioError } from "../scenario/problem.ts";
import { type Scenario, scenarioSchema } from "../scenario/schema.ts";
import { durationText } from "../words/durations.ts";

/** The time that a scenario simulates and measures. */
export type SimulatedTime = Pick<Scenario, "start" | "warm_up" | "horizon">;

/** Something about the time of two scenarios that is not the same, in the words of a scenario file. */
export interface UnlikeTime {
  readonly field: keyof SimulatedTime;
  readonly base: string;
  readonly other: string;
}

const WRITTEN: { readonly [Field in keyof SimulatedTime]: (time: SimulatedTime) => string } = {
  start: ({ start }) => start,
  warm_up: ({ warm_up }) => durationText(warm_up),
  horizon: ({ horizon }) => durationText(horizon),
};
const FIELDS = ["start", "warm_up", "horizon"] as const;

/** Lists what differs between the times of two scenarios: numbers over unlike times are not comparable. */
export function unlikeTimes(base: SimulatedTime, other: SimulatedTime): readonly UnlikeTime[] {
  return FIELDS.flatMap((field): UnlikeTime[] =>
    base[field] === other[field] ? [] : [{ field, base: WRITTEN[field](base), other: WRITTEN[field](other) }],
  );
}

/** Writes what gives two scenarios the same time. */
export const sameTimeOptions = ({ field, base, other }: UnlikeTime): string =>
  `--set "${field}=${base}" or --set "${field}=${other}"`;

/**
 * Says of each scenario what of its time is not that of the base: a problem each, none where all are alike.
 */
export function unlikeTimeProblems(
  base: Scenario,
  others: readonly Pick<Scenario, "name" | keyof SimulatedTime>[],
): readonly Problem[] {
  return others.flatMap((scenario) =>
    unlikeTimes(base, scenario).map(
      (unlike): Problem => ({
        file: scenario.name,
        path: unlike.field,
        found: unlike.other,
        expected: `${unlike.base} as in ${base.name}, since worlds are compared over the same time`,
        hint: `Give both the same: ${sameTimeOptions(unlike)}.`,
        severity: "error",
      }),
    ),
  );
}

/**
 * Warns of parameters of a sweep that make its points simulate different times: counts, sums and costs grow
 * with it.
 */
export function unlikePointWarnings(
  parameters: readonly { readonly path: string; readonly levels: readonly unknown[] | null }[],
): readonly Problem[] {
  return parameters.flatMap(({ path, levels }): Problem[] => {
    if (!FIELDS.some((field) => field === path) || levels?.length === 1) return [];
    return [
      {
        file: "--vary",
        path,
        found: "points that simulate different times",
        expected: "one time for all, since counts, sums and costs grow with it",
        hint: "Read shares and waits of such points side by side, and nothing that adds up.",
        severity: "warning",
      },
    ];
  });
}

/** Refuses, as a `ScenarioError`, to compare scenarios that do not simulate the same time. */
export function refuseUnlikeTimes(base: Scenario, others: readonly Scenario[]): void {
  const problems = unlikeTimeProblems(base, others);
  if (problems.length > 0) throw new ScenarioError(problems);
}

/** Refuses, as a `ScenarioError`, to mix scenarios that say otherwise how they are measured. */
export function refuseUnlikeMeasures(base: Scenario, other: Scenario): void {
  const problems = scenarioDifferences({ scenario: base }, { scenario: other }, NOT_MEASURES).map(
    ({ path, first, second }): Problem => ({
      file: other.name,
      path,
      found: second ?? "nothing",
      expected: `${first ?? "nothing"} as in ${base.name}, since every world between them is measured alike`,
      hint: `Give both the same: --set "${path}=${second ?? first}".`,
      severity: "error",
    }),
  );
  if (problems.length > 0) throw new ScenarioError(problems);
}

const NOT_MEASURES = Object.keys(scenarioSchema.shape).filter((key) => key !== "measures");

/** Counts the practices of two scenarios, by their ids. */
export interface UnlikePractices {
  readonly inBoth: number;
  readonly onlyInBase: number;
  readonly onlyInOther: number;
}

/**
 * Counts the practices that two scenarios have in common and that only one has; null where they have the
 * same.
 */
export function unlikePractices(base: readonly string[], other: readonly string[]): UnlikePractices | null {
  const [ofBase, ofOther] = [new Set(base), new Set(other)];
  const inBoth = base.filter((id) => ofOther.has(id)).length;
  const onlyInBase = ofBase.size - inBoth;
  const onlyInOther = ofOther.size - inBoth;
  return onlyInBase === 0 && onlyInOther === 0 ? null : { inBoth, onlyInBase, onlyInOther };
}

/** Lists the practices of a scenario, as its metrics name them. */
export function measuredPractices({ metrics }: MeasurePlan): readonly string[] {
  return metrics.flatMap(({ metric, groupBy, group }) =>
    groupBy === "practice" && metric === "people.referred" ? [group] : [],
  );
}
