import { checkLayout } from "../../sim/experiment/check-layout.ts";
import type { Executor } from "../../sim/experiment/executor.ts";
import {
  keptOf,
  type MeasuredSensitivityPoint,
  measureWith,
  pointJob,
} from "../../sim/experiment/sensitivity.ts";
import {
  planSensitivity,
  type SensitivityPlan,
  type SensitivityPoint,
  screeningPoints,
  setAtPoint,
  variancePoints,
} from "../../sim/experiment/sensitivity-plan.ts";
import { renderProblem, ScenarioError } from "../../sim/scenario/problem.ts";
import { resolvedYaml } from "../../sim/scenario/resolved.ts";
import { messages } from "../messages/index.ts";
import type { NamedScenario } from "../scenarios/load-scenarios.ts";
import type { CellStore } from "../store/cell-store.ts";
import { keptOnly, NotKept } from "../store/kept-only.ts";
import { blocksOf } from "../store/stored-executor.ts";
import { badInput } from "../terminal/exit-codes.ts";
import type { WorkCell } from "./cells.ts";
import { loadOfResolved, type SweepWork } from "./sweep-work.ts";
import type { SensitivityTask } from "./task.ts";

/** A sensitivity analysis that can be simulated: its plan, and its scenarios at any point. */
export interface SensitivityWork {
  readonly plan: SensitivityPlan;
  readonly loads: readonly SweepWork["load"][];
}

/** Makes the work of a task from its scenarios with every default filled in, and from those alone. */
export function sensitivityWork(task: SensitivityTask, mains: readonly NamedScenario[]): SensitivityWork {
  return {
    plan: planSensitivity(task, mains.length === 1 ? 1 : 2),
    loads: mains.map((named) => loadOfResolved(resolvedYaml(named))),
  };
}

/** Makes the jobs of the first point of each row of the screening, on which time is measured. */
export function baseJobs({ plan, loads }: SensitivityWork): readonly WorkCell["job"][] {
  const bases = screeningPoints(plan).filter(({ at }) => at === "A");
  return bases.flatMap((point) => loads.map((_, world) => pointJob(loads, plan, point, world)));
}

/** Lists the cells of the screening. */
export const screeningCells = (work: SensitivityWork): WorkCell[] =>
  cellsAt(work, screeningPoints(work.plan));

/** Lists the cells of the second stage, once it is known what is kept. */
export const varianceCells = (work: SensitivityWork, kept: readonly number[]): WorkCell[] =>
  cellsAt(work, variancePoints(work.plan, kept));

function cellsAt({ plan, loads }: SensitivityWork, points: readonly SensitivityPoint[]): WorkCell[] {
  return points.flatMap((point) =>
    loads.flatMap((_, world) => pointCells(pointJob(loads, plan, point, world), point)),
  );
}

const pointCells = (job: WorkCell["job"], { point, replications }: SensitivityPoint): WorkCell[] =>
  blocksOf(job, replications).map((block) => ({ job, block, point }));

/** Gives what the screening keeps, where a store holds all of it; undefined where it does not. */
export async function keptIn(
  { plan, loads }: SensitivityWork,
  store: CellStore,
  executor: Executor,
): Promise<readonly number[] | undefined> {
  const measure = measureWith(loads, plan, { executor: keptOnly(executor, store) });
  try {
    const screened: MeasuredSensitivityPoint[] = [];
    for (const point of screeningPoints(plan)) screened.push({ point, values: await measure(point) });
    return keptOf(plan, screened);
  } catch (failure) {
    if (failure instanceof NotKept) return undefined;
    throw failure;
  }
}

/**
 * Refuses an analysis, before anything is simulated, if a base point of any of its rows is no valid scenario.
 */
export function refuseInvalidRows({ plan, loads }: SensitivityWork, mains: readonly NamedScenario[]): void {
  const bases = [...screeningPoints(plan), ...variancePoints(plan, [])].filter(({ at }) => /^[AB]$/.test(at));
  for (const point of bases) {
    for (const [world, load] of loads.entries()) {
      try {
        checkLayout(load(setAtPoint(plan, point, world === 0 ? "base" : "other")));
      } catch (failure) {
        if (!(failure instanceof ScenarioError)) throw failure;
        const told = failure.problems.map(({ line, column, ...problem }) =>
          messages.problemAtPoint(
            `${point.stage}, row ${point.row}`,
            renderProblem({ ...problem, file: mains[world].argument }),
          ),
        );
        throw badInput([...told, messages.nothingRun(told.length)].join("\n"));
      }
    }
  }
}
