import { describeMetric, metricWords } from "../measures/describe-metric.ts";
import type { Better } from "../measures/metric.ts";
import { placeOf } from "../measures/place-of.ts";
import type { MetricGroup, ScenarioResults } from "../measures/scenario-results.ts";
import { readerUnit } from "../words/units.ts";
import { sumInterval, sumsOf } from "./estimates.ts";
import { judgeDifference, type Surety } from "./surety.ts";

/** A mean in the reader's unit with the bounds of its 95 % interval; null where there is none. */
export interface BoardNumber {
  readonly mean: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** A number that a board looks at: what it is called, in which unit, and which way is better. */
export interface BoardLine extends Required<MetricGroup> {
  readonly metric: string;
  readonly label: string;
  readonly unit: string;
  /** Unit of a difference: points where the number is in percent. */
  readonly differenceUnit: string;
  /** The tables' number times this is the reader's. */
  readonly factor: number;
  /** Decimals of a number that is known for certain. */
  readonly decimals: number;
  readonly better: Better;
}

/** By how much a number differs from the base, and how surely. */
export interface BoardDifference extends BoardNumber {
  readonly surety: Surety;
}

/** Lists what a board looks at, in the order in which it asks: people, waits, posts, places, money. */
const LINES: readonly (readonly [metric: string, group?: Required<MetricGroup> & { readonly of: string }])[] =
  [
    ["people.referred"],
    ["people.engaged"],
    ["people.reached_3"],
    ["reached_3.share"],
    ["finished.share"],
    ["people.gave_up"],
    ["requests.usual_care"],
    ["wait.first_contact.within_4_weeks_of_demand"],
    ["wait.first_contact.within_4_weeks"],
    ["wait.first_contact.p50"],
    ["wait.first_contact.p90"],
    ["waiting_list.end"],
    ["people.waiting_4_weeks", { groupBy: "crisis", group: "yes", of: ", in a crisis" }],
    ["posts.fte_end"],
    ["closing_list"],
    ["referrals.per_link_worker_year"],
    ["caseload.mean"],
    ["caseload.at_cap"],
    ["utilisation.casework"],
    ["hours.networking_lost"],
    ["contacts.per_referral"],
    ["links.per_referral"],
    ["organisation.load"],
    ["organisations.closed"],
    ["organisation.wait.p50"],
    ["organisation.recent_wait.p50"],
    ["cost.total"],
    ["cost.per_reached_3"],
    ["cost.places"],
  ];

/** What a board reads otherwise than the tables have it. */
const READ_AS: Readonly<Record<string, Partial<BoardLine>>> = {
  "organisation.load": { unit: "%", differenceUnit: "points", factor: 100 },
  "caseload.mean": { decimals: 1 },
  "posts.fte_end": { decimals: 1 },
};

/** The share of the reference demand seen within four weeks, by which a board judges waits. */
export const SEEN_SOON = "wait.first_contact.within_4_weeks_of_demand";

/** Gives the line of a metric of everybody, or of a group. */
export function boardLine(
  metric: string,
  { groupBy = "all", group = "all", of = "" }: MetricGroup & { readonly of?: string } = {},
): BoardLine {
  const { unit: measured = "", better = null } = describeMetric(metric) ?? {};
  const { unit, difference, factor, decimals } = readerUnit(measured);
  return {
    metric,
    groupBy,
    group,
    label: `${metricWords(metric)}${of}`,
    unit,
    differenceUnit: difference,
    factor,
    decimals,
    better,
    ...READ_AS[metric],
  };
}

/** Lists the lines that a run measures and that are not 0 in all of them for want of what they are of. */
export function boardLines(runs: readonly ScenarioResults[]): readonly BoardLine[] {
  return LINES.map(([metric, group]) => boardLine(metric, group)).filter((line) =>
    runs.some((run) => {
      if (placeOf(run.plan, line.metric, line.groupBy, line.group) < 0) return false;
      const { mean } = boardNumber(run, line);
      return mean !== null && (mean !== 0 || !ABSENT_IF_ZERO.includes(line.metric));
    }),
  );
}

/** Of what most scenarios have nothing. */
const ABSENT_IF_ZERO = ["closing_list", "requests.usual_care"];

/** Shares of a whole that they are a part of lie between 0 and 100 %. */
const MAY_PASS_ONE = ["utilisation.casework", "organisation.load"];

/** Gives a line's number in a run; the interval of a share ends at 0 and 100 %, that of a count at 0. */
export function boardNumber(run: ScenarioResults, line: BoardLine): BoardNumber {
  const { mean, ciLow, ciHigh } = sumInterval(run, termsOf(line));
  const most = line.unit === "%" && !MAY_PASS_ONE.includes(line.metric) ? 100 : Number.POSITIVE_INFINITY;
  return {
    mean,
    low: ciLow === null ? null : Math.min(ciLow, Math.max(0, mean ?? 0)) < 0 && (mean ?? 0) >= 0 ? 0 : ciLow,
    high: ciHigh === null ? null : Math.min(most, ciHigh),
  };
}

/** Gives a line's difference from the base over the replications that both have in common. */
export function boardDifference(
  base: ScenarioResults,
  other: ScenarioResults,
  line: BoardLine,
): BoardDifference {
  const [one, two] = [base, other].map((run) => sumsOf(run, termsOf(line)));
  if (one.length !== two.length || one.length === 0)
    return { mean: null, low: null, high: null, surety: "untold" };
  const { difference, surety } = judgeDifference(one, two);
  return { mean: difference.mean, low: difference.ciLow, high: difference.ciHigh, surety };
}

const termsOf = ({ metric, factor, groupBy, group }: BoardLine) => ({
  terms: [[metric, factor]] as const,
  groupBy,
  group,
});
