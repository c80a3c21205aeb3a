import { sweepPoints } from "../../sim/experiment/design/points.ts";
import type { Job } from "../../sim/experiment/executor.ts";
import { jobOf, range } from "../../sim/experiment/replicate.ts";
import { Station } from "../../sim/experiment/station.ts";
import type { MeasurePlan, ReplicationResult } from "../../sim/measures/result.ts";
import { resolvedYaml } from "../../sim/scenario/resolved.ts";
import { CELLS } from "../../sim/tables/cells.ts";
import { rowsOf } from "../../sim/tables/rows-of.ts";
import { numbersDigest, planText, sha256 } from "../store/digests.ts";
import type { RecordedTask } from "../work/recorded-task.ts";
import { sweepWork } from "../work/sweep-work.ts";

/** A row of the table of cells. */
export interface ListedCell {
  readonly scenario: string;
  readonly point: number | null;
  readonly first: number;
  readonly last: number;
  readonly sha256: string;
}

/**
 * Cells that are simulated again together: one of a run, or all of a point of a sweep, whose rows are means
 * over all of them.
 */
export type ListedPart = readonly [ListedCell, ...ListedCell[]];

/** A part that was simulated again. */
export interface RepeatedPart {
  readonly part: ListedPart;
  readonly plan: MeasurePlan;
  readonly results: readonly ReplicationResult[];
}

/** Reads the parts that a results folder lists. */
export async function listedParts({ results }: RecordedTask): Promise<readonly ListedPart[]> {
  const table = await results.tableOf(CELLS);
  if (table === undefined) return [];
  const parts: [ListedCell, ...ListedCell[]][] = [];
  for (const { scenario, point, first_replication, last_replication, sha256 } of rowsOf(table)) {
    const cell: ListedCell = {
      scenario,
      point,
      first: Number(first_replication),
      last: Number(last_replication),
      sha256,
    };
    const before = parts.at(-1);
    if (before !== undefined && cell.point !== null && before[0].point === cell.point) before.push(cell);
    else parts.push([cell]);
  }
  return parts;
}

/** Simulates parts again, one at a time. */
export async function* repeatParts(
  recorded: RecordedTask,
  parts: readonly ListedPart[],
): AsyncGenerator<RepeatedPart> {
  const jobFor = jobsOf(recorded);
  const station = new Station();
  for (const part of parts) {
    const job = jobFor(part[0]);
    const results: ReplicationResult[] = [];
    for (const replication of part.flatMap(({ first, last }) => range(first, last + 1))) {
      results.push(station.execute(job, replication).result);
      // Lets Ctrl-C through between replications.
      await new Promise((resolve) => setImmediate(resolve));
    }
    yield { part, plan: station.plan(job), results };
  }
}

/** Returns the cells of a part whose numbers came out otherwise than their digests say. */
export function otherCells({ part, plan, results }: RepeatedPart): readonly ListedCell[] {
  const planDigest = sha256(planText(plan));
  return part.filter(({ first, last, sha256: listed }) => {
    const own = results.filter(({ replication }) => replication >= first && replication <= last);
    return numbersDigest(planDigest, own) !== listed;
  });
}

/** Finds the job of a listed cell, the same for cells that follow each other. */
function jobsOf({ task, mains }: RecordedTask): (cell: ListedCell) => Job {
  const known = new Map<string | number, Job>();
  const work = task.kind === "sweep" ? sweepWork(task, resolvedYaml(mains[0])) : undefined;
  const make = ({ scenario: name, point: number }: ListedCell): Job => {
    if (work !== undefined) {
      for (const { point, set } of sweepPoints(work.plan))
        if (point === number) return jobOf(work.load(set), { seed: task.seed, detail: "summary" });
    }
    const named = mains
      .flatMap((main) => [main, ...main.variants])
      .find(({ scenario }) => scenario.name === name);
    if (named === undefined) throw new Error(`the folder lists cells of ${name}, which it does not hold`);
    return jobOf(named, { seed: task.seed });
  };
  return (cell) => {
    const name = cell.point ?? cell.scenario;
    const job = known.get(name) ?? make(cell);
    known.set(name, job);
    return job;
  };
}
