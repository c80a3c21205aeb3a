import { rmSync } from "node:fs";
import { join } from "node:path";
import { makeTemporaryFolder } from "../disk/temporary-folder.ts";
import { messages } from "../messages/index.ts";
import { type ResultsRecord, readRecord } from "../results/results-record.ts";
import { CommandError, EXIT } from "../terminal/exit-codes.ts";
import { say } from "../terminal/print.ts";
import { perform } from "./perform.ts";
import { type Place, storeBeside } from "./place.ts";
import { readRecordedTask } from "./recorded-task.ts";

/**
 * Does again what a results folder holds, from the folder alone, and says whether the same bytes came out;
 * where the place names no folder, what comes out is compared and removed.
 */
export async function rerunResults(folder: string, place: Place): Promise<void> {
  const { results, task, mains } = readRecordedTask(folder);
  const damaged = results.damagedFiles();
  const temporary = place.out === undefined ? makeTemporaryFolder("rerun") : undefined;
  const out = place.out ?? join(temporary ?? "", "results");
  try {
    const keepsCells = task.kind !== "run" || !task.events;
    const store = keepsCells ? storeBeside(out) : undefined;
    await perform(task, mains, [], { ...place, out, store, shows: temporary === undefined });
    // Whether standards are met was said when it was first done; here it is the bytes that count.
    process.exitCode = EXIT.done;
    const again = readRecord(out);
    const others = otherFiles(results.record, again);
    const complaints = [
      ...damaged.map((file) => messages.damagedResult(file)),
      ...(others.length > 0 ? [messages.otherBytes(folder, others)] : []),
    ];
    if (complaints.length > 0) throw new CommandError(complaints.join("\n"), EXIT.notMet);
    say(messages.sameBytes(folder, again.files.length, again.content_hash));
  } finally {
    if (temporary !== undefined) rmSync(temporary, { recursive: true, force: true });
  }
}

/** Names the files whose bytes differ, or that only one of two folders holds. */
function otherFiles(first: ResultsRecord, second: ResultsRecord): readonly string[] {
  const [before, now] = [first, second].map(
    ({ files }) => new Map(files.map(({ name, sha256 }) => [name, sha256])),
  );
  return [...new Set([...before.keys(), ...now.keys()])]
    .filter((name) => before.get(name) !== now.get(name))
    .sort();
}
