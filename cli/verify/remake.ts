import { tmpdir } from "node:os";
import type { Executor } from "../../sim/experiment/executor.ts";
import { never } from "../../sim/never.ts";
import { resolvedYaml } from "../../sim/scenario/resolved.ts";
import type { FileSink } from "../results/file-sink.ts";
import { openKeeper } from "../results/result-keeper.ts";
import type { Progress } from "../terminal/progress.ts";
import { attributeAll, worldRuns } from "../work/attribute-all.ts";
import { attributeFiles } from "../work/attribute-files.ts";
import { calibrateWork } from "../work/calibrate-work.ts";
import { compareAll, runsOf } from "../work/compare-all.ts";
import { compareFiles } from "../work/compare-files.ts";
import { type EnsembleFacts, ensembleFacts } from "../work/ensemble-facts.ts";
import type { TaskEnsemble } from "../work/ensemble-task.ts";
import { comparedUnder, simulateEnsemble } from "../work/ensemble-work.ts";
import type { RecordedTask } from "../work/recorded-task.ts";
import type { ScenarioRun } from "../work/replicate-all.ts";
import { eventsOf, type RecordedScenario } from "../work/run-record.ts";
import { simulateRun, writeFiles, writeRuns, writeWorlds } from "../work/run-tables.ts";
import { sweepWork } from "../work/sweep-work.ts";
import { heldWidths } from "./held-widths.ts";
import { withoutPeople, withoutTwins } from "./not-simulated.ts";
import { remakeCalibration } from "./remake-calibrate.ts";
import { remakePlan } from "./remake-plan.ts";
import { remakeSensitivity } from "./remake-sensitivity.ts";
import { remakeSweep } from "./remake-sweep.ts";
import { remakeValidation } from "./remake-validate.ts";
import type { Sample } from "./sample.ts";
import { sampledExecutor } from "./sampled-executor.ts";
import { type ToldRows, toldRows } from "./told-rows.ts";

/** What came out when the files of a folder were made again. */
export interface Remade {
  readonly scenarios: readonly RecordedScenario[];
  /** Events of all replications; undefined where not all were simulated. */
  readonly events: number | undefined;
  /** What came out beside the files that is not as the folder says. */
  readonly differ: readonly string[];
  /** Tables of which some rows are as the folder has them; none where everything was simulated. */
  readonly told?: ReadonlySet<string> | undefined;
  /** What an ensemble says; undefined for none, and where its members were not simulated. */
  readonly notKnown?: EnsembleFacts | undefined;
}

/** What files are made again with. */
export interface RemakeOptions {
  readonly sample: Sample;
  readonly executor: Executor;
  readonly progress: Progress;
  readonly signal: AbortSignal;
}

/**
 * Makes the files of a results folder again as its order asks for them, by the same functions that made
 * them; what the sample passes over is taken as the folder has it.
 */
export async function remake(
  recorded: RecordedTask,
  sink: FileSink,
  options: RemakeOptions,
): Promise<Remade> {
  const { task, mains, results } = recorded;
  const { sample, progress, signal } = options;
  const { seed, formats } = task;
  const { set } = results.record;
  const detail = ("detail" in task ? task.detail : undefined) ?? "full";
  const kept = { sample, detail };
  const toldIn = (runs: readonly ScenarioRun[]): ToldRows | undefined =>
    sample.isWhole || detail === "full" ? undefined : toldRows(results, runs);
  switch (task.kind) {
    case "run": {
      const { executor, cellDigest } = await sampledExecutor(options.executor, results, kept);
      const all = task.variants ? mains.flatMap((main) => [main, ...main.variants]) : mains;
      // What a sample passed over has values alone, which no file of all numbers has.
      const keeper = sample.isWhole ? () => openKeeper(tmpdir()) : undefined;
      const how = { set, executor, progress, signal, openKeeper: keeper };
      const runs = await simulateRun(task, all, { ...how, sink });
      const { ensemble } = task;
      const notKnown = await remadeEnsemble(ensemble, recorded, options);
      const widths = ensemble === undefined ? undefined : (notKnown?.widths ?? (await heldWidths(results)));
      const rows = toldIn(runs);
      const { completed } = rows ?? {};
      const scenarios = await writeRuns(sink, runs, task, { signal, cellDigest, widths, completed });
      const events = sample.isWhole ? eventsOf(runs) : undefined;
      return { scenarios, events, differ: [], told: rows?.tables, notKnown };
    }
    case "compare": {
      const { executor, cellDigest } = await sampledExecutor(options.executor, results, kept);
      const { extent, variants } = task;
      const twins = sample.isWhole ? task.twins : "none";
      const simulated = await compareAll(mains, { seed, set, extent, twins, variants, executor, progress });
      const compared = sample.isWhole
        ? simulated
        : { ...simulated, others: simulated.others.map(withoutTwins) };
      const runs = runsOf(compared);
      const { ensemble } = task;
      const notKnown = await remadeEnsemble(ensemble, recorded, options);
      const widths = ensemble === undefined ? undefined : (notKnown?.widths ?? (await heldWidths(results)));
      const rows = toldIn(runs);
      const files = compareFiles(compared, formats, {
        ...{ detail: task.detail, completed: rows?.completed, cellDigest, widths },
        decision: ensemble?.before === undefined ? undefined : (notKnown?.decision?.ranges ?? []),
      });
      const scenarios = await writeFiles(sink, runs, files, signal);
      const events = sample.isWhole ? eventsOf(runs) : undefined;
      return { scenarios, events, differ: [], told: rows?.tables, notKnown };
    }
    case "attribute": {
      const { executor, cellDigest } = await sampledExecutor(options.executor, results, kept);
      const simulated = await attributeAll(task, mains, { set, executor, progress });
      const attributed = sample.isWhole ? simulated : withoutPeople(simulated);
      const runs = worldRuns(attributed);
      const rows = toldIn(runs);
      const files = attributeFiles(attributed, formats, {
        ...{ detail: task.detail, completed: rows?.completed, cellDigest },
      });
      const scenarios = await writeWorlds(sink, runs, files, signal);
      const events = sample.isWhole ? eventsOf(runs) : undefined;
      return { scenarios, events, differ: [], told: rows?.tables };
    }
    case "sweep": {
      const work = sweepWork(task, resolvedYaml(mains[0]));
      return remakeSweep({ task, work, named: mains[0] }, results, sink, options);
    }
    case "calibrate":
      return remakeCalibration(calibrateWork(task, mains[0]), results, sink, options);
    case "sensitivity":
      return remakeSensitivity(task, mains, results, sink, options);
    case "plan":
      return remakePlan(task, mains[0], sink, options);
    case "validate":
      return remakeValidation(task, recorded, sink, options);
    default:
      return never(task);
  }
}

/** Simulates the members of an ensemble again, if everything is; undefined otherwise. */
async function remadeEnsemble(
  ensemble: TaskEnsemble | undefined,
  { task: { seed, kind }, mains, results }: RecordedTask,
  { sample, executor, progress }: RemakeOptions,
): Promise<EnsembleFacts | undefined> {
  if (ensemble === undefined || !sample.isWhole) return undefined;
  const { set } = results.record;
  const how = { seed, set, executor, progress };
  if (kind === "compare") return comparedUnder(ensemble, mains, how);
  return ensembleFacts(ensemble, await simulateEnsemble(ensemble, mains, how), { seed, areCompared: false });
}
