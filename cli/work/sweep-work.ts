import { setBeside } from "../../sim/ensemble/laid-over.ts";
import type { EnsembleMember } from "../../sim/ensemble/members-file.ts";
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
  /** Under what each point is simulated as well; undefined without an ensemble. */
  readonly ensemble: SweepEnsemble | undefined;
}

/** The members of an ensemble as they are laid under the points of a sweep. */
export interface SweepEnsemble {
  readonly members: readonly EnsembleMember[];
  /** Of each member at each point. */
  readonly replications: number;
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
  return { plan, load: loadOfResolved(resolved), ensemble: ensembleUnder(plan, task) };
}

/** Leaves out of the members what the scenario states itself and what the sweep varies: there these win. */
function ensembleUnder(plan: SweepPlan, { ensemble }: SweepTask): SweepEnsemble | undefined {
  if (ensemble === undefined) return undefined;
  const { members, replications, stated } = ensemble;
  const own = [
    ...stated.flatMap(({ paths }) => paths),
    ...plan.parameters.flatMap(({ path }) => path.split(",")),
  ];
  return {
    members: members.map(({ set, ...member }) => ({ ...member, set: setBeside(set, own) })),
    replications,
  };
}

/** What is set where a point is simulated under a member: the point last, so that it wins. */
export const setUnder = (member: EnsembleMember, point: SweepPoint): readonly string[] => [
  ...member.set,
  ...point.set,
];

/** A point as it is written, or under a member. */
interface PointWorld {
  readonly point: SweepPoint;
  /** Null as it is written. */
  readonly member: number | null;
  readonly set: readonly string[];
  readonly replications: number;
}

/** Gives the worlds of a sweep, point by point: as written, then under each member of the ensemble. */
function* worldsOf({ plan, ensemble }: SweepWork): Generator<PointWorld> {
  for (const point of sweepPoints(plan)) {
    yield { point, member: null, set: point.set, replications: plan.replications };
    for (const member of ensemble?.members ?? []) {
      const { replications } = ensemble as SweepEnsemble;
      yield { point, member: member.member, set: setUnder(member, point), replications };
    }
  }
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
 * Gives the worlds of a sweep, or those of one part of the work, each with its scenario, which is loaded and
 * checked once; refuses the sweep at the end if any of them was not a valid one.
 */
export function* validPoints(
  work: SweepWork,
  argument: string,
  shard?: Shard,
): Generator<PointWorld & { readonly loaded: LoadedScenario }> {
  const complaints: string[] = [];
  let invalid = 0;
  for (const { world } of blocksByWorld(work, shard)) {
    let loaded: LoadedScenario;
    try {
      loaded = work.load(world.set);
      checkLayout(loaded);
    } catch (failure) {
      if (!(failure instanceof ScenarioError)) throw failure;
      invalid++;
      for (const problem of failure.problems)
        complaints.push(
          messages.problemAtPoint(worldText(world), renderProblem(ofScenario(problem, argument))),
        );
      continue;
    }
    if (invalid === 0) yield { ...world, loaded };
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
export function* sweepCells(work: SweepWork, shard?: Shard): Generator<WorkCell> {
  const { seed } = work.plan;
  for (const { world, blocks } of blocksByWorld(work, shard)) {
    const { point, set } = world;
    const job = jobOf(work.load(set), { seed, detail: "summary" });
    for (const block of blocks) yield { job, block, point: point.point, set };
  }
}

/** Points that are simulated together where they differ in dated actions alone. */
const POINTS_TOGETHER = 8;

/** Says how many cells of a sweep may have a past in common with the next. */
export const cellsTogether = ({ plan, ensemble }: SweepWork): number =>
  ensemble === undefined &&
  plan.parameters.every(({ path }) => path.split(",").every((one) => one.startsWith("timeline[")))
    ? POINTS_TOGETHER
    : 1;

/** Counts the cells of each point. */
export function cellsEach({ plan, ensemble }: Pick<SweepWork, "plan" | "ensemble">): number {
  const count = (replications: number): number =>
    blocksOf({ detail: "summary" }, range(0, replications)).length;
  const ofMembers = ensemble === undefined ? 0 : ensemble.members.length * count(ensemble.replications);
  return count(plan.replications) + ofMembers;
}

/** Counts the replications of each point. */
export const replicationsEach = ({ plan, ensemble }: Pick<SweepWork, "plan" | "ensemble">): number =>
  plan.replications + (ensemble === undefined ? 0 : ensemble.members.length * ensemble.replications);

/** Gives the worlds that have cells in a part of the work, with the replications of those cells. */
function* blocksByWorld(
  work: SweepWork,
  shard: Shard | undefined,
): Generator<{ readonly world: PointWorld; readonly blocks: readonly Block[] }> {
  let cells = 0;
  for (const world of worldsOf(work)) {
    const first = cells;
    const all = blocksOf({ detail: "summary" }, range(0, world.replications));
    const blocks = all.filter((_, i) => isInShard(first + i, shard));
    cells += all.length;
    if (blocks.length > 0) yield { world, blocks };
  }
}

/** Names a point by what it sets, and the member under which it is simulated. */
function worldText({ point, member }: PointWorld): string {
  return member === null ? pointText(point) : `${pointText(point)} under member ${member}`;
}

/** Names a point by what it sets. */
export function pointText({ point, set }: SweepPoint): string {
  return `point ${point} (${set.join(", ")})`;
}
