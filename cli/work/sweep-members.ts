import { simulateMembers } from "../../sim/ensemble/simulate-members.ts";
import type { SweepPoint } from "../../sim/experiment/design/points.ts";
import type { Executor } from "../../sim/experiment/executor.ts";
import type { MemberRuns } from "../../sim/findings/not-known.ts";
import { type SweepWork, setUnder } from "./sweep-work.ts";

/** Simulates a point of a sweep under every member of its ensemble; undefined without one. */
export async function membersAt(
  point: SweepPoint,
  { plan: { seed }, load, ensemble }: SweepWork,
  executor: Executor,
): Promise<MemberRuns | undefined> {
  if (ensemble === undefined) return undefined;
  const { members, replications } = ensemble;
  const under = members.map((member) => ({ ...member, set: setUnder(member, point) }));
  return simulateMembers(load, under, { seed, replications, executor });
}
