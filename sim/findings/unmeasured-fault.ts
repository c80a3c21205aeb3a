import { placeOf } from "../measures/place-of.ts";
import type { MeasurePlan } from "../measures/result.ts";
import { didYouMean } from "../scenario/nearest-name.ts";
import type { Fault } from "../scenario/parameter.ts";

/** Names what somebody asks for among the metrics of a run. */
export interface AskedMetric {
  readonly metric: string;
  readonly groupBy: string;
  readonly group: string;
}

/** Says which field asks for what is not measured, and what is wrong with it. */
export interface UnmeasuredFault extends Fault {
  readonly field: "metric" | "group_by" | "group";
}

/** Says why a run has no such number, with the nearest that it has; null where it has it. */
export function unmeasuredFault(
  { metric, groupBy, group }: AskedMetric,
  plan: MeasurePlan,
): UnmeasuredFault | null {
  if (placeOf(plan, metric, groupBy, group) >= 0) return null;
  const measured = plan.metrics.filter((entry) => entry.metric === metric);
  const fault = (
    field: UnmeasuredFault["field"],
    got: string,
    expected: string,
    known: readonly string[],
  ): UnmeasuredFault => {
    const hint = didYouMean(got, new Set(known));
    return { field, found: JSON.stringify(got), expected, ...(hint === undefined ? {} : { hint }) };
  };
  const names = plan.metrics.map((entry) => entry.metric);
  if (measured.length === 0) return fault("metric", metric, "a metric that this scenario measures", names);
  const groupings = measured.map((entry) => entry.groupBy);
  if (!groupings.includes(groupBy)) return fault("group_by", groupBy, `how ${metric} is grouped`, groupings);
  const groups = measured.filter((entry) => entry.groupBy === groupBy).map((entry) => entry.group);
  if (groupBy === "all") return fault("group", group, "the groups that it is of, in group_by", []);
  return fault("group", group, `a ${groupBy.replaceAll("_", " ")} of this scenario`, groups);
}
