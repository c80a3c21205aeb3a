import { type VariedParameter, valueAt } from "../experiment/design/varied-parameter.ts";
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

/**
 * Matches a scenario to its fitted targets, wave by wave: see `historyMatch`. `load` gives the scenario
 * under changes. Replications 0, 1, ... are simulated at every point, so that points differ by their
 * parameters alone.
 */
export function calibrate(
  load: (set: readonly string[]) => Runnable,
  { parameters, targets, seed, settings }: Calibration,
  options: ExecutionOptions = {},
): AsyncGenerator<Wave, void, undefined> {
  checkFunction("load", load);
  const inPart = fittedOf(targets).find(({ window }) => window !== "whole");
  if (inPart !== undefined)
    throw new RangeError(
      `targets: ${inPart.id} is of ${inPart.window}; a point is measured over its whole run`,
    );
  const simulate = simulatorOf(load, { parameters, targets, seed }, options);
  return historyMatch(
    {
      dimensions: parameters.length,
      bands: fittedOf(targets),
      seed,
      simulate: (points, replications) => simulate(points, range(0, replications)),
    },
    settings,
  );
}

/**
 * Draws members: points uniform over what a last wave leaves, which is the prior over it, simulated again
 * with replications that no wave has seen and kept if every fitted target lies in its band there. So the
 * members are an approximate posterior with a uniform kernel (rejection; Tavare et al. 1997). Ends with as
 * many as asked for, or after `candidates` points.
 */
export async function drawMembers(
  load: (set: readonly string[]) => Runnable,
  { parameters, targets, seed, settings }: Calibration,
  last: Wave,
  asked: { readonly members: number; readonly candidates: number },
  options: ExecutionOptions = {},
): Promise<Ensemble> {
  const simulate = simulatorOf(load, { parameters, targets, seed }, options);
  const fitted = fittedOf(targets);
  const { replications, memberReplications, cutoff, tried } = settings;
  const { points } = sampleRegion(last.implausibility, {
    dimensions: parameters.length,
    count: asked.candidates,
    limit: cutoff,
    key: entityKey(calibrationKey(seed), "members", ""),
    tried,
  });
  const members: Member[] = [];
  let candidates = 0;
  while (members.length < asked.members && candidates < points.length) {
    const batch = points.slice(candidates, candidates + asked.members);
    candidates += batch.length;
    const simulated = await simulate(batch, range(replications, replications + memberReplications));
    for (const [i, point] of batch.entries()) {
      if (members.length === asked.members) break;
      if (!simulated[i].every((one, target) => isMet(one, fitted[target]))) continue;
      const member = members.length + 1;
      members.push({ member, point, set: setAt(parameters, point), simulated: simulated[i] });
    }
  }
  return { members, candidates };
}

/** Gives what is laid over a scenario at a point of the unit cube. */
export function setAt(parameters: readonly VariedParameter[], point: ArrayLike<number>): readonly string[] {
  return parameters.map((parameter, i) => `${parameter.path}=${valueAt(parameter, point[i]).text}`);
}

const fittedOf = (targets: readonly Target[]): readonly Target[] =>
  targets.filter(({ role }) => role === "fitted");

/** Simulates the fitted targets at points, all of them under way together so that no thread waits. */
function simulatorOf(
  load: (set: readonly string[]) => Runnable,
  { parameters, targets, seed }: Pick<Calibration, "parameters" | "targets" | "seed">,
  options: ExecutionOptions,
) {
  const { executor, onReplication } = executionOf(options);
  const fitted = fittedOf(targets);
  return (points: readonly Float64Array[], replications: readonly number[]) =>
    Promise.all(
      points.map(async (point): Promise<readonly Simulated[]> => {
        const job = jobOf(load(setAt(parameters, point)), { seed, detail: "summary" });
        const results = await executor.execute(job, replications, onReplication);
        return simulatedOf(fitted, await executor.plan(job), results);
      }),
    );
}

function simulatedOf(
  targets: readonly Target[],
  plan: MeasurePlan,
  results: readonly ReplicationResult[],
): readonly Simulated[] {
  return targets.map(({ metric, groupBy, group }) => {
    const { n, mean, sd } = metricInterval(plan, results, placeOf(plan, metric, groupBy, group));
    return { value: mean, variance: sd === null ? 0 : (sd * sd) / n };
  });
}
