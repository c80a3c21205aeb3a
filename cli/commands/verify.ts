import { randomInt } from "node:crypto";
import { CommandError, EXIT, failed } from "../exit-codes.ts";
import * as messages from "../messages.ts";
import { readCount, single, type TextOption } from "../options.ts";
import { openResults } from "../results/open-results.ts";
import { modelVersion } from "../store/model-version.ts";
import { print, say } from "../terminal/print.ts";
import { rowCheck } from "../verify/remade-rows.ts";
import { type ListedPart, listedParts, otherCells, repeatParts } from "../verify/replay-parts.ts";
import { readRecordedTask } from "../work/recorded-task.ts";

/** What the command line hands over to `verify`. */
export interface VerifyArguments {
  readonly results: string;
  readonly sample: TextOption;
  readonly json: boolean;
}

const DEFAULT_SAMPLE = 5;

/** Checks the hash of every file of a results folder, simulates a random sample of its cells again, to the last bit, and compares the tables with them. Exit code 3 if anything differs. */
export async function verify(given: VerifyArguments): Promise<void> {
  const damaged = openResults(given.results).damagedFiles();
  if (damaged.length > 0)
    throw new CommandError(damaged.map((file) => messages.damagedResult(file)).join("\n"), EXIT.notMet);
  const recorded = readRecordedTask(given.results);
  const { record } = recorded.results;
  const parts = await listedParts(recorded);
  if (parts.length === 0) throw failed(messages.noCells(given.results));
  const wanted =
    single("sample", given.sample) === "all"
      ? parts.length
      : (readCount("sample", given.sample, 1_000_000) ?? DEFAULT_SAMPLE);
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
    results: given.results,
    files: record.files.length,
    cells: parts.flat().length,
    played_again: sample.flat().length,
    differ,
    model: record.model,
    model_here: model,
  };
  if (given.json) print(`${JSON.stringify(facts, null, 1)}\n`);
  else if (differ.length === 0) print(`${messages.verified(facts)}\n`);
  if (differ.length > 0) throw new CommandError(differ.join("\n"), EXIT.notMet);
}

/** Draws some parts without repeats, each time others: whoever doctored a folder cannot know which. In the order of the folder. */
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
