import { unmeasuredFault } from "../findings/unmeasured-fault.ts";
import { metricInterval } from "../measures/estimation-values.ts";
import { inWindow } from "../measures/in-window.ts";
import { placeOf } from "../measures/place-of.ts";
import type { MeasurePlan } from "../measures/result.ts";
import type { Results } from "../measures/scenario-results.ts";
import { didYouMean } from "../scenario/nearest-name.ts";
import type { Fault } from "../scenario/parameter.ts";
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
 * where the 95 % interval of the mean lies inside it, missed where it lies outside. A target is told of its
 * window; `refuseUnmeasuredTargets` refuses one that the run does not have.
 */
export function validateTargets(
  targets: readonly Target[],
  whole: MeasurePlan,
  all: Results,
): readonly ValidatedTarget[] {
  return targets.map((target) => {
    const { metric, groupBy, group } = target;
    const run = { plan: whole, results: all };
    const place = windowOf(target, whole);
    const { plan, results } = place === null || place === WHOLE ? run : inWindow(run, place);
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
  const problems = targets.flatMap((target): Problem[] => {
    const { id, window, where } = target;
    const at = (field: string, words: Fault): Problem[] => [
      { ...where, path: `targets[${id}].${field}`, severity: "error", ...words },
    ];
    const place = windowOf(target, plan);
    if (place === null) {
      const known = plan.windows.filter(({ empty }) => empty === null).map(({ name }) => name);
      const hint = didYouMean(window, known);
      const expected = "a window in which this scenario measures something";
      return at("window", {
        found: JSON.stringify(window),
        expected,
        ...(hint === undefined ? {} : { hint }),
      });
    }
    const measured = place === WHOLE ? plan : inWindow({ plan, results: [] }, place).plan;
    const fault = unmeasuredFault(target, measured);
    if (fault === null) return [];
    const { field, ...words } = fault;
    return at(field, words);
  });
  if (problems.length > 0) throw new ScenarioError(problems);
}

const WHOLE = -1;

/** Gives the place of a target's window among those of the plan; null where nothing is measured in one. */
function windowOf({ window }: Target, { windows }: MeasurePlan): number | null {
  if (window === "whole") return WHOLE;
  const place = windows.findIndex(({ name, empty }) => name === window && empty === null);
  return place < 0 ? null : place;
}
