import type { MeasurePlan, ReplicationResult } from "../../sim/measures/result.ts";
import type { RegimeVerdict, TypeVerdict } from "../../sim/measures/verdict.ts";
import { type MeanInterval, meanInterval } from "../../sim/stats/mean-interval.ts";

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

/** Gives a sum of metrics, each times its factor, over replications; each replication is summed by itself, so that the interval is that of the sum. */
export function sumInterval(
  { plan, results }: SummaryInput,
  terms: readonly (readonly [metric: string, factor: number])[],
  { constant = 0, groupBy = "all", group = "all" } = {},
): MeanInterval {
  const places = terms.map(([metric]) =>
    plan.metrics.findIndex((key) => key.metric === metric && key.groupBy === groupBy && key.group === group),
  );
  if (places.includes(-1)) return meanInterval([]);
  return meanInterval(
    results.map(({ values }) =>
      terms.reduce((sum, [, factor], i) => sum + factor * values[places[i]], constant),
    ),
  );
}

/** Gives the mean of a metric of all over replications; null where there is none. */
export function meanOf(run: SummaryInput, metric: string): number | null {
  return sumInterval(run, [[metric, 1]]).mean;
}
