import { checkLayout } from "../../sim/experiment/check-layout.ts";
import { type SweepPoint, sweepPoints } from "../../sim/experiment/design/points.ts";
import { planSweep, type SweepPlan } from "../../sim/experiment/design/sweep-plan.ts";
import { jobOf, range } from "../../sim/experiment/replicate.ts";
import { type LoadedScenario, readScenario } from "../../sim/scenario/load.ts";
import { type Problem, renderProblem, ScenarioError } from "../../sim/scenario/problem.ts";
import { sourcesFromMap } from "../../sim/scenario/sources.ts";
import { messages } from "../messages/index.ts";
import type { Block } from "../store/job-content.ts";
import { blocksOf } from "../store/stored-executor.ts";
import { badInput } from "../terminal/exit-codes.ts";
import type { WorkCell } from "./cells.ts";
import { isInShard, type Shard } from "./shard.ts";
import type { SweepTask } from "./task.ts";

/** A sweep that can be simulated: its plan, and the scenario at any of its points. */
export interface SweepWork {
  readonly plan: SweepPlan;
  readonly load: (set?: readonly string[]) => LoadedScenario;
}

const RESOLVED = "/scenario.resolved.yaml";
const DEFAULTS = "/defaults.yaml";
const MAX_COMPLAINTS = 20;

/**
 * Makes the work of a sweep from its scenario with every default filled in; from that text alone, so that
 * the work is the same wherever it is done and done again.
 */
export function sweepWork(task: SweepTask, resolved: string): SweepWork {
  const plan = planSweep({
    vary: task.vary.map((variation) => ({ ...variation, place: { file: "--vary" } })),
    design: task.design,
    points: task.points ?? undefined,
    replications: task.replications,
    seed: task.seed,
    metrics: task.metrics ?? undefined,
  });
  return { plan, load: loadOfResolved(resolved) };
}

/** Gives the scenario of a resolved text under any changes. */
export function loadOfResolved(resolved: string): SweepWork["load"] {
  // The resolved text fills in everything, so that there are no defaults to lay under it.
  const files = new Map([
    [RESOLVED, resolved],
    [DEFAULTS, resolved],
  ]);
  return readScenario(RESOLVED, sourcesFromMap(files, { defaults: DEFAULTS }));
}

/**
 * Refuses a sweep, before anything is simulated, if any of its points, or of those of one part of the work,
 * is not a valid scenario.
 */
export function refuseInvalidPoints(work: SweepWork, argument: string, shard?: Shard): void {
  for (const _ of validPoints(work, argument, shard));
}

/**
 * Gives the points of a sweep, or those of one part of the work, each with its scenario, which is loaded and
 * checked once; refuses the sweep at the end if any of them was not a valid one.
 */
export function* validPoints(
  { plan, load }: SweepWork,
  argument: string,
  shard?: Shard,
): Generator<{ readonly point: SweepPoint; readonly loaded: LoadedScenario }> {
  const complaints: string[] = [];
  let invalid = 0;
  for (const { point } of blocksByPoint(plan, shard)) {
    let loaded: LoadedScenario;
    try {
      loaded = load(point.set);
      checkLayout(loaded);
    } catch (failure) {
      if (!(failure instanceof ScenarioError)) throw failure;
      invalid++;
      for (const problem of failure.problems)
        complaints.push(
          messages.problemAtPoint(pointText(point), renderProblem(ofScenario(problem, argument))),
        );
      continue;
    }
    if (invalid === 0) yield { point, loaded };
  }
  if (invalid === 0) return;
  const shown = complaints.slice(0, MAX_COMPLAINTS);
  throw badInput([...shown, messages.invalidPoints(invalid, complaints.length - shown.length)].join("\n"));
}

/** Says of a problem that it is the scenario's: its line is that of a text which the user never saw. */
function ofScenario({ line, column, ...problem }: Problem, argument: string): Problem {
  return { ...problem, file: argument };
}

/**
 * Gives the cells of a sweep, point by point, or those of one part of the work; the scenario of a point
 * without any is not loaded.
 */
export function* sweepCells({ plan, load }: SweepWork, shard?: Shard): Generator<WorkCell> {
  for (const { point, blocks } of blocksByPoint(plan, shard)) {
    const job = jobOf(load(point.set), { seed: plan.seed, detail: "summary" });
    for (const block of blocks) yield { job, block, point: point.point };
  }
}

/** Gives the points that have cells in a part of the work, with the replications of those cells. */
function* blocksByPoint(
  plan: SweepPlan,
  shard: Shard | undefined,
): Generator<{ readonly point: SweepPoint; readonly blocks: readonly Block[] }> {
  const all = blocksOf({ detail: "summary" }, range(0, plan.replications));
  let cells = 0;
  for (const point of sweepPoints(plan)) {
    const first = cells;
    const blocks = all.filter((_, i) => isInShard(first + i, shard));
    cells += all.length;
    if (blocks.length > 0) yield { point, blocks };
  }
}

/** Names a point by what it sets. */
export function pointText({ point, set }: SweepPoint): string {
  return `point ${point} (${set.join(", ")})`;
}
