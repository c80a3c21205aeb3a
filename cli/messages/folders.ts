import { someText } from "../../sim/words/lists.ts";
import { countText } from "../../sim/words/numbers.ts";
import { cannotWrite } from "./system.ts";

const MAX_NAMED = 5;

export const notALinksimFolder = (out: string): string =>
  `--out ${out}: the folder exists and is not a linksim results folder (no run.json of linksim), so it ` +
  "is left alone. Name another.";

export const foreignFiles = (out: string, names: readonly string[]): string =>
  `--out ${out}: besides results, the folder holds ${someText(names, MAX_NAMED)}, which linksim did ` +
  "not write or which changed since. Nothing was touched. Move them, or name another folder.";

export const outIsAFile = (out: string): string =>
  `--out ${out}: there is a file of that name. Name a folder.`;

export const outIsHere = (out: string): string =>
  `${out}: that is the folder that you are in, or holds it, and results replace a folder as a whole. Name ` +
  "another, such as --out results.";

export const foldersOverlap = (out: string, other: string): string =>
  `${out} and ${other} are one folder, or one lies in the other, and results replace a folder as a whole. ` +
  "Name two that lie apart.";

export const noFileThere = (path: string): string =>
  `${path}: expected a file, found a folder or a device of that name. Name another.`;

export const foreignFile = (path: string): string =>
  `${path}: there is a file of that name that linksim did not write, or that was changed since. Nothing ` +
  "was touched. Move it away, or name another.";

export const outToNowhere = (out: string, target: string): string =>
  `--out ${linkToNowhere(out, target)}. Make that folder, or name another.`;

export const damagedOut = (out: string): string =>
  `--out ${out}: its run.json is damaged: it is no JSON, so nobody can tell which files linksim wrote. ` +
  "Nothing was touched. Move the folder away, or name another.";

export const linkToNowhere = (path: string, target: string): string =>
  `${path} is a link to ${target}, which does not exist`;

export const takesNoFolders = (folder: string): string => `no folder can be made in ${folder}`;

export const cannotWriteResults = (path: string, failure: unknown): string =>
  `${cannotWrite(path, failure)} No results folder was left behind.`;

export const oldResultsStay = (out: string, old: string): string =>
  `The new results in ${out} are whole; some files of the earlier ones could not be removed and are in ` +
  `${old}.`;

export const writtenTo = (out: string): string =>
  `Files are in ${out}; what each column means is in its dictionary.`;

export const moreOnScreen = (out: string | undefined): string =>
  out === undefined
    ? "--full shows every number; --out DIR keeps the tables, --report makes a page of them."
    : `--full shows every number; the tables are in ${out}.`;

export const notWritten = "No files were written. Add --out DIR to keep the tables.";

export const twinsAreOf = (replications: number, all: number): string =>
  replications >= all
    ? "The table twins names everybody whose fate differs."
    : `The table twins names the people of the first ${
        replications === 1 ? "replication" : countText(replications, "replication")
      } whose fate differs (--twins N); gained_lost counts all ${all}.`;
