import type { MeasurePlan, ReplicationResult } from "./result.ts";
import { RETENTION_FIELDS } from "./result.ts";

/** Says of whom a metric is; of everybody if left out. */
export interface MetricGroup {
  readonly groupBy?: string;
  readonly group?: string;
}

/** The arrays of a result, each in the order of its plan. */
export type ResultArray = "values" | "series" | "retention" | "windowed";

/**
 * Gives what more replications measured than memory has room for, from where it is kept; in order of
 * replication, each once, and as the plan says.
 */
export interface KeptResults extends Iterable<ReplicationResult> {
  readonly length: number;
  /** Those from one place up to before another, as of an array. */
  slice(from: number, before: number): readonly ReplicationResult[];
  /** One number of each: the number at `index` of one of its arrays. */
  across(array: ResultArray, index: number): Float64Array;
}

/** What the replications of one scenario measured, in memory or kept elsewhere. */
export type Results = readonly ReplicationResult[] | KeptResults;

/** Holds what the replications of one scenario measured, in any order. */
export interface ScenarioResults {
  readonly plan: MeasurePlan;
  readonly results: Results;
}

/** Holds them in memory. */
export interface HeldResults extends ScenarioResults {
  readonly results: readonly ReplicationResult[];
}

/** Names metrics of a plan by their places, so that tables of hundreds of thousands are made in pieces. */
export interface MetricStretch {
  /** The first; that of the plan if left out. */
  readonly from?: number;
  /** The one behind the last; none if left out. */
  readonly before?: number;
}

/**
 * Returns the results in order of replication, so that sums never depend on which worker was first. Throws
 * where a replication comes twice or does not fit the plan: either would make a table wrong without a sign.
 */
export function inReplicationOrder({ plan, results }: ScenarioResults): Results {
  if (areKept(results)) return results;
  const ordered = [...results].sort((a, b) => a.replication - b.replication);
  ordered.forEach((result, i) => {
    const where = `${plan.scenario}, replication ${result.replication}`;
    if (i > 0 && ordered[i - 1]?.replication === result.replication) throw new Error(`${where}: there twice`);
    expectLength(where, "values", result.values, plan.metrics.length);
    expectLength(where, "series", result.series, plan.series.length * plan.weeks);
    expectLength(where, "retention", result.retention, plan.retention.length * RETENTION_FIELDS.length);
    expectLength(where, "windowed", result.windowed, plan.windowed.length);
  });
  return ordered;
}

function expectLength(where: string, what: string, values: Float64Array, expected: number): void {
  if (values.length === expected) return;
  throw new Error(`${where}: expected ${expected} numbers in ${what}, got ${values.length}`);
}

/** Returns one number of each replication, in their order: the number at `index` of one of their arrays. */
export function acrossReplications(ordered: Results, array: ResultArray, index: number): Float64Array {
  if (areKept(ordered)) return ordered.across(array, index);
  const values = new Float64Array(ordered.length);
  for (let i = 0; i < ordered.length; i++)
    values[i] = (ordered[i] as ReplicationResult)[array][index] as number;
  return values;
}

/** Lists the numbers of the replications. */
export const replicationsOf = (results: Results): number[] =>
  Array.from(results, ({ replication }) => replication);

/** Says whether results are kept elsewhere than in memory. */
export const areKept = (results: Results): results is KeptResults => "across" in results;
