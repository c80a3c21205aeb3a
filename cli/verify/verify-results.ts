import type { Executor } from "../../sim/experiment/executor.ts";
import { BEFORE_AFTER } from "../../sim/tables/before-after.ts";
import { DICTIONARY } from "../../sim/tables/dictionary.ts";
import { EVENTS } from "../../sim/tables/events.ts";
import { messages } from "../messages/index.ts";
import { openResults } from "../results/open-results.ts";
import { modelVersion } from "../store/model-version.ts";
import { CommandError, EXIT } from "../terminal/exit-codes.ts";
import { print, say } from "../terminal/print.ts";
import { openProgress } from "../terminal/progress.ts";
import { type RecordedTask, readRecordedTask } from "../work/recorded-task.ts";
import type { Task } from "../work/task.ts";
import { askedParts } from "./asked-cells.ts";
import { ComparedFolder } from "./compared-folder.ts";
import { cellsDiffer } from "./listed-cells.ts";
import { modelProvenance, setProvenance } from "./provenance.ts";
import { recordDifferences, toldOnly } from "./record-differences.ts";
import { type Remade, remake } from "./remake.ts";
import { drawSample, type Sample } from "./sample.ts";

/** Says how a results folder is checked. */
export interface VerifyOptions {
  /** How many parts are simulated again: replications of a run, points of a sweep. */
  readonly sample: number;
  /** Opens what simulates, once the folder has passed what can be checked without. */
  readonly openExecutor: () => Executor;
  readonly quiet: boolean;
  readonly json: boolean;
  readonly signal: AbortSignal;
}

/**
 * Checks the hash of every file of a results folder, then makes its files again from the order that run.json
 * gives and compares them to the byte: all of them, or what follows from a random sample of its cells and
 * from the values that it lists of the others. Says what was not checked. Exit code 3 if anything differs.
 */
export async function verifyResults(folder: string, options: VerifyOptions): Promise<void> {
  const opened = openResults(folder);
  refuseDiffering([
    ...opened.damagedFiles().map((file) => messages.damagedResult(file)),
    ...opened.extraFiles().map((file) => messages.extraResult(file)),
  ]);
  const recorded = readRecordedTask(folder);
  const { results } = recorded;
  const parts = await askedParts(recorded);
  refuseDiffering(await cellsDiffer(results, parts.flat()));
  if (parts.length === 0) refuseDiffering([messages.noCells(folder)]);
  const sample = drawSample(parts, options.sample);
  const model = modelVersion();
  if (results.record.model !== model) say(messages.otherModel(String(results.record.model), model));
  const { differ, notVerified } = await checked(recorded, sample, options);
  const facts = {
    results: folder,
    files: results.record.files.length,
    cells: parts.flat().length,
    simulated_again: sample.cells,
    differ,
    not_verified: notVerified,
    model: results.record.model,
    model_here: model,
  };
  // Readers of the JSON may know the number by its earlier name.
  const shown = { ...facts, played_again: facts.simulated_again };
  if (options.json) print(`${JSON.stringify(shown, null, 1)}\n`);
  else if (differ.length === 0) print(`${messages.verified(facts)}\n`);
  refuseDiffering(differ);
}

interface Checked {
  readonly differ: readonly string[];
  readonly notVerified: readonly string[];
}

/** Makes the files again and says what differs, and what could not be compared. */
async function checked(
  recorded: RecordedTask,
  sample: Sample,
  { openExecutor, quiet, signal }: VerifyOptions,
): Promise<Checked> {
  const { results, task } = recorded;
  const { record } = results;
  const sink = new ComparedFolder(results, (table) => !sample.isWhole && needsEverything(table, task));
  const executor = openExecutor();
  let remade: Remade;
  try {
    const progress = await openProgress(quiet, hasPoints(task) ? "points" : "replications");
    remade = await remake(recorded, sink, { sample, executor, progress, signal });
  } finally {
    await executor.close();
  }
  const told = [...(remade.told ?? [])].flatMap((table) =>
    task.formats.map((format) => `${table}.${format}`),
  );
  const provenances = [setProvenance(record, recorded), modelProvenance(record)];
  return {
    differ: [
      ...sink.differences(),
      ...remade.differ,
      ...recordDifferences(record, task, remade),
      ...provenances.flatMap(({ differ }) => differ),
    ],
    notVerified: [
      ...(sample.isWhole ? [] : [messages.sampleCovers(hasPoints(task), sink.notMade)]),
      ...(told.length === 0 ? [] : [messages.rowsTold(told)]),
      ...(sample.isWhole || !hasEnsemble(task) ? [] : [messages.membersNotVerified]),
      ...provenances.flatMap(({ notVerified }) => notVerified),
      messages.toldOnly(toldOnly(record)),
    ],
  };
}

const hasPoints = ({ kind }: Task): boolean =>
  kind === "sweep" || kind === "calibrate" || kind === "sensitivity" || kind === "plan";

const hasEnsemble = (task: Task): boolean => "ensemble" in task && task.ensemble !== undefined;

/** Says whether a table follows from all replications alone: those of which nothing else is kept. */
const needsEverything = (table: string, { kind }: Task): boolean =>
  table === EVENTS.name || table === BEFORE_AFTER.name || (kind === "sweep" && table === DICTIONARY.name);

function refuseDiffering(differ: readonly string[]): void {
  if (differ.length > 0) throw new CommandError(differ.join("\n"), EXIT.notMet);
}
