import { placeOfValue, type VariedParameter, valueAt } from "../experiment/design/varied-parameter.ts";
import { checkFunction } from "../experiment/door.ts";
import { type ExecutionOptions, executionOf, type Runnable } from "../experiment/execution-options.ts";
import { jobOf, range } from "../experiment/replicate.ts";
import { metricInterval } from "../measures/estimation-values.ts";
import { placeOf } from "../measures/place-of.ts";
import type { MeasurePlan, ReplicationResult } from "../measures/result.ts";
import { entityKey } from "../random/keys.ts";
import { calibrationKey } from "./draws.ts";
import { historyMatch, isMet, type MatchSettings, type Wave } from "./history-match.ts";
import { sampleRegion } from "./sample-region.ts";
import type { Simulated } from "./target.ts";
import type { Target } from "./targets-file.ts";

/** Says what is calibrated, and to what. */
export interface Calibration {
  /** What may move; a point of the unit cube takes each along its range. */
  readonly parameters: readonly VariedParameter[];
  /** Those that are held out are left alone. */
  readonly targets: readonly Target[];
  /** Of people and of points. */
  readonly seed: string;
  readonly settings: MatchSettings;
}

/** One set of values under which the model meets every fitted target. */
export interface Member {
  /** From 1. */
  readonly member: number;
  /** Where it lies in the unit cube. */
  readonly point: Float64Array;
  /** What is laid over a scenario, `PATH=VALUE`. */
  readonly set: readonly string[];
  /** What was simulated of each fitted target, in their order. */
  readonly simulated: readonly Simulated[];
}

/** The members that were found, and of how many candidates. */
export interface Ensemble {
  readonly members: readonly Member[];
  readonly candidates: number;
}

/** Asks for one point of a calibration. */
export interface AskedPoint {
  /** From 1, in the order in which points are decided on. */
  readonly point: number;
  /** The wave that asks, from 1; null for a candidate to be a member. */
  readonly wave: number | null;
  /** Where it lies in the unit cube. */
  readonly at: Float64Array;
  /** What is laid over the scenario there, `PATH=VALUE`. */
  readonly set: readonly string[];
  readonly replications: readonly number[];
}

/** Simulates every fitted target at points, or knows what came of them, in the order asked for. */
export type PointSimulator = (points: readonly AskedPoint[]) => Promise<readonly (readonly Simulated[])[]>;

/**
 * Matches a scenario to its fitted targets, wave by wave: see `historyMatch`. `load` gives the scenario
 * under changes. Replications 0, 1, ... are simulated at every point, so that points differ by their
 * parameters alone.
 */
export function calibrate(
  load: (set: readonly string[]) => Runnable,
  calibration: Calibration,
  options: ExecutionOptions = {},
): AsyncGenerator<Wave, void, undefined> {
  checkFunction("load", load);
  return matchBy(simulatorOf(load, calibration, options), calibration);
}

/** Matches as `calibrate` does, with whatever simulates the points. */
export function matchBy(
  simulate: PointSimulator,
  { parameters, targets, seed, settings }: Calibration,
): AsyncGenerator<Wave, void, undefined> {
  const bands = fittedOf(targets);
  const inPart = bands.find(({ window }) => window !== "whole");
  if (inPart !== undefined)
    throw new RangeError(
      `targets: ${inPart.id} is of ${inPart.window}; a point is measured over its whole run`,
    );
  let asked = 0;
  let wave = 0;
  return historyMatch(
    {
      dimensions: parameters.length,
      bands,
      seed,
      seenAt: (x) => x.map((u, i) => placeOfValue(parameters[i], u)),
      simulate: (points, replications) => {
        wave++;
        return simulate(
          points.map((at) => ({
            point: ++asked,
            wave,
            at,
            set: setAt(parameters, at),
            replications: range(0, replications),
          })),
        );
      },
    },
    settings,
  );
}

/** How many members are wanted, and of at most how many candidates. */
export interface AskedMembers {
  readonly members: number;
  readonly candidates: number;
  /** Points that the waves have asked for; 0 if left out. */
  readonly after?: number;
}

/**
 * Draws members: points uniform over what a last wave leaves, which is the prior over it, simulated again
 * with replications that no wave has seen and kept if every fitted target lies in its band there. So the
 * members are an approximate posterior with a uniform kernel (rejection; Tavare et al. 1997). Ends with as
 * many as asked for, or after `candidates` points.
 */
export function drawMembers(
  load: (set: readonly string[]) => Runnable,
  calibration: Calibration,
  last: Wave,
  asked: AskedMembers,
  options: ExecutionOptions = {},
): Promise<Ensemble> {
  return membersBy(simulatorOf(load, calibration, options), calibration, last, asked);
}

/** Candidates of one go: never fewer, and so many more than are wanted as the last ones failed. */
const LEAST_AT_ONCE = 8;
const LEAST_SHARE = 0.05;

/** Draws members as `drawMembers` does, with whatever simulates the points. */
export async function membersBy(
  simulate: PointSimulator,
  { parameters, targets, seed, settings }: Calibration,
  last: Wave,
  { members: wanted, candidates: most, after = 0 }: AskedMembers,
): Promise<Ensemble> {
  const fitted = fittedOf(targets);
  const { replications, memberReplications, cutoff, tried } = settings;
  const { points } = sampleRegion(last.implausibility, {
    dimensions: parameters.length,
    count: most,
    limit: cutoff,
    key: entityKey(calibrationKey(seed), "members", ""),
    tried,
  });
  const members: Member[] = [];
  let candidates = 0;
  while (members.length < wanted && candidates < points.length) {
    const share = candidates === 0 ? 1 : Math.max(LEAST_SHARE, members.length / candidates);
    const count = Math.max(LEAST_AT_ONCE, Math.ceil((wanted - members.length) / share));
    const batch = points.slice(candidates, candidates + count).map(
      (at, i): AskedPoint => ({
        point: after + candidates + i + 1,
        wave: null,
        at,
        set: setAt(parameters, at),
        replications: range(replications, replications + memberReplications),
      }),
    );
    candidates += batch.length;
    const simulated = await simulate(batch);
    for (const [i, { at, set }] of batch.entries()) {
      if (members.length === wanted) break;
      if (!simulated[i].every((one, target) => isMet(one, fitted[target]))) continue;
      members.push({ member: members.length + 1, point: at, set, simulated: simulated[i] });
    }
  }
  return { members, candidates };
}

/** Gives what is laid over a scenario at a point of the unit cube. */
export function setAt(parameters: readonly VariedParameter[], point: ArrayLike<number>): readonly string[] {
  return parameters.map((parameter, i) => `${parameter.path}=${valueAt(parameter, point[i]).text}`);
}

/** Lists the targets that may steer parameters. */
export const fittedOf = (targets: readonly Target[]): readonly Target[] =>
  targets.filter(({ role }) => role === "fitted");

/** Simulates the fitted targets at points, all of them under way together so that no thread waits. */
function simulatorOf(
  load: (set: readonly string[]) => Runnable,
  { targets, seed }: Pick<Calibration, "targets" | "seed">,
  options: ExecutionOptions,
): PointSimulator {
  const { executor, onReplication } = executionOf(options);
  const fitted = fittedOf(targets);
  return (points) =>
    Promise.all(
      points.map(async ({ set, replications }): Promise<readonly Simulated[]> => {
        const job = jobOf(load(set), { seed, detail: "summary" });
        const results = await executor.execute(job, replications, onReplication);
        return simulatedOf(fitted, await executor.plan(job), results);
      }),
    );
}

/** Gives what came of each target at a point: its mean and the squared Monte Carlo error of that. */
export function simulatedOf(
  targets: readonly Pick<Target, "metric" | "groupBy" | "group">[],
  plan: MeasurePlan,
  results: readonly ReplicationResult[],
): readonly Simulated[] {
  return targets.map(({ metric, groupBy, group }) => {
    const { n, mean, sd } = metricInterval(plan, results, placeOf(plan, metric, groupBy, group));
    return { value: mean, variance: sd === null ? 0 : (sd * sd) / n };
  });
}
