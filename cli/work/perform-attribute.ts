import { ReplicationError } from "../../sim/experiment/executor.ts";
import { attributedPeople } from "../../sim/findings/attributed-people.ts";
import { attributedMetrics } from "../../sim/findings/attribution.ts";
import { messages } from "../messages/index.ts";
import { ResultsFolder } from "../results/results-folder.ts";
import type { NamedScenario } from "../scenarios/load-scenarios.ts";
import { packageVersion } from "../scenarios/package-folder.ts";
import { attributionJson } from "../screen/attribution-json.ts";
import { type AttributionShown, attributionScreen } from "../screen/attribution-screen.ts";
import { print } from "../terminal/print.ts";
import { openProgress } from "../terminal/progress.ts";
import { type AttributedScenarios, attributeAll, attributionCells, worldRuns } from "./attribute-all.ts";
import { attributeFiles, betweenOf } from "./attribute-files.ts";
import type { FailedCell } from "./cells.ts";
import { checkPlace } from "./check-place.ts";
import { startClock } from "./clock.ts";
import { keepTask, keptTask } from "./kept-task.ts";
import { letWorldsGo } from "./let-worlds-go.ts";
import type { Place } from "./place.ts";
import { explained } from "./replicate-all.ts";
import { reportOf } from "./report-of.ts";
import { eventsOf, runRecord } from "./run-record.ts";
import { writeWorlds } from "./run-tables.ts";
import { isInShard } from "./shard.ts";
import { simulateShard } from "./simulate-shard.ts";
import type { AttributeTask } from "./task.ts";
import { openWorkbench, type Workbench } from "./workbench.ts";

/**
 * Attributes the difference of two scenarios as the task says, shows why they differ and writes the results
 * folder; of a part of the work it keeps the cells and writes nothing else.
 */
export async function performAttribute(
  task: AttributeTask,
  mains: readonly NamedScenario[],
  set: readonly string[],
  place: Place,
): Promise<void> {
  const cells = attributionCells(task, mains);
  await checkPlace(place);
  const bench = await openWorkbench(place, task.extent.count);
  try {
    if (bench.store !== undefined) await keepTask(bench.store, keptTask(task, mains, set));
    if (place.shard !== undefined) {
      const tell = ({ cell, replication, why }: FailedCell): string =>
        explained(new ReplicationError(cell.job, replication, why), mains, { seed: task.seed, set });
      const own = cells.filter((_, i) => isInShard(i, place.shard));
      await simulateShard(own, tell, bench, place);
    } else await simulateWhole(task, mains, set, place, bench);
  } finally {
    await bench.close();
  }
}

async function simulateWhole(
  task: AttributeTask,
  mains: readonly NamedScenario[],
  set: readonly string[],
  place: Place,
  { executor, signal, finish }: Workbench,
): Promise<void> {
  const { out, shows, quiet, json, workers } = place;
  const began = startClock();
  const folder = out === undefined ? undefined : await ResultsFolder.open(out);
  try {
    const progress = await openProgress(quiet);
    const attributed = await attributeAll(task, mains, { set, executor, progress, workers });
    await letWorldsGo(executor);
    const runs = worldRuns(attributed);
    if (folder !== undefined) {
      const files = attributeFiles(attributed, task.formats, { detail: task.detail });
      const scenarios = await writeWorlds(folder, runs, files, signal);
      const facts = { task, scenarios, set, workers, began, events: eventsOf(runs), failures: [] };
      await folder.finish(runRecord(facts, folder), signal);
    }
    await finish();
    const contentHash = folder?.contentHash ?? null;
    const report = await reportOf(place, contentHash);
    const facts = { version: packageVersion(), seed: task.seed, out: out ?? null, content_hash: contentHash };
    const last = [out === undefined ? messages.notWritten : messages.writtenTo(out), ...report];
    const told = shown(attributed);
    if (shows) print(json ? attributionJson(told, facts) : attributionScreen(told, task.seed, last));
  } catch (failure) {
    await folder?.discard();
    throw failure;
  }
}

function shown(attributed: AttributedScenarios): AttributionShown {
  return {
    ...betweenOf(attributed),
    replications: attributed.worlds[0].results.length,
    worlds: attributed.worlds.length,
    orders: attributed.orders?.orders.length ?? null,
    metrics: attributedMetrics(attributed.worlds, attributed.orders),
    people: attributedPeople(attributed.people, attributed.changes),
  };
}
