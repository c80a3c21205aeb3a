import {
  type AskedPoint,
  type Ensemble,
  matchBy,
  membersBy,
  type PointSimulator,
  simulatedOf,
} from "../../sim/calibration/calibrate.ts";
import { isMet, type Wave } from "../../sim/calibration/history-match.ts";
import type { Simulated } from "../../sim/calibration/target.ts";
import { type Executor, ReplicationError } from "../../sim/experiment/executor.ts";
import type { MeasurePlan } from "../../sim/measures/result.ts";
import type { SimulatedPoint } from "../../sim/tables/calibration-points.ts";
import type { Table } from "../../sim/tables/table.ts";
import { messages } from "../messages/index.ts";
import { cellsTable } from "../results/cells-table.ts";
import { failed } from "../terminal/exit-codes.ts";
import { type CalibrateWork, pointJob } from "./calibrate-work.ts";
import { cellsAtOnce, type FailedCell } from "./cells.ts";

/** What a point gave: its targets, its rows in the table of cells, and how many events there were. */
export interface PointOutcome {
  readonly simulated: readonly Simulated[];
  readonly cells: Table;
  readonly events: number;
}

/** Holds all that came of a calibration. */
export interface Calibrated {
  readonly work: CalibrateWork;
  readonly waves: readonly Wave[];
  readonly ensemble: Ensemble;
  /** In their order, waves first. */
  readonly points: readonly SimulatedPoint[];
  /** The rows of each point, in the same order. */
  readonly cells: readonly Table[];
  readonly events: number;
  /** What the scenario as written measures. */
  readonly plan: MeasurePlan;
}

/** Says with what a calibration is done, and who hears of it. */
export interface CalibrateAllOptions {
  readonly executor: Executor;
  readonly workers: number;
  /** Gives a point; simulates it if left out. */
  readonly outcomeOf?: (asked: AskedPoint) => Promise<PointOutcome>;
  /** Hears that so many points are asked for, in a wave or, null, as candidates. */
  readonly onAsked?: (points: readonly AskedPoint[], wave: number | null) => void;
  readonly onPoint?: () => void;
  readonly onWave?: (wave: Wave) => void;
}

/** Matches a scenario to its fitted targets wave by wave, then draws the members of an ensemble. */
export async function calibrateAll(work: CalibrateWork, options: CalibrateAllOptions): Promise<Calibrated> {
  const { executor, onWave = () => {} } = options;
  const { calibration, task } = work;
  const recorded = new Map<number, { readonly asked: AskedPoint; readonly outcome: PointOutcome }>();
  const simulate = recordingSimulator(work, options, recorded);
  const plan = await executor.plan(pointJob(work, []));
  const waves: Wave[] = [];
  for await (const wave of matchBy(simulate, calibration)) {
    waves.push(wave);
    onWave(wave);
  }
  const last = waves[waves.length - 1];
  const ensemble: Ensemble =
    last.sample.length === 0
      ? { members: [], candidates: 0 }
      : await membersBy(simulate, calibration, last, {
          members: task.members,
          candidates: task.candidates,
          after: recorded.size,
        });
  const memberAt = new Map(ensemble.members.map(({ point, member }) => [point, member]));
  const inOrder = [...recorded.values()].sort((a, b) => a.asked.point - b.asked.point);
  return {
    work,
    waves,
    ensemble,
    plan,
    points: inOrder.map(({ asked, outcome: { simulated } }) => ({
      ...asked,
      simulated,
      met: simulated.filter((one, i) => isMet(one, calibration.targets[i])).length,
      member: memberAt.get(asked.at) ?? null,
    })),
    cells: inOrder.map(({ outcome }) => outcome.cells),
    events: inOrder.reduce((sum, { outcome }) => sum + outcome.events, 0),
  };
}

/** Simulates points, some at once, and records what came of each. */
function recordingSimulator(
  work: CalibrateWork,
  { executor, workers, outcomeOf, onAsked = () => {}, onPoint = () => {} }: CalibrateAllOptions,
  recorded: Map<number, { readonly asked: AskedPoint; readonly outcome: PointOutcome }>,
): PointSimulator {
  const simulateOne = outcomeOf ?? ((asked: AskedPoint) => simulatePoint(work, asked, executor));
  return async (points) => {
    onAsked(points, points[0]?.wave ?? null);
    const left = points.values();
    const workOn = async (): Promise<void> => {
      for (const asked of left) {
        recorded.set(asked.point, { asked, outcome: await simulateOne(asked) });
        onPoint();
      }
    };
    await Promise.all(Array.from({ length: cellsAtOnce(workers) }, workOn));
    return points.map(({ point }) => recorded.get(point)?.outcome.simulated ?? []);
  };
}

/** Simulates a point; says what failed with the command that simulates it again. */
export async function simulatePoint(
  work: CalibrateWork,
  asked: AskedPoint,
  executor: Executor,
): Promise<PointOutcome> {
  const job = pointJob(work, asked.set);
  try {
    const results = await executor.execute(job, asked.replications);
    const plan = await executor.plan(job);
    return {
      simulated: simulatedOf(work.calibration.targets, plan, results),
      cells: cellsTable(plan, results, "summary", { point: asked.point }),
      events: results.reduce((sum, { events }) => sum + events, 0),
    };
  } catch (failure) {
    if (!(failure instanceof ReplicationError)) throw failure;
    const { replication, message } = failure;
    throw failed(failedPointText(work, asked, { replication, why: message }));
  }
}

/** Says what failed at a point, with the command that simulates it again. */
export function failedPointText(
  { named: { argument }, task: { seed } }: CalibrateWork,
  { point, set }: Pick<AskedPoint, "point" | "set">,
  { replication, why }: Pick<FailedCell, "replication" | "why">,
): string {
  const replay = messages.replayCommand({ scenario: argument, argument, seed, set, replication });
  return messages.cellFailed(`point ${point} (${set.join(", ")})`, seed, replication, why, replay);
}
