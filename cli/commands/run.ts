import { DEFAULT_REPLICATIONS, type Extent, firstReplications } from "../../sim/experiment/replicate.ts";
import { renderProblem } from "../../sim/scenario/messages.ts";
import { resolvedYaml } from "../../sim/scenario/resolved.ts";
import { badInput } from "../exit-codes.ts";
import { loadAll } from "../inputs/load-scenarios.ts";
import { packageVersion } from "../inputs/package-folder.ts";
import * as messages from "../messages.ts";
import {
  readFormats,
  readOut,
  readPrecision,
  readReplications,
  readSeed,
  readSets,
  readWorkers,
  type TextOption,
} from "../options.ts";
import { summaryJson } from "../render/summary-json.ts";
import { summaryScreen } from "../render/summary-screen.ts";
import { replicateAll, type ScenarioRun, shortfallOf } from "../replicate.ts";
import { EventsFiles } from "../results/events-files.ts";
import { resolvedName } from "../results/resolved-name.ts";
import { ResultsFolder } from "../results/results-folder.ts";
import { type RunFile, tableFiles } from "../results/run-files.ts";
import { runRecord } from "../results/run-record.ts";
import { exitUnlessMet } from "../standards-met.ts";
import { summaryInput } from "../summary-of-run.ts";
import { listenForInterruption } from "../terminal/interruption.ts";
import { print, say } from "../terminal/print.ts";
import { openProgress } from "../terminal/progress.ts";
import { openPool } from "../threads/pool.ts";

/** What the command line hands over to `run`. */
export interface RunArguments {
  readonly scenario: readonly string[];
  readonly seed: TextOption;
  readonly replications: TextOption;
  readonly precision: TextOption;
  readonly workers: TextOption;
  readonly out: TextOption;
  readonly format: TextOption;
  readonly set: readonly string[] | undefined;
  readonly events: boolean;
  readonly variants: boolean;
  readonly quiet: boolean;
  readonly json: boolean;
}

/** Plays scenarios, shows the summary and writes the results folder. */
export async function run(given: RunArguments): Promise<void> {
  const seed = readSeed(given.seed);
  const set = readSets(given.set);
  const extent = readExtent(given);
  const workers = readWorkers(given.workers);
  const out = readOut(given.out);
  if (out === undefined && given.format !== undefined) throw badInput(messages.formatWithoutOut);
  if (out === undefined && given.events) throw badInput(messages.eventsWithoutOut);
  const formats = readFormats(given.format);
  const named = loadAll(given.scenario, set);
  const scenarios = given.variants ? named.flatMap((main) => [main, ...main.variants]) : named;
  if (!given.quiet)
    for (const { warnings } of named) for (const warning of warnings) say(renderProblem(warning));

  const signal = listenForInterruption();
  const began = new Date();
  const folder = out === undefined ? undefined : await ResultsFolder.open(out);
  try {
    const progress = await openProgress(given.quiet);
    const events =
      folder !== undefined && given.events ? await EventsFiles.open(folder, formats, signal) : undefined;
    const player = openPool(Math.min(workers, firstReplications(extent)), signal);
    const runs = await replicateAll(scenarios, { seed, set, extent, player, progress, events }).finally(() =>
      player.close(),
    );
    await events?.close();
    for (const run of runs) {
      const shortfall = shortfallOf(run, extent);
      if (shortfall !== undefined) say(shortfall);
    }
    let contentHash: string | null = null;
    if (folder !== undefined) {
      const resolved = runs.map(({ named }) => resolvedYaml(named));
      for (const { name, pieces } of [...resolvedFiles(runs, resolved), ...tableFiles(runs, formats)]) {
        await folder.write(name, pieces(), signal);
      }
      contentHash = folder.contentHash;
      const seconds = (Date.now() - began.getTime()) / 1000;
      const facts = {
        runs,
        resolved,
        seed,
        set,
        order: {
          kind: "run" as const,
          seed,
          extent,
          formats: [...formats],
          events: given.events,
          variants: given.variants,
        },
        workers,
        began,
        seconds,
        files: folder.files,
        contentHash,
      };
      await folder.finish(runRecord(facts), signal);
    }
    const inputs = runs.map(summaryInput);
    const facts = { version: packageVersion(), seed, out: out ?? null, content_hash: contentHash };
    const last = out === undefined ? messages.notWritten : messages.writtenTo(out);
    print(given.json ? summaryJson(inputs, facts) : summaryScreen(inputs, seed, [last]));
    exitUnlessMet(inputs);
  } catch (failure) {
    await folder?.discard();
    throw failure;
  }
}

function readExtent(given: RunArguments): Extent {
  const count = readReplications(given.replications);
  const relative = readPrecision(given.precision);
  if (relative === undefined) return { kind: "replications", count: count ?? DEFAULT_REPLICATIONS };
  if (count !== undefined) throw badInput(messages.precisionAndReplications);
  return { kind: "precision", relative };
}

function resolvedFiles(runs: readonly ScenarioRun[], resolved: readonly string[]): RunFile[] {
  return runs.map(({ named }, i) => ({
    name: resolvedName(named.scenario.name, runs.length),
    pieces: () => [resolved[i]],
  }));
}
