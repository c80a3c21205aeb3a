import { randomInt } from "node:crypto";
import { CommandError, EXIT, failed } from "../exit-codes.ts";
import * as messages from "../messages.ts";
import { readCount, single, type TextOption } from "../options.ts";
import { readRecordedOrder } from "../orders/recorded-order.ts";
import { type ListedCell, listedCells, replayCells } from "../orders/replay-cells.ts";
import { modelVersion } from "../store/model-version.ts";
import { print, say } from "../terminal/print.ts";

/** What the command line hands over to `verify`. */
export interface VerifyArguments {
  readonly results: string;
  readonly sample: TextOption;
  readonly json: boolean;
}

const DEFAULT_SAMPLE = 5;

/** Checks the hash of every file of a results folder and plays a random sample of its cells again, to the last bit. Exit code 3 if anything differs. */
export async function verify(given: VerifyArguments): Promise<void> {
  const recorded = readRecordedOrder(given.results);
  const { record } = recorded.results;
  const damaged = recorded.results.damagedFiles();
  if (damaged.length > 0)
    throw new CommandError(damaged.map((file) => messages.damagedResult(file)).join("\n"), EXIT.notMet);
  const cells = await listedCells(recorded);
  const wanted =
    single("sample", given.sample) === "all"
      ? cells.length
      : (readCount("sample", given.sample, 1_000_000) ?? DEFAULT_SAMPLE);
  const sample = drawn(cells, wanted);
  const model = modelVersion();
  if (record.model !== model) say(messages.otherModel(String(record.model), model));
  const others = await replayCells(recorded, sample);
  const facts = {
    results: given.results,
    files: record.files.length,
    cells: cells.length,
    played_again: sample.length,
    differ: others.map(messages.cellText),
    model: record.model,
    model_here: model,
  };
  if (given.json) print(`${JSON.stringify(facts, null, 1)}\n`);
  else if (others.length === 0) print(`${messages.verified(facts)}\n`);
  if (others.length > 0) throw new CommandError(messages.cellsDiffer(others), EXIT.notMet);
  if (cells.length === 0) throw failed(messages.noCells(given.results));
}

/** Draws some cells without repeats, each time others: whoever doctored a folder cannot know which. In the order of the folder. */
function drawn(cells: readonly ListedCell[], wanted: number): readonly ListedCell[] {
  const left = cells.map((_, i) => i);
  const chosen = new Set<number>();
  while (chosen.size < Math.min(wanted, cells.length)) {
    const at = randomInt(left.length);
    chosen.add(left[at]);
    left[at] = left[left.length - 1];
    left.pop();
  }
  return cells.filter((_, i) => chosen.has(i));
}
