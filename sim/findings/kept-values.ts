import { describeMetric } from "../measures/describe-metric.ts";
import { placeOf } from "../measures/place-of.ts";
import type { MeasureKey, MeasurePlan } from "../measures/result.ts";
import type { Scenario } from "../scenario/schema.ts";
import { judgedMetric } from "./judged-of.ts";
import type { ReplicationDetail } from "./replication-detail.ts";

/**
 * Declares what is kept by default beside headline metrics of everybody and what a scenario's standards and
 * precision are of: metrics by what they are grouped by. Whatever a page recalls of a folder must stand here.
 */
const BY_GROUPING: Readonly<Record<string, readonly string[]>> = {
  // What boards, screens and answers tell.
  all: [
    "people.referred",
    "people.engaged",
    "people.gave_up",
    "people.waiting_4_weeks",
    "requests.usual_care",
    "engaged.share",
    "finished.share",
    "lost.share.gave_up_waiting",
    "lost.share.declined",
    "lost.share.never_attended",
    "lost.share.left",
    "lost.share.reviewed_out",
    "lost.share.post_ended",
    "dropoff.after_0",
    "dropoff.after_1",
    "dropoff.after_2",
    "engaged.share_of_demand",
    "waiting_list.end",
    "closing_list",
    "wait.first_contact.p50",
    "wait.first_contact.p90",
    "caseload.mean",
    "caseload.at_cap",
    "posts.end",
    "posts.fte_end",
    "referrals.per_link_worker_year",
    "contacts.per_link_worker_year",
    "contacts.per_referral",
    "contacts.third",
    "links.per_referral",
    "utilisation.casework",
    "hours.networking",
    "hours.networking_lost",
    "cost.total",
    "cost.posts",
    "cost.places",
    "cost.running",
    "cost.per_referral",
    "organisation.load",
    "organisation.wait.p50",
    "organisation.recent_wait.p50",
    "organisations.count",
    "organisations.places",
    "organisations.closed",
    "spreadsheet.posts",
    "spreadsheet.load",
    "spreadsheet.reached_3",
    "spreadsheet.waiting",
  ],
  // Regimes of waiting lists, and the table of all of them.
  pool: ["load.change", "load.growth_in_a_year", "load.open"],
  // Regimes of organisations, and how full they are.
  organisation_type: [
    "organisation.load",
    "organisation.load_change",
    "organisation.queue_growth",
    "organisation.in_place",
    "organisations.places",
    "organisation.recent_wait.p50",
  ],
  crisis: ["people.referred", "people.waiting_4_weeks"],
  // Which practices lose.
  practice: ["people.reached_3"],
};

/** Declares of which metrics verdicts and pages read the mean alone, which the table `summary` has. */
const MEAN_ALONE: Readonly<Record<string, readonly string[]>> = {
  pool: [
    "load.hours",
    "load.places",
    "posts.practices",
    "posts.end",
    "posts.fte_end",
    "list.gave_up",
    "list.declined",
    "requests.never_referred",
    "requests.turned_away",
    "waiting_list.end",
  ],
  organisation_type: ["organisations.count"],
  practice: ["people.referred"],
};

/** Says whether a page that recalls a folder takes the mean of a metric from its table `summary`. */
export const isMeanAlone = ({ metric, groupBy }: Pick<MeasureKey, "metric" | "groupBy">): boolean =>
  MEAN_ALONE[groupBy]?.includes(metric) === true;

/**
 * Gives the places in a plan of the metrics that are kept, in the order of the plan; of a ratio also the sums
 * that it is of, from which its mean over replications is made.
 */
export function keptPlaces(
  plan: MeasurePlan,
  { standards = [], measures }: Partial<Pick<Scenario, "standards" | "measures">> = {},
  detail: ReplicationDetail = "headlines",
): readonly number[] {
  if (detail === "full") return plan.metrics.map((_, place) => place);
  const ofStandards = standards.flatMap((standard) =>
    [standard.metric, judgedMetric(standard, plan).metric].map((metric) =>
      placeOf(plan, metric, standard.group_by, standard.group),
    ),
  );
  const ofPrecision = (measures?.precision_on ?? []).map((metric) => placeOf(plan, metric));
  const kept = new Set([...ofStandards, ...ofPrecision]);
  plan.metrics.forEach(({ metric, groupBy }, place) => {
    const isHeadline = groupBy === "all" && describeMetric(metric)?.isHeadline === true;
    if (isHeadline || BY_GROUPING[groupBy]?.includes(metric)) kept.add(place);
  });
  kept.delete(-1);
  const ofParts = plan.metrics.flatMap((key, place) => {
    const { metric, groupBy, group } = key;
    if (!kept.has(place) && !isMeanAlone(key)) return [];
    return partsOf(metric).map((part) => placeOf(plan, part, groupBy, group));
  });
  return [...new Set([...kept, ...ofParts])].filter((place) => place >= 0).sort((a, b) => a - b);
}

function partsOf(metric: string): readonly string[] {
  const { ratio } = describeMetric(metric) ?? {};
  return ratio === undefined ? [] : [ratio.of, ratio.per].flat();
}
