import { CATALOGUE } from "../measures/catalogue.ts";
import { describeMetric } from "../measures/describe-metric.ts";
import { estimationValues } from "../measures/estimation-values.ts";
import { placeOf } from "../measures/place-of.ts";
import type { MeasurePlan, ReplicationResult } from "../measures/result.ts";
import { nearestName } from "../scenario/nearest-name.ts";
import { type Problem, ScenarioError } from "../scenario/problem.ts";
import type { Scenario } from "../scenario/schema.ts";
import { readTarget, targetInWords } from "../scenario/target.ts";
import { meanInterval } from "../stats/mean-interval.ts";
import { replicationsToDecide } from "../stats/replications-to-decide.ts";

type Standard = Scenario["standards"][number];

/**
 * Says how a standard is judged: its mean's interval lies on the right side of the target, on the wrong one,
 * or on both.
 */
export type StandardVerdict = "met" | "not met" | "undecided";

/** Holds how a scenario stands against one of its standards. */
export interface JudgedStandard {
  readonly id: string;
  readonly name: string;
  readonly metric: string;
  readonly groupBy: string;
  readonly group: string;
  readonly unit: string;
  readonly bound: "at least" | "at most";
  /** In the metric's unit, as the mean. */
  readonly target: number;
  /** Replications that have a value. */
  readonly n: number;
  readonly mean: number | null;
  readonly ciLow: number | null;
  readonly ciHigh: number | null;
  readonly verdict: StandardVerdict;
  /** Share of the replications that meet it by themselves: how likely one run of events is to meet it. */
  readonly metShare: number | null;
  /**
   * About how many replications would decide what is undecided; null if it is decided, or no number would.
   */
  readonly replicationsToDecide: number | null;
}

/**
 * Judges each standard of a scenario by the 95 % interval of its metric's mean; one that was not measured
 * stays undecided.
 */
export function judgeStandards(
  standards: Scenario["standards"],
  plan: MeasurePlan,
  results: readonly ReplicationResult[],
): readonly JudgedStandard[] {
  return standards.map((standard) => {
    const { id, metric, group_by: groupBy, group } = standard;
    const unit = describeMetric(metric)?.unit ?? "";
    const { bound, target } = targetOf(standard, unit);
    const place = placeOf(plan, metric, groupBy, group);
    const values = place < 0 ? [] : results.map((result) => result.values[place]);
    const { n, mean, sd, ciLow, ciHigh } = meanInterval(
      place < 0 ? [] : estimationValues(plan, results, place),
    );
    const verdict = verdictOf(bound, target, ciLow, ciHigh);
    const meets = values.filter((value) => (bound === "at least" ? value >= target : value <= target)).length;
    return {
      id,
      name: standard.name ?? standardText(standard),
      metric,
      groupBy,
      group,
      unit,
      bound,
      target,
      n,
      mean,
      ciLow,
      ciHigh,
      verdict,
      metShare: n === 0 ? null : meets / n,
      replicationsToDecide:
        verdict !== "undecided" || mean === null || sd === null
          ? null
          : replicationsToDecide(mean, sd, target),
    };
  });
}

/** Writes what a standard asks, from its parts: `metric at least 90 %`. */
export function standardText({ metric, group_by, group, at_least, at_most }: Standard): string {
  const whose = group_by === "all" ? "" : ` of ${group_by.replaceAll("_", " ")} ${group}`;
  return `${metric}${whose} ${at_least === undefined ? `at most ${at_most}` : `at least ${at_least}`}`;
}

function targetOf({ at_least, at_most }: Standard, unit: string): Pick<JudgedStandard, "bound" | "target"> {
  const bound = at_least === undefined ? "at most" : "at least";
  // A loaded scenario has exactly one of the two, and `refuseStandards` has read it.
  return { bound, target: readTarget(unit, (at_least ?? at_most) as string) ?? NaN };
}

function verdictOf(
  bound: JudgedStandard["bound"],
  target: number,
  low: number | null,
  high: number | null,
): StandardVerdict {
  if (low === null || high === null) return "undecided";
  if (bound === "at least" ? low >= target : high <= target) return "met";
  if (bound === "at least" ? high < target : low > target) return "not met";
  return "undecided";
}

/**
 * Refuses, as a `ScenarioError`, standards of metrics that nobody describes, and targets that are not in the
 * metric's unit.
 */
export function refuseStandards({ name, standards }: Pick<Scenario, "name" | "standards">): void {
  const problems = standards.flatMap((standard): Problem[] => {
    const { id, metric, at_least, at_most } = standard;
    const at = (field: string, words: Pick<Problem, "found" | "expected"> & { hint?: string }): Problem[] => [
      { file: name, path: `standards[${id}].${field}`, severity: "error", ...words },
    ];
    const unit = describeMetric(metric)?.unit;
    if (unit === undefined) {
      const nearest = nearestName(
        metric,
        CATALOGUE.map((entry) => entry.metric),
      );
      const hint = nearest === undefined ? {} : { hint: `Did you mean ${nearest}?` };
      return at("metric", { found: JSON.stringify(metric), expected: "a metric of the tables", ...hint });
    }
    const written = (at_least ?? at_most) as string;
    if (readTarget(unit, written) !== null) return [];
    const field = at_least === undefined ? "at_most" : "at_least";
    return at(field, {
      found: JSON.stringify(written),
      expected: `${targetInWords(unit)}, as ${metric} is in ${unit}`,
    });
  });
  if (problems.length > 0) throw new ScenarioError(problems);
}
