import { someText } from "../../sim/words/lists.ts";
import { countText } from "../../sim/words/numbers.ts";
import { shellWord } from "./commands.ts";
import { countIs, countWas, list } from "./parts.ts";
import { systemReason } from "./system.ts";

const MAX_NAMED = 5;

export const notAStore = (folder: string): string =>
  `--store ${folder}: the folder exists and is not a store of linksim (no linksim-store.json), so it ` +
  "is left alone. Name another.";

export const damagedStore = (folder: string): string =>
  `--store ${folder}: its linksim-store.json is damaged, and the folder holds what no store of linksim ` +
  "holds, so it is left alone. Name another.";

export const storeReplaced = (folder: string): string =>
  `The store ${folder} was removed while it was in use, and something else is in its place, which is left ` +
  "alone. Give the same command again with another --store.";

export const markMended = (folder: string): string =>
  `${folder}: its linksim-store.json was damaged or missing, and was written again; every cell whose digest ` +
  "is right is used.";

export const storeMadeAgain = (folder: string): string =>
  `${folder} was removed while it was in use; it was made again, for what was simulated after that.`;

export const storeStays = (folder: string, names: readonly string[]): string =>
  `${folder} is not needed any more, but it holds ${someText(names, MAX_NAMED)}, which linksim did not write ` +
  "or which changed since, and so it stays.";

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

export const damagedCellsFound = (folder: string, count: number): string =>
  `${folder}: ${countIs(count, "cell")} damaged, as the digest shows, and to be simulated again.`;

// Parts of the work, and what is put together of them

export const shardDone = (part: number, parts: number, cells: number, folder: string): string =>
  `Part ${part} of ${parts} is done: ${countIs(cells, "cell")} kept in ${folder}. When all parts are: ` +
  `linksim merge ${shellWord(folder)} --out DIR`;

export const storeWithoutTask = (folder: string): string =>
  `${folder}: the store does not say what its cells are parts of. Simulate at least one part of the ` +
  "work into it with --shard.";

export const unreadableTask = (path: string, field: string, why: string): string =>
  `${path} is no piece of work that this version knows: ${field === "" ? "" : `${field}: `}${why}.`;

export const keptCellDiffers = (folder: string, key: string): string =>
  `${folder}: the cell ${key} was simulated again and gives other numbers than it holds. Nothing was ` +
  "written; do not trust this store.";

export const storesOfSeveralTasks = (folders: readonly string[], count: number): string =>
  `${list(folders)}: they hold parts of ${countText(count, "different piece", "different pieces")} of ` +
  "work (another scenario, seed, design or number of replications), which make no whole. Merge only " +
  "parts of one.";
