import { metricInterval } from "../measures/estimation-values.ts";
import { placeOf } from "../measures/place-of.ts";
import type { MeasurePlan, ReplicationResult } from "../measures/result.ts";
import { didYouMean } from "../scenario/nearest-name.ts";
import { type Problem, ScenarioError } from "../scenario/problem.ts";
import { replicationsToDecide } from "../stats/replications-to-decide.ts";
import type { Target } from "./targets-file.ts";

/** Says how a simulated figure stands to a band: its interval lies inside, outside, or across an end. */
export type TargetVerdict = "met" | "missed" | "undecided";

/** Holds a published figure beside the simulated one, both in the metric's unit. */
export interface ValidatedTarget {
  readonly target: Target;
  /** Replications that have a value. */
  readonly n: number;
  readonly mean: number | null;
  readonly ciLow: number | null;
  readonly ciHigh: number | null;
  readonly verdict: TargetVerdict;
  /**
   * About how many replications would decide what is undecided; null if it is decided or no number would.
   */
  readonly replicationsToDecide: number | null;
  /** What the linear spreadsheet says of the same metric; null where it says nothing. */
  readonly spreadsheet: number | null;
}

/** The spreadsheet's metric for what it says something about. */
const SPREADSHEET: Readonly<Record<string, string>> = {
  "people.reached_3": "spreadsheet.reached_3",
  "waiting_list.end": "spreadsheet.waiting",
};

/**
 * Sets each target beside what was simulated. The band, widened by what the model may be wrong by, is met
 * where the 95 % interval of the mean lies inside it, missed where it lies outside.
 */
export function validateTargets(
  targets: readonly Target[],
  plan: MeasurePlan,
  results: readonly ReplicationResult[],
): readonly ValidatedTarget[] {
  return targets.map((target) => {
    const { metric, groupBy, group } = target;
    const { n, mean, sd, ciLow, ciHigh } = metricInterval(
      plan,
      results,
      placeOf(plan, metric, groupBy, group),
    );
    const low = target.low - target.discrepancy;
    const high = target.high + target.discrepancy;
    const verdict = verdictOf(low, high, ciLow, ciHigh);
    const sheet = SPREADSHEET[metric];
    const nearest = mean === null || Math.abs(mean - low) < Math.abs(mean - high) ? low : high;
    return {
      target,
      n,
      mean,
      ciLow,
      ciHigh,
      verdict,
      replicationsToDecide:
        verdict !== "undecided" || mean === null || sd === null
          ? null
          : replicationsToDecide(mean, sd, nearest),
      spreadsheet:
        sheet === undefined || groupBy !== "all"
          ? null
          : metricInterval(plan, results, placeOf(plan, sheet)).mean,
    };
  });
}

function verdictOf(low: number, high: number, ciLow: number | null, ciHigh: number | null): TargetVerdict {
  if (ciLow === null || ciHigh === null) return "undecided";
  if (ciLow >= low && ciHigh <= high) return "met";
  return ciHigh < low || ciLow > high ? "missed" : "undecided";
}

/**
 * Refuses, as a `ScenarioError`, targets that a scenario does not measure: no replication would tell of
 * them.
 */
export function refuseUnmeasuredTargets(targets: readonly Target[], plan: MeasurePlan): void {
  const problems = targets.flatMap(({ id, metric, groupBy, group, where }): Problem[] => {
    if (placeOf(plan, metric, groupBy, group) >= 0) return [];
    const measured = plan.metrics.filter((entry) => entry.metric === metric);
    const refuse = (field: string, got: string, expected: string, known: readonly string[]): Problem[] => {
      const hint = didYouMean(got, new Set(known));
      const path = `targets[${id}].${field}`;
      const found = JSON.stringify(got);
      return [
        { ...where, path, found, expected, severity: "error", ...(hint === undefined ? {} : { hint }) },
      ];
    };
    const names = plan.metrics.map((entry) => entry.metric);
    if (measured.length === 0) return refuse("metric", metric, "a metric that this scenario measures", names);
    const groupings = measured.map((entry) => entry.groupBy);
    if (!groupings.includes(groupBy))
      return refuse("group_by", groupBy, `how ${metric} is grouped`, groupings);
    const groups = measured.filter((entry) => entry.groupBy === groupBy).map((entry) => entry.group);
    return refuse("group", group, `a ${groupBy.replaceAll("_", " ")} of this scenario`, groups);
  });
  if (problems.length > 0) throw new ScenarioError(problems);
}
