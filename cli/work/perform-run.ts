import { tmpdir } from "node:os";
import { dirname, resolve } from "node:path";
import { rangeSentences } from "../../sim/ensemble/range-sentence.ts";
import { ReplicationError } from "../../sim/experiment/executor.ts";
import { firstReplications, jobOf } from "../../sim/experiment/replicate.ts";
import { messages } from "../messages/index.ts";
import { openKeeper } from "../results/result-keeper.ts";
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
import { carriersBeside } from "./carriers-beside.ts";
import { cellsOf, type FailedCell, type WorkCell } from "./cells.ts";
import { checkPlace } from "./check-place.ts";
import { startClock } from "./clock.ts";
import { type EnsembleFacts, ensembleFacts } from "./ensemble-facts.ts";
import { ensembleCells, simulateEnsemble } from "./ensemble-work.ts";
import { keepTask, keptTask } from "./kept-task.ts";
import { letWorldsGo } from "./let-worlds-go.ts";
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
  const scenarios = scenariosOf(task, mains);
  await checkPlace(place);
  const bench = await openWorkbench(place, firstReplications(task.extent));
  try {
    if (bench.store !== undefined) await keepTask(bench.store, keptTask(task, mains, set));
    if (place.shard !== undefined) {
      const tell = ({ cell, replication, why }: FailedCell): string =>
        explained(new ReplicationError(cell.job, replication, why), scenarios, { seed: task.seed, set });
      const cells = runCells(task, mains).filter((_, i) => isInShard(i, place.shard));
      await simulateShard(cells, tell, bench, place);
    } else await simulateWhole(task, mains, set, place, bench);
  } finally {
    await bench.close();
  }
}

/** Lists the scenarios of a run: those named, each with its other assumptions behind it if wanted. */
const scenariosOf = ({ variants }: RunTask, mains: readonly NamedScenario[]): readonly NamedScenario[] =>
  variants ? mains.flatMap((main) => [main, ...main.variants]) : mains;

/** Lists the cells that a run simulates, those of the members of an ensemble last. */
export function runCells(task: RunTask, mains: readonly NamedScenario[]): WorkCell[] {
  const { seed, extent, ensemble } = task;
  return [
    ...scenariosOf(task, mains).flatMap((named) =>
      cellsOf(jobOf(named, { seed }), firstReplications(extent), null),
    ),
    ...ensembleCells(ensemble, mains, seed),
  ];
}

async function simulateWhole(
  task: RunTask,
  mains: readonly NamedScenario[],
  set: readonly string[],
  place: Place,
  { executor, signal, finish }: Workbench,
): Promise<void> {
  const { seed, extent, ensemble } = task;
  const { out, shows, quiet, json, full, workers } = place;
  const began = startClock();
  const folder = out === undefined ? undefined : await ResultsFolder.open(out);
  try {
    const progress = await openProgress(quiet);
    const scenarios = scenariosOf(task, mains);
    const runs = await simulateRun(task, scenarios, {
      ...{ set, executor, progress, signal, workers },
      sink: folder,
      openKeeper: () => openKeeper(out === undefined ? tmpdir() : dirname(resolve(out))),
    });
    for (const run of runs) {
      const shortfall = shortfallOf(run, extent);
      if (shortfall !== undefined) say(shortfall);
      const moving = movingStart(run);
      if (moving !== undefined && !quiet) say(moving);
    }
    const notKnown: EnsembleFacts | undefined =
      ensemble === undefined
        ? undefined
        : ensembleFacts(
            ensemble,
            await simulateEnsemble(ensemble, mains, { seed, set, executor, progress }),
            { seed, areCompared: false },
          );
    await letWorldsGo(executor);
    if (folder !== undefined) {
      const recorded = await writeRuns(folder, runs, task, { signal, widths: notKnown?.widths });
      const facts = {
        ...{ task, scenarios: recorded, set, workers, began, events: eventsOf(runs), failures: [] },
        notKnown,
      };
      await folder.finish(runRecord(facts, folder), signal);
    }
    await finish();
    const contentHash = folder?.contentHash ?? null;
    const carriers = await carriersBeside(place);
    const report = await reportOf(place, contentHash);
    const inputs = runs.map(summaryInput);
    const facts = { version: packageVersion(), seed, out: out ?? null, content_hash: contentHash };
    const written = out === undefined ? messages.notWritten : messages.writtenTo(out);
    const last = [...carriers, written, ...report];
    if (shows && json) print(summaryJson(inputs, facts, notKnown));
    else if (shows)
      printScreen(
        full
          ? summaryScreen(inputs, seed, last, rangeSentences(notKnown?.ranges ?? []))
          : briefScreen(inputs, {
              seed,
              width: screenWidth(process.stdout),
              ...(notKnown === undefined ? {} : { first: rangeSentences(notKnown.ranges) }),
              carriers,
              last: [messages.moreOnScreen(out), ...report],
            }),
      );
    exitUnlessMet(inputs);
  } catch (failure) {
    await folder?.discard();
    throw failure;
  }
}
