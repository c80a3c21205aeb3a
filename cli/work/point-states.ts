import type { SweepPoint } from "../../sim/experiment/design/points.ts";
import type { Job } from "../../sim/experiment/executor.ts";
import { jobOf } from "../../sim/experiment/replicate.ts";
import { scenarioDifferences } from "../../sim/scenario/differences.ts";
import { messages } from "../messages/index.ts";
import type { CellStore } from "../store/cell-store.ts";
import { type Block, cellKey, WORDS } from "../store/job-content.ts";
import { modelVersion } from "../store/model-version.ts";
import { cellsOf } from "./cells.ts";
import type { KeptTask } from "./kept-task.ts";
import { type SweepWork, sweepWork, validPoints } from "./sweep-work.ts";

/** Says how much of a point is kept already, and why what was kept of it before no longer counts. */
export interface PointState {
  readonly point: SweepPoint;
  /** Loads its scenario again: of all points together they would fill the memory. */
  readonly job: () => Job;
  readonly cells: number;
  readonly kept: number;
  /** Replications that are still to be simulated. */
  readonly missing: number;
  /** Of all of them. */
  readonly replications: number;
  /** What has changed since it was simulated; empty if it never was. */
  readonly staleFor: readonly string[];
}

/**
 * Looks up every point of a sweep in a store; `earlier` is what was last asked for in the same words. Refuses
 * the sweep if any of its points is not a valid scenario.
 */
export async function pointStates(
  work: SweepWork,
  argument: string,
  store: CellStore | undefined,
  earlier: KeptTask | undefined,
): Promise<readonly PointState[]> {
  const before = earlier === undefined ? undefined : earlierWork(earlier);
  const states: PointState[] = [];
  const { seed } = work.plan;
  for (const { point, member, loaded, replications } of validPoints(work, argument)) {
    const job = jobOf(loaded, { seed, detail: "summary" });
    const cells = cellsOf(job, replications, point.point);
    let kept = 0;
    let missing = 0;
    for (const { block } of cells) {
      // Read, since what is damaged is simulated again.
      if ((await store?.read(cellKey(job, block, modelVersion()))) !== undefined) kept++;
      else missing += block.before - block.from - (await beginningKept(job, block, store));
    }
    const written = states.at(-1);
    if (member !== null && written !== undefined) {
      states[states.length - 1] = {
        ...written,
        cells: written.cells + cells.length,
        kept: written.kept + kept,
        missing: written.missing + missing,
        replications: written.replications + replications,
      };
      continue;
    }
    const isStale = missing > 0 && store !== undefined && before !== undefined;
    const staleFor = isStale ? await whyStale(point, job, before, store) : [];
    states.push({
      point,
      job: () => jobOf(work.load(point.set), { seed, detail: "summary" }),
      cells: cells.length,
      kept,
      missing,
      replications,
      staleFor,
    });
  }
  return states;
}

/** Counts the replications of a cell that are kept because fewer were asked for before. */
async function beginningKept(
  job: Job,
  { from, before }: Block,
  store: CellStore | undefined,
): Promise<number> {
  for (let end = before - 1; end > from; end--)
    if ((await store?.read(cellKey(job, { from, before: end }, modelVersion()))) !== undefined)
      return end - from;
  return 0;
}

interface Earlier {
  readonly work: SweepWork;
  readonly model: string;
}

function earlierWork({ task, scenarios, model }: KeptTask): Earlier | undefined {
  if (task.kind !== "sweep") return undefined;
  const [{ resolved }] = scenarios;
  try {
    return { work: sweepWork(task, resolved), model };
  } catch {
    // A scenario of another version, which this one cannot read: there is nothing to compare with.
    return undefined;
  }
}

/** Says what has changed since a point was simulated; nothing if the store holds no earlier cell of it. */
async function whyStale(
  point: SweepPoint,
  job: Job,
  { work: { load, plan }, model }: Earlier,
  store: CellStore,
): Promise<readonly string[]> {
  let before: Job;
  try {
    before = jobOf(load(point.set), { seed: plan.seed, detail: "summary" });
  } catch {
    return [];
  }
  const [{ block }] = cellsOf(before, plan.replications, point.point);
  if (!(await store.has(cellKey(before, block, model)))) return [];
  return [
    ...(model === modelVersion() ? [] : [messages.valueChanged("the model", model, modelVersion())]),
    ...(before.seed === job.seed ? [] : [messages.valueChanged("the seed", before.seed, job.seed)]),
    ...scenarioDifferences(before, job, WORDS).map(({ path, first, second }) =>
      messages.valueChanged(path, first, second),
    ),
  ];
}
