import { placeOf } from "../../sim/measures/place-of.ts";
import type { MeasurePlan, ReplicationResult } from "../../sim/measures/result.ts";
import type { JudgedStandard } from "../../sim/measures/standards.ts";
import type { RegimeVerdict, TypeVerdict } from "../../sim/measures/verdict.ts";
import { type MeanInterval, meanInterval } from "../../sim/stats/mean-interval.ts";
import type { MetricGroup } from "../../sim/tables/values-of.ts";

/** Tells of a variant which scenario it varies, and what it assumes. */
export interface VariantOf {
  readonly scenario: string;
  readonly id: string;
  readonly name: string;
  /** Why that is not known. */
  readonly why?: string | undefined;
}

/** What the summary shows of one scenario. */
export interface SummaryInput {
  readonly plan: MeasurePlan;
  readonly results: readonly ReplicationResult[];
  readonly verdicts: readonly RegimeVerdict[];
  readonly typeVerdicts: readonly TypeVerdict[];
  readonly standards: readonly JudgedStandard[];
  /** The time since referral at which shares are given, such as "39 weeks". */
  readonly by: string;
  /** Whether the precision asked for was reached; null if none was asked for. */
  readonly precisionReached: boolean | null;
  /** Dated changes in plain words. */
  readonly timeline: readonly string[];
  readonly variantOf: VariantOf | null;
}

/** Writes scenarios' names as the heads of columns; of a longer one its end, which tells it from its base. */
export function headsText(runs: readonly SummaryInput[], width: number): string {
  const most = width - 2;
  const head = (name: string): string => (name.length <= most ? name : `..${name.slice(2 - most)}`);
  return runs.map(({ plan }) => head(plan.scenario).padStart(width)).join("");
}

/** Says what is added up of a replication: each metric times its factor, over a group. */
interface Sum extends MetricGroup {
  readonly terms: readonly (readonly [metric: string, factor: number])[];
  readonly constant?: number;
}

/** Gives a sum of metrics in each replication; none where a metric is not measured. */
export function sumsOf(
  { plan, results }: SummaryInput,
  { terms, constant = 0, groupBy = "all", group = "all" }: Sum,
): number[] {
  const places = terms.map(([metric]) => placeOf(plan, metric, groupBy, group));
  if (places.includes(-1)) return [];
  return results.map(({ values }) =>
    terms.reduce((sum, [, factor], i) => sum + factor * values[places[i]], constant),
  );
}

/** Gives a sum of metrics over replications; each replication is summed by itself, so that the interval is that of the sum. */
export function sumInterval(run: SummaryInput, sum: Sum): MeanInterval {
  return meanInterval(sumsOf(run, sum));
}

/** Gives a metric of another scenario minus that of the base, over the replications that both have: they share their luck, so that pairs tell more than two means. */
export function differenceInterval(
  base: SummaryInput,
  other: SummaryInput,
  metric: string,
  group: MetricGroup = {},
): MeanInterval {
  const [before, after] = [base, other].map((run) => {
    const sums = sumsOf(run, { terms: [[metric, 1]], ...group });
    return new Map(sums.map((sum, i) => [run.results[i].replication, sum]));
  });
  return meanInterval(
    [...after].map(([replication, value]) => value - (before.get(replication) ?? Number.NaN)),
  );
}

/** Gives the mean of a metric of all over replications; null where there is none. */
export function meanOf(run: SummaryInput, metric: string): number | null {
  return sumInterval(run, { terms: [[metric, 1]] }).mean;
}
