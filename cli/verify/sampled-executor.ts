import { type Executor, eachAlone, type Job } from "../../sim/experiment/executor.ts";
import { keptPlaces } from "../../sim/findings/kept-values.ts";
import type { ReplicationDetail } from "../../sim/findings/replication-detail.ts";
import type { MeasureKey, MeasurePlan, ReplicationResult } from "../../sim/measures/result.ts";
import { CELLS } from "../../sim/tables/cells.ts";
import { REPLICATIONS } from "../../sim/tables/replications.ts";
import type { CellDigest } from "../results/cells-table.ts";
import { HeldRows } from "../results/held-rows.ts";
import type { OpenedResults } from "../results/open-results.ts";
import { numbersDigest } from "../store/digests.ts";
import { onlyValues } from "./not-simulated.ts";
import type { Sample } from "./sample.ts";

/** An executor that simulates a sample, with the digest of a cell that it simulated or passed over. */
export interface SampledExecutor {
  readonly executor: Executor;
  readonly cellDigest: CellDigest;
}

/**
 * Simulates the replications of a sample through another executor; of the others it takes from the folder
 * what they measured and the digest of their cell, and tells whoever asks for more.
 */
export async function sampledExecutor(
  inner: Executor,
  results: OpenedResults,
  { sample, detail }: { readonly sample: Sample; readonly detail: ReplicationDetail },
): Promise<SampledExecutor> {
  if (sample.isWhole) return { executor: inner, cellDigest: numbersDigest };
  const replications = await held(results, REPLICATIONS.name, ["scenario", "replication"]);
  const cells = await held(results, CELLS.name, ["scenario", "first_replication"]);
  const placesOfPlans = new WeakMap<MeasurePlan, readonly number[]>();
  const placesIn = (plan: MeasurePlan, { scenario }: Job): readonly number[] => {
    const known = placesOfPlans.get(plan) ?? keptPlaces(plan, scenario, detail);
    placesOfPlans.set(plan, known);
    return known;
  };
  const digests = new WeakMap<ReplicationResult, string>();

  const passedOver = async (job: Job, replication: number): Promise<ReplicationResult> => {
    const { name } = job.scenario;
    const plan = await inner.plan(job);
    const values = new Float64Array(plan.metrics.length).fill(Number.NaN);
    const places = placesIn(plan, job);
    replications?.of(name, replication).forEach((row, i) => {
      if (i < places.length && isOf(plan.metrics[places[i]], replications, row))
        values[places[i]] = Number(replications.cell(row, "value") ?? Number.NaN);
    });
    const result = onlyValues(plan, replication, values);
    const [row] = cells?.of(name, replication) ?? [];
    digests.set(result, row === undefined ? "" : String(cells?.cell(row, "sha256")));
    return result;
  };

  const execute: Executor["execute"] = async (job, numbers, onReplication = () => {}) => {
    const { name } = job.scenario;
    const sampled = numbers.filter((replication) => sample.hasReplication(name, replication));
    const simulated = new Map(
      (await inner.execute(job, sampled, onReplication)).map((result) => [result.replication, result]),
    );
    const all: ReplicationResult[] = [];
    for (const replication of numbers)
      all.push(simulated.get(replication) ?? (await passedOver(job, replication)));
    return all;
  };

  return {
    executor: { ...inner, execute, executeTogether: eachAlone(execute) },
    cellDigest: (planDigest, part) => digests.get(part[0]) ?? numbersDigest(planDigest, part),
  };
}

/** Says whether a row tells of a metric and group, so that no value is taken for another's. */
const isOf = ({ metric, groupBy, group }: MeasureKey, replications: HeldRows, row: number): boolean =>
  replications.cell(row, "metric") === metric &&
  replications.cell(row, "group_by") === groupBy &&
  replications.cell(row, "group") === group;

async function held(
  results: OpenedResults,
  table: string,
  keys: readonly string[],
): Promise<HeldRows | undefined> {
  const rows = await results.table(table);
  return rows === undefined ? undefined : new HeldRows(rows, keys);
}
