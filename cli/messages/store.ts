import { countText } from "../../sim/words/numbers.ts";
import { shellWord } from "./commands.ts";
import { countIs, countWas, list } from "./parts.ts";
import { systemReason } from "./system.ts";

export const notAStore = (folder: string): string =>
  `--store ${folder}: the folder exists and is not a store of linksim (no linksim-store.json), so it ` +
  "is left alone. Name another.";

export const noStore = (folder: string): string =>
  `${folder}: there is no store of simulated cells. A store is the folder that --store named.`;

export const storeOfAnotherForm = (folder: string, found: string, expected: number): string =>
  `--store ${folder}: found a store of format ${found}, expected format ${expected}: it was written by ` +
  "another version of linksim. Name another folder.";

export const cannotWriteStore = (folder: string, failure: unknown): string =>
  `The store ${folder} could not be written: ${systemReason(failure)}. What was kept before is whole; ` +
  "mend this and give the same command again to go on from there.";

export const damagedCells = (folder: string, count: number): string =>
  `${folder}: ${countWas(count, "cell")} damaged, as the digest showed; simulated again.`;

// Parts of the work, and what is put together of them

export const shardDone = (part: number, parts: number, cells: number, folder: string): string =>
  `Part ${part} of ${parts} is done: ${countIs(cells, "cell")} kept in ${folder}. When all parts are: ` +
  `linksim merge ${shellWord(folder)} --out DIR`;

export const storeWithoutTask = (folder: string): string =>
  `${folder}: the store does not say what its cells are parts of. Simulate at least one part of the ` +
  "work into it with --shard.";

export const storesOfSeveralTasks = (folders: readonly string[], count: number): string =>
  `${list(folders)}: they hold parts of ${countText(count, "different piece", "different pieces")} of ` +
  "work (another scenario, seed, design or number of replications), which make no whole. Merge only " +
  "parts of one.";
