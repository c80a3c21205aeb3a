import { randomInt } from "node:crypto";
import * as messages from "../messages/index.ts";
import { openResults } from "../results/open-results.ts";
import { modelVersion } from "../store/model-version.ts";
import { CommandError, EXIT, failed } from "../terminal/exit-codes.ts";
import { print, say } from "../terminal/print.ts";
import { readRecordedTask } from "../work/recorded-task.ts";
import { rowCheck } from "./remade-rows.ts";
import { type ListedPart, listedParts, otherCells, repeatParts } from "./replay-parts.ts";

/** Says how a results folder is checked. */
export interface VerifyOptions {
  /** How many parts are simulated again: replications of a run, points of a sweep. */
  readonly sample: number;
  readonly json: boolean;
}

/**
 * Checks the hash of every file of a results folder, simulates a random sample of its cells again, to the
 * last bit, and compares the tables with them. Exit code 3 if anything differs.
 */
export async function verifyResults(folder: string, { sample: wanted, json }: VerifyOptions): Promise<void> {
  const damaged = openResults(folder).damagedFiles();
  if (damaged.length > 0)
    throw new CommandError(damaged.map((file) => messages.damagedResult(file)).join("\n"), EXIT.notMet);
  const recorded = readRecordedTask(folder);
  const { record } = recorded.results;
  const parts = await listedParts(recorded);
  if (parts.length === 0) throw failed(messages.noCells(folder));
  const sample = drawn(parts, wanted);
  const model = modelVersion();
  if (record.model !== model) say(messages.otherModel(String(record.model), model));
  const rows = await rowCheck(recorded);
  const differ: string[] = [];
  for await (const replayed of repeatParts(recorded, sample)) {
    differ.push(...otherCells(replayed).map(messages.cellDiffers));
    differ.push(...rows.check(replayed));
  }
  differ.push(...rows.end());
  const facts = {
    results: folder,
    files: record.files.length,
    cells: parts.flat().length,
    simulated_again: sample.flat().length,
    differ,
    model: record.model,
    model_here: model,
  };
  // Readers of the JSON may know the number by its earlier name.
  const shown = { ...facts, played_again: facts.simulated_again };
  if (json) print(`${JSON.stringify(shown, null, 1)}\n`);
  else if (differ.length === 0) print(`${messages.verified(facts)}\n`);
  if (differ.length > 0) throw new CommandError(differ.join("\n"), EXIT.notMet);
}

/**
 * Draws some parts without repeats, each time others: whoever doctored a folder cannot know which. In the
 * order of the folder.
 */
function drawn(parts: readonly ListedPart[], wanted: number): readonly ListedPart[] {
  const left = parts.map((_, i) => i);
  const chosen = new Set<number>();
  while (chosen.size < Math.min(wanted, parts.length)) {
    const at = randomInt(left.length);
    chosen.add(left[at]);
    left[at] = left[left.length - 1];
    left.pop();
  }
  return parts.filter((_, i) => chosen.has(i));
}
