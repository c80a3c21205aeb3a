import { ReplicationError } from "../../sim/experiment/player.ts";
import { firstReplications, jobOf } from "../../sim/experiment/replicate.ts";
import { regimeVerdicts, typeVerdicts } from "../../sim/measures/verdict.ts";
import { resolvedYaml } from "../../sim/scenario/resolved.ts";
import type { NamedScenario } from "../inputs/load-scenarios.ts";
import { packageVersion } from "../inputs/package-folder.ts";
import * as messages from "../messages.ts";
import { timelineTexts } from "../render/action-text.ts";
import { durationText } from "../render/duration-text.ts";
import type { SummaryInput } from "../render/summary-input.ts";
import { summaryJson } from "../render/summary-json.ts";
import { summaryScreen } from "../render/summary-screen.ts";
import { explained, replicateAll, type ScenarioRun, shortfallOf } from "../replicate.ts";
import { EventsFiles } from "../results/events-files.ts";
import { resolvedName } from "../results/resolved-name.ts";
import { ResultsFolder } from "../results/results-folder.ts";
import { tableFiles } from "../results/run-files.ts";
import { type RecordedScenario, runRecord } from "../results/run-record.ts";
import { print, say } from "../terminal/print.ts";
import { openProgress } from "../terminal/progress.ts";
import { cellsOf, type FailedCell, type WorkCell } from "./cells.ts";
import { keepOrder, keptOrder } from "./kept-order.ts";
import type { RunOrder } from "./order.ts";
import type { Place } from "./place.ts";
import { playShard } from "./play-shard.ts";
import { openWorkbench, type Workbench } from "./workbench.ts";

/** Plays scenarios as ordered, shows the summary and writes the results folder; of a part of the work it keeps the cells and writes nothing else. */
export async function performRun(
  order: RunOrder,
  mains: readonly NamedScenario[],
  set: readonly string[],
  place: Place,
): Promise<void> {
  const scenarios = order.variants ? mains.flatMap((main) => [main, ...main.variants]) : mains;
  if (place.out !== undefined) await ResultsFolder.check(place.out);
  const bench = await openWorkbench(place, firstReplications(order.extent));
  try {
    if (bench.store !== undefined) await keepOrder(bench.store, keptOrder(order, mains));
    if (place.shard !== undefined) {
      const tell = ({ cell, replication, why }: FailedCell): string =>
        explained(new ReplicationError(cell.job, replication, why), scenarios, { seed: order.seed, set });
      await playShard(runCells(order, scenarios), tell, bench, place);
    } else await playWhole(order, scenarios, set, place, bench);
  } finally {
    await bench.close();
  }
}

function runCells({ seed, extent }: RunOrder, scenarios: readonly NamedScenario[]): WorkCell[] {
  return scenarios.flatMap((named) => cellsOf(jobOf(named, { seed }), firstReplications(extent), null));
}

async function playWhole(
  order: RunOrder,
  scenarios: readonly NamedScenario[],
  set: readonly string[],
  place: Place,
  { player, signal, finish }: Workbench,
): Promise<void> {
  const { seed, extent, formats } = order;
  const { out, shows, quiet, json, workers } = place;
  const began = new Date();
  const folder = out === undefined ? undefined : await ResultsFolder.open(out);
  try {
    const progress = await openProgress(quiet);
    const events =
      folder !== undefined && order.events ? await EventsFiles.open(folder, formats, signal) : undefined;
    const runs = await replicateAll(scenarios, { seed, set, extent, player, progress, events });
    await events?.close();
    for (const run of runs) {
      const shortfall = shortfallOf(run, extent);
      if (shortfall !== undefined) say(shortfall);
    }
    if (folder !== undefined) {
      const recorded = runs.map((run) => recordedScenario(run, runs.length));
      for (const { file, resolved } of recorded) await folder.write(file, [resolved], signal);
      for (const { name, pieces } of tableFiles(runs, formats)) await folder.write(name, pieces(), signal);
      const facts = { order, scenarios: recorded, set, workers, began, events: eventsOf(runs), failures: [] };
      await folder.finish(runRecord(facts, folder), signal);
    }
    await finish();
    const report = place.reports && out !== undefined ? await reportOf(out) : undefined;
    const inputs = runs.map(summaryInput);
    const contentHash = folder?.contentHash ?? null;
    const facts = { version: packageVersion(), seed, out: out ?? null, content_hash: contentHash };
    const last = [
      out === undefined ? messages.notWritten : messages.writtenTo(out),
      ...(report === undefined ? [] : [messages.reportWritten(report)]),
    ];
    if (shows) print(json ? summaryJson(inputs, facts) : summaryScreen(inputs, seed, last));
  } catch (failure) {
    await folder?.discard();
    throw failure;
  }
}

/** Makes the report of the folder that was written; its modules are loaded only then. */
async function reportOf(out: string): Promise<string> {
  const { reportBeside, writeReport } = await import("../report/write-report.ts");
  const path = reportBeside(out);
  await writeReport(out, path);
  return path;
}

function recordedScenario({ named, results, precision }: ScenarioRun, count: number): RecordedScenario {
  return {
    named,
    resolved: resolvedYaml(named),
    file: resolvedName(named.scenario.name, count),
    replications: results.length,
    precisionReached: precision === null ? null : precision.isReached,
  };
}

const eventsOf = (runs: readonly ScenarioRun[]): number =>
  runs.reduce((sum, { results }) => sum + results.reduce((all, { events }) => all + events, 0), 0);

function summaryInput({ named, plan, results, precision }: ScenarioRun): SummaryInput {
  const { scenario } = named;
  return {
    plan,
    results,
    verdicts: regimeVerdicts(plan, results, scenario),
    typeVerdicts: typeVerdicts(plan, results),
    by: durationText(scenario.measures.by),
    precisionReached: precision === null ? null : precision.isReached,
    timeline: timelineTexts(named),
    variantOf: named.variantOf,
  };
}
