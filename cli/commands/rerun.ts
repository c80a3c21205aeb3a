import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CommandError, EXIT } from "../exit-codes.ts";
import * as messages from "../messages.ts";
import type { TextOption } from "../options.ts";
import { readRecord } from "../results/results-record.ts";
import { say } from "../terminal/print.ts";
import { perform } from "../work/perform.ts";
import { readPlace } from "../work/read-place.ts";
import { readRecordedTask } from "../work/recorded-task.ts";

/** What the command line hands over to `rerun`. */
export interface RerunArguments {
  readonly results: string;
  readonly out: TextOption;
  readonly workers: TextOption;
  readonly quiet: boolean;
  readonly json: boolean;
}

/** Does again what a results folder holds, from the folder alone, and says whether the same bytes came out; without `--out` what comes out is compared and removed. */
export async function rerun(given: RerunArguments): Promise<void> {
  const { results, task, mains } = readRecordedTask(given.results);
  const damaged = results.damagedFiles();
  const temporary = given.out === undefined ? mkdtempSync(join(tmpdir(), "linksim-rerun-")) : undefined;
  const out = temporary === undefined ? given.out : join(temporary, "results");
  try {
    const keepsCells = task.kind !== "run" || !task.events;
    const place = readPlace({ ...given, out, store: undefined, shard: undefined }, { keepsCells });
    await perform(task, mains, [], { ...place, shows: temporary === undefined });
    // Whether standards are met was said when it was first done; here it is the bytes that count.
    process.exitCode = EXIT.done;
    const again = readRecord(String(out));
    const before = new Map(results.record.files.map(({ name, sha256 }) => [name, sha256]));
    const now = new Map(again.files.map(({ name, sha256 }) => [name, sha256]));
    const others = [...new Set([...before.keys(), ...now.keys()])]
      .filter((name) => before.get(name) !== now.get(name))
      .sort();
    const complaints = [
      ...damaged.map((file) => messages.damagedResult(file)),
      ...(others.length > 0 ? [messages.otherBytes(given.results, others)] : []),
    ];
    if (complaints.length > 0) throw new CommandError(complaints.join("\n"), EXIT.notMet);
    say(messages.sameBytes(given.results, again.files.length, again.content_hash));
  } finally {
    if (temporary !== undefined) rmSync(temporary, { recursive: true, force: true });
  }
}
