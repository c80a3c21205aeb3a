import { DESIGNS, planSweep, type SweepRequest } from "../../sim/experiment/design/sweep-plan.ts";
import { variationOf } from "../../sim/experiment/design/vary.ts";
import { renderProblem, ScenarioError } from "../../sim/scenario/problem.ts";
import { badInput } from "../exit-codes.ts";
import * as messages from "../messages.ts";
import {
  MOST_REPLICATIONS,
  readCount,
  readFormats,
  readList,
  readReplications,
  readSeed,
  readSets,
  single,
  type TextOption,
} from "../options.ts";
import { loadAll } from "../scenarios/load-scenarios.ts";
import { warnOf } from "../terminal/warn.ts";
import { performSweep } from "../work/perform-sweep.ts";
import { type PlaceArguments, readPlace } from "../work/read-place.ts";
import { readSweepRequest } from "../work/sweep-request.ts";
import type { SweepTask } from "../work/task.ts";

/** What the command line hands over to `sweep`. */
export interface SweepArguments extends PlaceArguments {
  readonly scenario: string;
  readonly vary: readonly string[] | undefined;
  readonly design: TextOption;
  readonly points: TextOption;
  readonly seed: TextOption;
  readonly replications: TextOption;
  readonly format: TextOption;
  readonly set: readonly string[] | undefined;
  readonly metrics: TextOption;
  readonly groups: boolean;
  readonly "dry-run": boolean;
  readonly report: boolean;
  readonly slurm: TextOption;
  readonly tasks: TextOption;
}

/** Simulates a scenario at many points of its parameters and writes the tables, or says what that would take. */
export async function sweep(given: SweepArguments): Promise<void> {
  const set = readSets(given.set);
  const slurm = single("slurm", given.slurm);
  const tasks = readCount("tasks", given.tasks, 100_000);
  if (tasks !== undefined && slurm === undefined) throw badInput(messages.tasksWithoutSlurm);
  if (given.report && (given["dry-run"] || slurm !== undefined)) throw badInput(messages.reportOfNothing);
  const place = readPlace(given, { isLasting: true });
  const isSimulatedWhole = place.shard === undefined && slurm === undefined && !given["dry-run"];
  if (place.out === undefined && isSimulatedWhole) throw badInput(messages.sweepWithoutOut);
  const request = requestOf(given);
  const task = taskOf(request, given);
  const [named] = loadAll([request.scenario], set);
  warnOf([named], given.quiet);
  if (given["dry-run"]) await (await import("../work/dry-run.ts")).dryRunOfSweep(task, named, place);
  else if (slurm !== undefined)
    await (await import("../slurm/slurm-scripts.ts")).writeSlurmScripts(task, named, set, place, {
      folder: slurm,
      tasks,
    });
  else await performSweep(task, named, set, place);
}

/** Takes the request from a sweep file, or from the options; options that a file may leave open are laid over it. */
function requestOf(given: SweepArguments): SweepRequest {
  const fromFile = readSweepRequest(given.scenario);
  const laidOver = {
    ...(given.seed === undefined ? {} : { seed: readSeed(given.seed) }),
    ...(given.replications === undefined ? {} : { replications: readReplications(given.replications) }),
    ...(given.points === undefined ? {} : { points: readCount("points", given.points, MOST_REPLICATIONS) }),
    ...(given.metrics === undefined ? {} : { metrics: readList("metrics", given.metrics) }),
  };
  if (fromFile !== undefined) {
    if (given.vary !== undefined || given.design !== undefined)
      throw badInput(messages.varyWithFile(given.scenario));
    return { ...fromFile, ...laidOver };
  }
  return {
    scenario: given.scenario,
    vary: (given.vary ?? []).map(variationOf),
    design: readDesign(given.design),
    ...laidOver,
  };
}

function readDesign(given: TextOption): SweepRequest["design"] {
  const text = single("design", given) ?? "grid";
  return DESIGNS.find((design) => design === text) ?? refuse(messages.badDesign(text, DESIGNS));
}

function taskOf(request: SweepRequest, { format, groups }: SweepArguments): SweepTask {
  try {
    const { seed, replications, design, metrics } = planSweep(request);
    return {
      kind: "sweep",
      seed,
      replications,
      formats: [...readFormats(format)],
      vary: request.vary.map(({ path, values }) => ({
        path,
        values: typeof values === "string" ? values : [...values],
      })),
      design,
      points: request.points ?? null,
      metrics: metrics === null ? null : [...metrics],
      groups,
    };
  } catch (failure) {
    if (!(failure instanceof ScenarioError)) throw failure;
    throw badInput(
      [...failure.problems.map(renderProblem), messages.nothingRun(failure.problems.length)].join("\n"),
    );
  }
}

function refuse(message: string): never {
  throw badInput(message);
}
