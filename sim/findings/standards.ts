import { CATALOGUE } from "../measures/catalogue.ts";
import { describeMetric } from "../measures/describe-metric.ts";
import { metricInterval } from "../measures/estimation-values.ts";
import { placeOf } from "../measures/place-of.ts";
import type { MeasurePlan } from "../measures/result.ts";
import { acrossReplications, type Results } from "../measures/scenario-results.ts";
import { nearestName } from "../scenario/nearest-name.ts";
import { type Problem, ScenarioError } from "../scenario/problem.ts";
import type { Scenario } from "../scenario/schema.ts";
import { readTarget, targetInWords } from "../scenario/target.ts";
import { MIN_EVENTS, type ReplicationInterval } from "../stats/replication-interval.ts";
import { replicationsToDecide } from "../stats/replications-to-decide.ts";
import { shareUpperLimit } from "../stats/share-upper-limit.ts";
import { noIntervalText } from "../words/no-interval.ts";
import { type JudgedOf, judgedMetric, judgedOf } from "./judged-of.ts";
import { possibleValues } from "./possible-values.ts";
import { unmeasuredFault } from "./unmeasured-fault.ts";

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
  /** By which it is judged: that of the reference demand, where it asks for a share of those referred. */
  readonly metric: string;
  /** Of whom that share is; null for a metric that is not of those referred, or of the demand by name. */
  readonly of: JudgedOf | null;
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
  /** Why its mean has no interval; empty where it has one. */
  readonly noInterval: string;
  /** The same of those referred alone; null unless it is judged of the demand in their place. */
  readonly referred: Pick<JudgedStandard, "mean" | "ciLow" | "ciHigh" | "verdict"> | null;
}

/**
 * Judges each standard of a scenario by the 95 % interval of its metric's mean; one that was not measured
 * stays undecided, and so does one that is the same in under ten replications, which is no certainty.
 * A share of those referred is judged of the reference demand (`judgedOf`).
 */
export function judgeStandards(
  standards: Scenario["standards"],
  plan: MeasurePlan,
  results: Results,
): readonly JudgedStandard[] {
  return standards.map((standard) => {
    const { id, group_by: groupBy, group } = standard;
    const { metric, of } = judgedMetric(standard, plan);
    const unit = describeMetric(metric)?.unit ?? "";
    const { bound, target } = targetOf(standard, unit);
    const place = placeOf(plan, metric, groupBy, group);
    const values = place < 0 ? new Float64Array() : acrossReplications(results, "values", place);
    const interval = metricInterval(plan, results, place);
    const { n, mean, ciLow, ciHigh } = interval;
    const verdict = verdictOf(bound, target, boundsFor(interval, unit));
    const ofReferred = metricInterval(plan, results, placeOf(plan, standard.metric, groupBy, group));
    const meets = values.filter((value) => (bound === "at least" ? value >= target : value <= target)).length;
    return {
      id,
      name: standard.name ?? standardText(standard),
      metric,
      of,
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
      replicationsToDecide: verdict === "undecided" ? toDecide(interval, target) : null,
      noInterval: noIntervalText(interval),
      referred:
        of !== "demand"
          ? null
          : {
              mean: ofReferred.mean,
              ciLow: ofReferred.ciLow,
              ciHigh: ofReferred.ciHigh,
              verdict: verdictOf(bound, target, boundsFor(ofReferred, unit)),
            },
    };
  });
}

/** Writes what a standard asks, from its parts: `metric at least 90 %`. */
export function standardText({ metric, of, group_by, group, at_least, at_most }: Standard): string {
  const whose = group_by === "all" ? "" : ` of ${group_by.replaceAll("_", " ")} ${group}`;
  const asked = of === undefined ? "" : ` of ${of === "demand" ? "the demand" : "those referred"}`;
  return `${metric}${asked}${whose} ${at_least === undefined ? `at most ${at_most}` : `at least ${at_least}`}`;
}

function targetOf({ at_least, at_most }: Standard, unit: string): Pick<JudgedStandard, "bound" | "target"> {
  const bound = at_least === undefined ? "at most" : "at least";
  // A loaded scenario has exactly one of the two, and `refuseStandards` has read it.
  return { bound, target: readTarget(unit, (at_least ?? at_most) as string) ?? NaN };
}

/**
 * Gives the bounds that a standard is judged by: those of the mean's interval; of a share that is too rare
 * for one, what it is surely not above; and the value itself where ten replications or more all have it.
 */
function boundsFor(interval: ReplicationInterval, unit: string): readonly [number, number] | null {
  const { n, mean, sd, ciLow, ciHigh, events, noInterval } = interval;
  if (mean === null) return null;
  if (ciLow !== null && ciHigh !== null) return [ciLow, ciHigh];
  if (noInterval === "rare" && unit === "share") return [0, shareUpperLimit(events, n)];
  return noInterval === "alike" && sd === 0 && n >= MIN_EVENTS ? [mean, mean] : null;
}

function toDecide({ mean, sd, noInterval, wouldDo }: ReplicationInterval, target: number): number | null {
  if (mean === null || sd === null) return null;
  if (noInterval === "alike" && sd === 0) return MIN_EVENTS;
  return noInterval === null ? replicationsToDecide(mean, sd, target) : wouldDo;
}

function verdictOf(
  bound: JudgedStandard["bound"],
  target: number,
  bounds: readonly [number, number] | null,
): StandardVerdict {
  if (bounds === null) return "undecided";
  const [low, high] = bounds;
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
    const { id, metric, of, at_least, at_most } = standard;
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
    if (of !== undefined && judgedOf(standard) !== of)
      return at("of", {
        found: of,
        expected:
          judgedOf(standard) === null
            ? `nothing, as ${metric} is not measured both of those referred and of the reference demand`
            : `referred, as ${metric} by ${standard.group_by} is measured of those referred alone`,
      });
    const written = (at_least ?? at_most) as string;
    const field = at_least === undefined ? "at_most" : "at_least";
    const target = readTarget(unit, written);
    const found = JSON.stringify(written);
    const inUnit = `${targetInWords(unit)}, as ${metric} is in ${unit}`;
    if (target === null) return at(field, { found, expected: inUnit });
    const [low, high] = possibleValues(metric, unit);
    if (target >= low && target <= high) return [];
    const isPercent = unit === "share" && target > 1 && target <= 100 && !written.includes("%");
    const expected = `a value that it can have, ${rangeInWords(low, high, unit)}`;
    return at(field, isPercent ? { found, expected, hint: `Say ${target} %.` } : { found, expected });
  });
  if (problems.length > 0) throw new ScenarioError(problems);
}

function rangeInWords(low: number, high: number, unit: string): string {
  if (high === Infinity) return "0 or more";
  return unit === "share" ? `from ${low * 100} % to ${high * 100} %` : `from ${low} to ${high}`;
}

/**
 * Refuses, as a `ScenarioError`, standards of what is not measured: a metric that has no such groups, a
 * practice or a post that is not there. They would stay undecided for good.
 */
export function refuseUnmeasuredStandards(
  { name, standards }: Pick<Scenario, "name" | "standards">,
  plan: MeasurePlan,
): void {
  const problems = standards.flatMap(({ id, metric, group_by: groupBy, group }): Problem[] => {
    const fault = unmeasuredFault({ metric, groupBy, group }, plan);
    if (fault === null) return [];
    const { field, ...words } = fault;
    return [{ file: name, path: `standards[${id}].${field}`, severity: "error", ...words }];
  });
  if (problems.length > 0) throw new ScenarioError(problems);
}
