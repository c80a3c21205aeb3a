import type { Executor } from "../../sim/experiment/executor.ts";
import type { ResultKeeper } from "../../sim/experiment/replicate.ts";
import type { EnsembleWidths } from "../../sim/findings/not-known.ts";
import type { CellDigest } from "../results/cells-table.ts";
import { EventsFiles } from "../results/events-files.ts";
import type { FileSink } from "../results/file-sink.ts";
import type { NamedScenario } from "../scenarios/load-scenarios.ts";
import type { Progress } from "../terminal/progress.ts";
import { replicateAll, type ScenarioRun } from "./replicate-all.ts";
import { type CompletedTables, type RunFile, tableFiles } from "./run-files.ts";
import { type RecordedScenario, recordedScenario } from "./run-record.ts";
import type { RunTask } from "./task.ts";

/** What a run is simulated with. */
export interface SimulateRunOptions {
  readonly set: readonly string[];
  readonly executor: Executor;
  readonly progress: Progress;
  /** Threads that the executor simulates with; one if left out. */
  readonly workers?: number;
  readonly signal: AbortSignal;
  /** Gives what keeps the results of a scenario; they are held in memory if left out. */
  readonly openKeeper?: (() => ResultKeeper) | undefined;
  /** Takes the tables of events while the run goes on; undefined for none. */
  readonly sink: FileSink | undefined;
}

/** Simulates scenarios as a task of a run says, and writes their events if it asks for them. */
export async function simulateRun(
  { seed, extent, formats, events: hasEvents }: RunTask,
  scenarios: readonly NamedScenario[],
  { sink, signal, ...how }: SimulateRunOptions,
): Promise<readonly ScenarioRun[]> {
  const events = sink !== undefined && hasEvents ? await EventsFiles.open(sink, formats, signal) : undefined;
  const runs = await replicateAll(scenarios, { ...how, seed, extent, events });
  await events?.close();
  return runs;
}

/** What tables are written with. */
export interface WriteTablesOptions {
  readonly signal: AbortSignal;
  /** How the digest of a cell is taken; that of its numbers if left out. */
  readonly cellDigest?: CellDigest | undefined;
  /** What an ensemble says; undefined for none. */
  readonly widths?: EnsembleWidths | undefined;
  /** Changes tables as they are made; nothing if left out. */
  readonly completed?: CompletedTables | undefined;
}

/** Writes what was simulated, but for events, and gives what run.json tells of the scenarios. */
export async function writeRuns(
  sink: FileSink,
  runs: readonly ScenarioRun[],
  { formats, detail }: Pick<RunTask, "formats" | "detail">,
  { signal, ...options }: WriteTablesOptions,
): Promise<readonly RecordedScenario[]> {
  return writeFiles(sink, runs, tableFiles(runs, formats, { ...options, detail }), signal);
}

/** Writes tables of worlds and, of these, the first and the last, which are scenarios of their own. */
export async function writeWorlds(
  sink: FileSink,
  worlds: readonly ScenarioRun[],
  files: readonly RunFile[],
  signal: AbortSignal,
): Promise<readonly RecordedScenario[]> {
  return writeFiles(sink, [worlds[0], worlds[worlds.length - 1]], files, signal);
}

/** Writes the scenarios of runs with every default filled in, and tables beside them. */
export async function writeFiles(
  sink: FileSink,
  runs: readonly ScenarioRun[],
  files: readonly RunFile[],
  signal: AbortSignal,
): Promise<readonly RecordedScenario[]> {
  const recorded = runs.map((run) => recordedScenario(run, runs.length));
  for (const { file, resolved } of recorded) await sink.write(file, [resolved], signal);
  for (const { name, pieces } of files) await sink.write(name, pieces(), signal);
  return recorded;
}
