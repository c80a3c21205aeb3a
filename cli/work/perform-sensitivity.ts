import type { Executor } from "../../sim/experiment/executor.ts";
import { jobOf } from "../../sim/experiment/replicate.ts";
import { placeOf } from "../../sim/measures/place-of.ts";
import { messages } from "../messages/index.ts";
import { ResultsFolder } from "../results/results-folder.ts";
import type { NamedScenario } from "../scenarios/load-scenarios.ts";
import { packageVersion } from "../scenarios/package-folder.ts";
import { sensitivityJson } from "../screen/sensitivity-json.ts";
import { boughtText } from "../screen/sensitivity-plan-text.ts";
import { sensitivityScreen } from "../screen/sensitivity-screen.ts";
import { badInput } from "../terminal/exit-codes.ts";
import { print, say } from "../terminal/print.ts";
import { openProgress } from "../terminal/progress.ts";
import { analyse } from "./analyse.ts";
import type { FailedCell } from "./cells.ts";
import { checkPlace } from "./check-place.ts";
import { startClock } from "./clock.ts";
import { keepTask, keptTask } from "./kept-task.ts";
import type { Place } from "./place.ts";
import { reportOf } from "./report-of.ts";
import { runRecord } from "./run-record.ts";
import { namesOf, writeSensitivity } from "./sensitivity-files.ts";
import {
  keptIn,
  refuseInvalidRows,
  type SensitivityWork,
  screeningCells,
  sensitivityWork,
  varianceCells,
} from "./sensitivity-work.ts";
import { isInShard } from "./shard.ts";
import { simulateShard } from "./simulate-shard.ts";
import type { SensitivityTask } from "./task.ts";
import { openWorkbench, type Workbench } from "./workbench.ts";

/**
 * Finds which parameters matter as the task says, shows it and writes the results folder; of a part of the
 * work it keeps the cells and writes nothing else.
 */
export async function performSensitivity(
  task: SensitivityTask,
  mains: readonly NamedScenario[],
  set: readonly string[],
  place: Place,
): Promise<void> {
  const work = sensitivityWork(task, mains);
  refuseInvalidRows(work, mains);
  await checkPlace(place);
  const bench = await openWorkbench(place);
  try {
    await refuseUnmeasured(work, bench.executor);
    if (bench.store !== undefined) await keepTask(bench.store, keptTask(task, mains, set));
    if (place.shard !== undefined) await simulatePart(work, bench, place);
    else await analyseWhole(task, work, mains, set, place, bench);
  } finally {
    await bench.close();
  }
}

/** Refuses metrics that the scenarios do not measure as they are written. */
async function refuseUnmeasured({ plan, loads }: SensitivityWork, executor: Executor): Promise<void> {
  for (const load of loads) {
    const measured = await executor.plan(jobOf(load(), { seed: plan.seed, detail: "summary" }));
    const unmeasured = plan.metrics.filter((metric) => placeOf(measured, metric) < 0);
    if (unmeasured.length > 0) throw badInput(unmeasured.map(messages.notMeasuredThere).join("\n"));
  }
}

/**
 * Simulates this part of the screening and, where the store holds all of that, of the second stage.
 */
async function simulatePart(work: SensitivityWork, bench: Workbench, place: Place): Promise<void> {
  const { store } = bench;
  const tell = ({ cell, replication, why }: FailedCell): string =>
    messages.pointFailed(cell.point ?? 0, work.plan.seed, replication, why);
  const own = screeningCells(work).filter((_, i) => isInShard(i, place.shard));
  const kept = store === undefined ? undefined : await keptIn(work, store, bench.executor);
  const second = kept === undefined ? [] : varianceCells(work, kept);
  const cells = [...own, ...second.filter((_, i) => isInShard(i, place.shard))];
  await simulateShard(cells, tell, bench, place);
  if (kept === undefined && work.plan.variance !== null && store !== undefined)
    say(messages.screeningIncomplete(store.folder));
}

async function analyseWhole(
  task: SensitivityTask,
  work: SensitivityWork,
  mains: readonly NamedScenario[],
  set: readonly string[],
  place: Place,
  { executor, signal, finish }: Workbench,
): Promise<void> {
  const { out, shows, quiet, json, workers } = place;
  const began = startClock();
  const folder = out === undefined ? undefined : await ResultsFolder.open(out);
  try {
    if (!quiet) say(boughtText(work.plan));
    const progress = await openProgress(quiet, "points");
    const { screening, variance } = work.plan;
    const stages = variance === null ? [screening] : [screening, variance];
    progress.start(stages.reduce((sum, { rows, pointsEach }) => sum + rows * pointsEach, 0));
    const made = await analyse(work, {
      mains,
      set,
      executor,
      workers,
      onPoint: () => progress.done(),
    }).finally(() => progress.stop());
    if (folder !== undefined) {
      const scenarios = await writeSensitivity(folder, { ...made, mains, formats: task.formats }, signal);
      const facts = { task, scenarios, set, workers, began, events: made.events, failures: [] };
      await folder.finish(runRecord(facts, folder), signal);
    }
    await finish();
    const contentHash = folder?.contentHash ?? null;
    const report = await reportOf(place, contentHash);
    const facts = { version: packageVersion(), seed: task.seed, out: out ?? null, content_hash: contentHash };
    const last = [out === undefined ? messages.notWritten : messages.writtenTo(out), ...report];
    const names = namesOf(mains);
    if (shows)
      print(
        json ? sensitivityJson(made.analysed, names, facts) : sensitivityScreen(made.analysed, names, last),
      );
  } catch (failure) {
    await folder?.discard();
    throw failure;
  }
}
