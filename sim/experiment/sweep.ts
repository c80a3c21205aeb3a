import type { MeasurePlan, ReplicationResult } from "../measures/result.ts";
import { type SweepPoint, sweepPoints } from "./design/points.ts";
import { MAX_POINTS, type SweepPlan } from "./design/sweep-plan.ts";
import { checkFunction, checkMethod, MAX_REPLICATIONS, wholeOption } from "./door.ts";
import { type ExecutionOptions, executionOf, type Runnable } from "./execution-options.ts";
import { jobOf, range } from "./replicate.ts";

/** Changes how a sweep is simulated. */
export interface SweepOptions extends ExecutionOptions {
  /**
   * Points that are under way together, so that no thread waits for the last replication of one; 1 if left
   * out.
   */
  readonly atOnce?: number;
  /** Points to leave out, by number; none if left out. */
  readonly without?: ReadonlySet<number>;
}

/** Holds what was measured at one point, without what concerns a single practice, post or list. */
export interface PointResults {
  readonly point: SweepPoint;
  readonly plan: MeasurePlan;
  /** In order of replication, from 0. */
  readonly results: readonly ReplicationResult[];
}

/**
 * Simulates the points of a sweep and gives them in order as they are done; stop asking and no more are
 * begun. `load` gives the scenario under changes, as `readScenario` does.
 */
export async function* sweep(
  load: (set: readonly string[]) => Runnable,
  plan: SweepPlan,
  options: SweepOptions = {},
): AsyncGenerator<PointResults, void, undefined> {
  const { atOnce = 1, without = new Set() } = options;
  wholeOption("atOnce", atOnce, 1, MAX_POINTS);
  wholeOption("replications", plan.replications, 1, MAX_REPLICATIONS);
  checkMethod("without", without, "has", "a set of numbers of points");
  checkFunction("load", load);
  const execution = executionOf(options);
  const underWay: Promise<PointResults>[] = [];
  for (const point of sweepPoints(plan)) {
    if (without.has(point.point)) continue;
    const results = simulatePoint(load, plan, point, execution);
    // It is awaited in its turn; a failure before then must not end the program.
    results.catch(() => {});
    underWay.push(results);
    if (underWay.length >= atOnce) yield await (underWay.shift() as Promise<PointResults>);
  }
  for (const results of underWay) yield await results;
}

async function simulatePoint(
  load: (set: readonly string[]) => Runnable,
  { seed, replications }: SweepPlan,
  point: SweepPoint,
  { executor, onReplication }: ReturnType<typeof executionOf>,
): Promise<PointResults> {
  const job = jobOf(load(point.set), { seed, detail: "summary" });
  const results = await executor.execute(job, range(0, replications), onReplication);
  // Afterwards: who has just simulated the job, or read it, knows what it measures.
  return { point, plan: await executor.plan(job), results };
}
