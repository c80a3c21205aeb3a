import { checkFunction, MAX_REPLICATIONS, wholeOption } from "../experiment/door.ts";
import { type ExecutionOptions, executionOf, type Runnable } from "../experiment/execution-options.ts";
import type { Job } from "../experiment/executor.ts";
import { inParts } from "../experiment/in-parts.ts";
import { jobOf, range } from "../experiment/replicate.ts";
import type { MemberRuns } from "../findings/not-known.ts";
import type { MeasurePlan } from "../measures/result.ts";
import type { ScenarioResults } from "../measures/scenario-results.ts";
import type { EnsembleMember } from "./members-file.ts";

/** Replications of each member where nothing else is asked for: what chance leaves is taken off again. */
export const MEMBER_REPLICATIONS = 6;

/** Members that are under way at once, so that no thread waits and few scenarios are held. */
const AT_ONCE = 8;

/** Changes how members are simulated. */
export interface MembersOptions extends ExecutionOptions {
  /** Random seed, the same for all members and scenarios. */
  readonly seed: string;
  /** Replications of each, at least two. */
  readonly replications: number;
}

/**
 * Simulates a scenario under every member of an ensemble: replications 0, 1, ... of each, so that
 * replication r is the same people and the same draws in all of them. `load` gives the scenario under
 * changes. What comes out depends on scenario, members, seed and how many alone.
 */
export async function simulateMembers(
  load: (set: readonly string[]) => Runnable,
  members: readonly EnsembleMember[],
  options: MembersOptions,
): Promise<MemberRuns> {
  checkFunction("load", load);
  const [runs] = await simulateMembersTogether([load], members, options);
  return runs;
}

/**
 * Simulates several scenarios under every member, as `simulateMembers` does each: all under one member
 * together.
 */
export async function simulateMembersTogether(
  loads: readonly ((set: readonly string[]) => Runnable)[],
  members: readonly EnsembleMember[],
  { seed, replications, ...execution }: MembersOptions,
): Promise<MemberRuns[]> {
  wholeOption("replications", replications, 2, MAX_REPLICATIONS);
  const { executor, onReplication } = executionOf(execution);
  const runs: ScenarioResults[][] = loads.map(() => []);
  const known: (MeasurePlan | undefined)[] = loads.map(() => undefined);
  const shared = (plan: MeasurePlan, of: number): MeasurePlan => {
    const before = known[of];
    if (before !== undefined && measuresAlike(before, plan)) return before;
    known[of] = plan;
    return plan;
  };
  for (const batch of inParts(members, AT_ONCE)) {
    const simulated = await Promise.all(
      batch.map(async ({ set }) => {
        const jobs = loads.map((load) => memberJob(load(set), seed));
        const results = await executor.executeTogether(jobs, range(0, replications), onReplication);
        return Promise.all(
          jobs.map(async (job, of) => ({ plan: await executor.plan(job), results: results[of] })),
        );
      }),
    );
    for (const ofMember of simulated)
      for (const [of, { plan, results }] of ofMember.entries())
        runs[of].push({ plan: shared(plan, of), results });
  }
  const weights = weightsOf(members);
  return runs.map((ofScenario) => ({ weights, runs: ofScenario }));
}

/** Says whether two plans have the same numbers in the same order, so that one may stand for both. */
const measuresAlike = (one: MeasurePlan, two: MeasurePlan): boolean =>
  one.metrics.length === two.metrics.length &&
  one.metrics.every(
    ({ metric, groupBy, group }, i) =>
      metric === two.metrics[i].metric &&
      groupBy === two.metrics[i].groupBy &&
      group === two.metrics[i].group,
  );

/** Makes the job of a scenario under a member: its means over everybody and large groups are kept. */
export const memberJob = (loaded: Runnable, seed: string): Job => jobOf(loaded, { seed, detail: "summary" });

/** Gives the members' weights so that they add up to 1. */
export function weightsOf(members: readonly Pick<EnsembleMember, "weight">[]): Float64Array {
  let sum = 0;
  for (const { weight } of members) sum += weight;
  return Float64Array.from(members, ({ weight }) => weight / sum);
}
