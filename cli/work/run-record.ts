import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { arch, platform, release } from "node:os";
import { join } from "node:path";
import { never } from "../../sim/never.ts";
import { resolvedYaml } from "../../sim/scenario/resolved.ts";
import { resolvedName } from "../results/resolved-name.ts";
import type { ResultsFolder } from "../results/results-folder.ts";
import { RESULTS_FORMAT } from "../results/results-record.ts";
import type { NamedScenario } from "../scenarios/load-scenarios.ts";
import { packageFolder, packageVersion } from "../scenarios/package-folder.ts";
import { sha256 } from "../store/digests.ts";
import { modelVersion } from "../store/model-version.ts";
import { type Clock, secondsSince } from "./clock.ts";
import { type EnsembleFacts, recordedEnsemble } from "./ensemble-facts.ts";
import type { ScenarioRun } from "./replicate-all.ts";
import type { Task } from "./task.ts";

/** A scenario as run.json tells of it. */
export interface RecordedScenario {
  readonly named: NamedScenario;
  /** The scenario with every default filled in, and the file that holds it. */
  readonly resolved: string;
  readonly file: string;
  /** Replications of it, and whether they reached the precision asked for; null if none was. */
  readonly replications: number;
  readonly precisionReached: boolean | null;
}

/**
 * Gathers what run.json tells of a scenario that was simulated; `count` is how many scenarios the folder
 * has.
 */
export function recordedScenario(
  { named, results, precision }: ScenarioRun,
  count: number,
): RecordedScenario {
  return {
    named,
    resolved: resolvedYaml(named),
    file: resolvedName(named.scenario.name, count),
    replications: results.length,
    precisionReached: precision === null ? null : precision.isReached,
  };
}

/** Counts the events of all replications. */
export function eventsOf(runs: readonly ScenarioRun[]): number {
  let sum = 0;
  for (const { results } of runs) for (const { events } of results) sum += events;
  return sum;
}

/** What run.json is made from. */
export interface RunFacts {
  readonly task: Task;
  readonly scenarios: readonly RecordedScenario[];
  readonly set: readonly string[];
  readonly workers: number;
  readonly began: Clock;
  readonly events: number;
  /** What failed, with the command that repeats it. */
  readonly failures: readonly string[];
  /** What an ensemble says; undefined for none. */
  readonly notKnown?: EnsembleFacts | undefined;
}

/** Returns what run.json says: enough to do it again, and to see whether it came out the same. */
export function runRecord(facts: RunFacts, { files, contentHash }: ResultsFolder): object {
  const { workers, began, events, failures, notKnown } = facts;
  const commit = gitCommit();
  return {
    program: "linksim",
    format: RESULTS_FORMAT,
    kind: facts.task.kind,
    version: packageVersion(),
    model: modelVersion(),
    ...(commit === undefined ? {} : { commit }),
    ...orderFacts(facts),
    ...(notKnown === undefined ? {} : { ensemble: recordedEnsemble(notKnown) }),
    workers,
    runtime: `node ${process.versions.node}`,
    platform: `${platform()} ${release()} ${arch()}`,
    start: began.start.toISOString(),
    seconds: secondsSince(began),
    events,
    ...(failures.length === 0 ? {} : { failures }),
    files,
    content_hash: contentHash,
  };
}

/**
 * Returns what run.json says of what was asked for, beside its kind: all follows from the task and its
 * scenarios.
 */
export function orderFacts({ task, scenarios, set }: Pick<RunFacts, "task" | "scenarios" | "set">): object {
  return {
    scenarios: scenarios.map(({ named, resolved, file, replications, precisionReached }) => ({
      name: named.scenario.name,
      ...(named.variantOf === null ? {} : { variant_of: named.variantOf.scenario }),
      argument: named.argument,
      files: named.digests,
      resolved: file,
      resolved_sha256: sha256(resolved),
      replications,
      ...(precisionReached === null ? {} : { precision_reached: precisionReached }),
    })),
    seed: task.seed,
    set,
    ...extentOf(task),
    order: task,
  };
}

function extentOf(task: Task): object {
  if (task.kind === "calibrate") return { replications: task.replications };
  // What each point takes follows from the budget, and of a plan from what was simulated before.
  if (task.kind === "sensitivity" || task.kind === "plan") return {};
  const extent =
    task.kind === "sweep" ? ({ kind: "replications", count: task.replications } as const) : task.extent;
  switch (extent.kind) {
    case "replications":
      return { replications: extent.count };
    case "precision":
      return { precision: extent.relative };
    case "differences":
      return { precision: extent.goal };
    default:
      return never(extent);
  }
}

let asked: { readonly commit: string | undefined } | undefined;

/**
 * Names the commit of a checkout, with -dirty if files differ from it; nothing for an installed package. Git
 * is asked once: the program that runs is of the commit that it was started from.
 */
export function gitCommit(): string | undefined {
  asked ??= { commit: askedOfGit() };
  return asked.commit;
}

function askedOfGit(): string | undefined {
  const folder = packageFolder();
  if (!existsSync(join(folder, ".git"))) return undefined;
  try {
    const words = ["-C", folder, "describe", "--always", "--dirty", "--abbrev=40", "--exclude=*"];
    return execFileSync("git", words, {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
      timeout: 5000,
    }).trim();
  } catch {
    return undefined;
  }
}
