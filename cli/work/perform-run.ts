import { ReplicationError } from "../../sim/experiment/executor.ts";
import { firstReplications, jobOf } from "../../sim/experiment/replicate.ts";
import { messages } from "../messages/index.ts";
import { ResultsFolder } from "../results/results-folder.ts";
import { summaryInput } from "../results/summary-of-run.ts";
import type { NamedScenario } from "../scenarios/load-scenarios.ts";
import { packageVersion } from "../scenarios/package-folder.ts";
import { briefScreen } from "../screen/brief-screen.ts";
import { summaryJson } from "../screen/summary-json.ts";
import { summaryScreen } from "../screen/summary-screen.ts";
import { print, say } from "../terminal/print.ts";
import { openProgress } from "../terminal/progress.ts";
import { printScreen, screenWidth } from "../terminal/screen.ts";
import { cellsOf, type FailedCell, type WorkCell } from "./cells.ts";
import { checkPlace } from "./check-place.ts";
import { startClock } from "./clock.ts";
import { keepTask, keptTask } from "./kept-task.ts";
import { movingStart } from "./moving-start.ts";
import type { Place } from "./place.ts";
import { explained, shortfallOf } from "./replicate-all.ts";
import { reportOf } from "./report-of.ts";
import { eventsOf, runRecord } from "./run-record.ts";
import { simulateRun, writeRuns } from "./run-tables.ts";
import { isInShard } from "./shard.ts";
import { simulateShard } from "./simulate-shard.ts";
import { exitUnlessMet } from "./standards-met.ts";
import type { RunTask } from "./task.ts";
import { openWorkbench, type Workbench } from "./workbench.ts";

/**
 * Simulates scenarios as the task says, shows the summary and writes the results folder; of a part of the
 * work it keeps the cells and writes nothing else.
 */
export async function performRun(
  task: RunTask,
  mains: readonly NamedScenario[],
  set: readonly string[],
  place: Place,
): Promise<void> {
  const scenarios = task.variants ? mains.flatMap((main) => [main, ...main.variants]) : mains;
  await checkPlace(place);
  const bench = await openWorkbench(place, firstReplications(task.extent));
  try {
    if (bench.store !== undefined) await keepTask(bench.store, keptTask(task, mains, set));
    if (place.shard !== undefined) {
      const tell = ({ cell, replication, why }: FailedCell): string =>
        explained(new ReplicationError(cell.job, replication, why), scenarios, { seed: task.seed, set });
      const cells = runCells(task, scenarios).filter((_, i) => isInShard(i, place.shard));
      await simulateShard(cells, tell, bench, place);
    } else await simulateWhole(task, scenarios, set, place, bench);
  } finally {
    await bench.close();
  }
}

/** Lists the cells that a run simulates. */
export function runCells({ seed, extent }: RunTask, scenarios: readonly NamedScenario[]): WorkCell[] {
  return scenarios.flatMap((named) => cellsOf(jobOf(named, { seed }), firstReplications(extent), null));
}

async function simulateWhole(
  task: RunTask,
  scenarios: readonly NamedScenario[],
  set: readonly string[],
  place: Place,
  { executor, signal, finish }: Workbench,
): Promise<void> {
  const { seed, extent } = task;
  const { out, shows, quiet, json, full, workers } = place;
  const began = startClock();
  const folder = out === undefined ? undefined : await ResultsFolder.open(out);
  try {
    const progress = await openProgress(quiet);
    const runs = await simulateRun(task, scenarios, { set, executor, progress, signal, sink: folder });
    for (const run of runs) {
      const shortfall = shortfallOf(run, extent);
      if (shortfall !== undefined) say(shortfall);
      const moving = movingStart(run);
      if (moving !== undefined && !quiet) say(moving);
    }
    if (folder !== undefined) {
      const recorded = await writeRuns(folder, runs, task, { signal });
      const facts = { task, scenarios: recorded, set, workers, began, events: eventsOf(runs), failures: [] };
      await folder.finish(runRecord(facts, folder), signal);
    }
    await finish();
    const report = await reportOf(place);
    const inputs = runs.map(summaryInput);
    const contentHash = folder?.contentHash ?? null;
    const facts = { version: packageVersion(), seed, out: out ?? null, content_hash: contentHash };
    const last = [out === undefined ? messages.notWritten : messages.writtenTo(out), ...report];
    if (shows && json) print(summaryJson(inputs, facts));
    else if (shows)
      printScreen(
        full
          ? summaryScreen(inputs, seed, last)
          : briefScreen(inputs, {
              seed,
              width: screenWidth(process.stdout),
              last: [messages.moreOnScreen(out), ...report],
            }),
      );
    exitUnlessMet(inputs);
  } catch (failure) {
    await folder?.discard();
    throw failure;
  }
}
