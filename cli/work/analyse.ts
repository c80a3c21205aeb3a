import type { Executor } from "../../sim/experiment/executor.ts";
import { ReplicationError } from "../../sim/experiment/executor.ts";
import { jobOf } from "../../sim/experiment/replicate.ts";
import {
  type MeasurePoint,
  measureWith,
  type PointValues,
  type Sensitivity,
  sensitivityOf,
} from "../../sim/experiment/sensitivity.ts";
import { type SensitivityPoint, setAtPoint } from "../../sim/experiment/sensitivity-plan.ts";
import type { MeasurePlan } from "../../sim/measures/result.ts";
import { renderProblem, ScenarioError } from "../../sim/scenario/problem.ts";
import type { Table } from "../../sim/tables/table.ts";
import { messages } from "../messages/index.ts";
import { cellsTable } from "../results/cells-table.ts";
import type { NamedScenario } from "../scenarios/load-scenarios.ts";
import { badInput, failed } from "../terminal/exit-codes.ts";
import { cellsAtOnce } from "./cells.ts";
import { namesOf } from "./sensitivity-files.ts";
import type { SensitivityWork } from "./sensitivity-work.ts";

/** A point of which it is known already what was measured, with the digests of its cells. */
export interface HeldPoint {
  readonly values: PointValues;
  readonly cells: Table;
}

/** Says how an analysis is made. */
export interface AnalyseOptions {
  readonly mains: readonly NamedScenario[];
  readonly set: readonly string[];
  readonly executor: Executor;
  readonly workers: number;
  /** Hears of each point that was simulated. */
  readonly onPoint: () => void;
  /** Gives what is known of a point; it is simulated where nothing is. */
  readonly held?: (point: SensitivityPoint) => HeldPoint | undefined;
}

/** What came out, with the digests of its cells. */
export interface Analysed {
  readonly analysed: Sensitivity;
  /** By point, by scenario. */
  readonly cells: readonly Table[];
  readonly events: number;
  readonly plans: readonly MeasurePlan[];
}

/** Makes a sensitivity analysis; says in words which point failed. */
export async function analyse(work: SensitivityWork, options: AnalyseOptions): Promise<Analysed> {
  const { plan, loads } = work;
  const { executor, workers, held = () => undefined, onPoint, mains } = options;
  const plans: MeasurePlan[] = [];
  for (const load of loads)
    plans.push(await executor.plan(jobOf(load(), { seed: plan.seed, detail: "summary" })));
  const cells = new Map<number, Table[]>();
  let events = 0;
  const measure = measureWith(loads, plan, { executor }, (point, world, measured, results) => {
    const at = { point: point.point };
    const own = cells.get(point.point) ?? [];
    own[world] = cellsTable(measured, results, "summary", at);
    cells.set(point.point, own);
    for (const result of results) events += result.events;
  });
  const measureOrRecall: MeasurePoint = async (point) => {
    const known = held(point);
    if (known !== undefined) {
      cells.set(point.point, [known.cells]);
      return known.values;
    }
    try {
      const values = await measure(point);
      onPoint();
      return values;
    } catch (failure) {
      throw explainedAt(failure, point, work, { mains, set: options.set });
    }
  };
  const analysed = await sensitivityOf(plan, measureOrRecall, cellsAtOnce(workers));
  return {
    analysed,
    cells: analysed.points.flatMap(({ point }) => cells.get(point.point) ?? []),
    events,
    plans,
  };
}

/** Says what failed at a point, with the command that simulates it again. */
function explainedAt(
  failure: unknown,
  point: SensitivityPoint,
  { plan }: SensitivityWork,
  { mains, set }: Pick<AnalyseOptions, "mains" | "set">,
): unknown {
  const where = `${point.stage}, row ${point.row}, ${point.at}`;
  if (failure instanceof ScenarioError)
    return badInput(
      failure.problems
        .map(({ line, column, ...problem }) => messages.problemAtPoint(where, renderProblem(problem)))
        .join("\n"),
    );
  if (!(failure instanceof ReplicationError)) return failure;
  const { replication, message, job } = failure;
  const isOther = job.scenario.name === namesOf(mains).other;
  const { argument } = mains[isOther ? 1 : 0];
  const place = {
    scenario: argument,
    argument,
    seed: plan.seed,
    set: [...set, ...setAtPoint(plan, point, isOther ? "other" : "base")],
    replication,
  };
  return failed(messages.cellFailed(where, plan.seed, replication, message, messages.replayCommand(place)));
}
