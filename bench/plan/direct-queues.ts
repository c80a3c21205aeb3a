import { openScenario } from "../../cli/scenarios/open-scenario.ts";
import type { Executor } from "../../sim/experiment/executor.ts";
import { type LeastLevel, leastLevel } from "../../sim/experiment/least-level.ts";
import { ownThread } from "../../sim/experiment/own-thread.ts";
import { type Goal, readGoal } from "../../sim/findings/goal.ts";
import type { MeasurePlan } from "../../sim/measures/result.ts";
import { entityKey, rootKey } from "../../sim/random/keys.ts";
import { exponential } from "../../sim/random/quantiles.ts";
import { uniform } from "../../sim/random/threefry.ts";
import type { KnownQueue } from "./known-queues.ts";

const DAYS = 1440;
/** Years that are simulated, and of them the first, which are not measured. */
const [YEARS, WARM_UP] = [6, 1];
const YEAR = 525_960;
/** Whatever it says is not simulated: its name alone says how many servers there are. */
const { scenario, template } = openScenario("starter").under([]);

/**
 * Finds the least number of servers of a known queue as `plan` does, on the queue simulated by itself and
 * not on the model: it takes milliseconds, so that the certificate can be asked at many seeds.
 */
export function leastServers(queue: KnownQueue, seed: string): Promise<LeastLevel> {
  const [least, greatest] = queue.range;
  const goal = readGoal(queue.goal, "--goal");
  return leastLevel(
    {
      count: greatest - least + 1,
      at: (level) => ({ template, scenario: { ...scenario, name: String(least + level) } }),
    },
    [goal],
    { seed, within: 0.001, executor: simulating(queue, goal) },
  );
}

/** Simulates a queue, with as many servers as the scenario is named after. */
function simulating(queue: KnownQueue, goal: Goal): Executor {
  const key = { metric: goal.metric, groupBy: "all", group: "all", unit: goal.unit };
  const nothing = { series: [], retention: [], windows: [], windowed: [] };
  const plan: MeasurePlan = { scenario: queue.name, weeks: 0, metrics: [key], ...nothing };
  const none = new Float64Array();
  return {
    ...ownThread(),
    plan: async () => plan,
    execute: async (job, replications) =>
      replications.map((replication) => {
        const share = measuredShare(queue, Number(job.scenario.name), `${job.seed}/${replication}`);
        const values = Float64Array.of(share);
        return { replication, events: 0, values, series: none, retention: none, windowed: none };
      }),
  };
}

/**
 * Gives the share of those who arrive that wait no longer than the goal says, or that leave: first come,
 * first served, with servers that are free at some time each (Kiefer & Wolfowitz 1955). Arrival n has the
 * same gap, service and patience for any number of servers.
 */
function measuredShare(queue: KnownQueue, servers: number, seed: string): number {
  const { arrivals, unit, service, patience, goal } = queue;
  const { k0, k1 } = entityKey(rootKey(seed), "queue", queue.name);
  const drawn = (n: number, of: number, mean: number): number => exponential(uniform(k0, k1, n, of), mean);
  const within = (Number(/within (\d+) days/.exec(goal)?.[1] ?? 0) * DAYS) / unit;
  const [from, end] = [(WARM_UP * YEAR) / unit, (YEARS * YEAR) / unit];
  const free = new Float64Array(servers);
  let [time, counted, measured] = [0, 0, 0];
  for (let n = 0; ; n++) {
    time += drawn(n, 0, 1 / arrivals);
    if (time >= end) return counted / measured;
    let first = 0;
    for (let i = 1; i < servers; i++) if (free[i] < free[first]) first = i;
    const wait = Math.max(0, free[first] - time);
    const leaves = patience !== null && drawn(n, 2, patience) < wait;
    if (!leaves) free[first] = time + wait + drawn(n, 1, service);
    if (time < from) continue;
    measured++;
    if (patience === null ? wait <= within : leaves) counted++;
  }
}
