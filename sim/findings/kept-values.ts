import { describeMetric } from "../measures/describe-metric.ts";
import { placeOf } from "../measures/place-of.ts";
import type { MeasurePlan } from "../measures/result.ts";
import type { Scenario } from "../scenario/schema.ts";
import { judgedMetric } from "./judged-of.ts";
import type { ReplicationDetail } from "./replication-detail.ts";

/**
 * Declares what is kept by default beside every metric of everybody, and what a scenario's standards are of:
 * metrics by what they are grouped by. Whatever a page recalls of a folder must stand here.
 */
const OF_GROUPS: Readonly<Record<string, readonly string[]>> = {
  // Regimes of waiting lists, and the table of all of them.
  pool: [
    "load.hours",
    "load.places",
    "load.change",
    "load.growth_in_a_year",
    "load.open",
    "posts.practices",
    "posts.end",
    "posts.fte_end",
    "list.gave_up",
    "list.declined",
    "requests.never_referred",
    "requests.turned_away",
    "waiting_list.end",
  ],
  // Regimes of organisations, and how full they are.
  organisation_type: [
    "organisation.load",
    "organisation.load_change",
    "organisation.queue_growth",
    "organisation.in_place",
    "organisations.count",
    "organisations.places",
    "organisation.wait.p50",
    "organisation.recent_wait.p50",
  ],
  crisis: ["people.referred", "people.waiting_4_weeks"],
  // Which practices lose.
  practice: ["people.referred", "people.reached_3"],
};

/**
 * Gives the places in a plan of the metrics that are kept, in the order of the plan; of a ratio also the sums
 * that it is of, from which its mean over replications is made.
 */
export function keptPlaces(
  plan: MeasurePlan,
  { standards = [] }: { readonly standards?: Scenario["standards"] } = {},
  detail: ReplicationDetail = "headlines",
): readonly number[] {
  if (detail === "full") return plan.metrics.map((_, place) => place);
  const ofStandards = standards.flatMap((standard) =>
    [standard.metric, judgedMetric(standard, plan).metric].map((metric) =>
      placeOf(plan, metric, standard.group_by, standard.group),
    ),
  );
  const kept = new Set(ofStandards);
  plan.metrics.forEach(({ metric, groupBy }, place) => {
    if (groupBy === "all" || OF_GROUPS[groupBy]?.includes(metric)) kept.add(place);
  });
  kept.delete(-1);
  // A set gives what is added to it while it is walked, too.
  for (const place of kept) {
    const { metric, groupBy, group } = plan.metrics[place];
    for (const part of partsOf(metric)) {
      const partPlace = placeOf(plan, part, groupBy, group);
      if (partPlace >= 0) kept.add(partPlace);
    }
  }
  return [...kept].sort((a, b) => a - b);
}

function partsOf(metric: string): readonly string[] {
  const { ratio } = describeMetric(metric) ?? {};
  return ratio === undefined ? [] : [ratio.of, ratio.per].flat();
}
