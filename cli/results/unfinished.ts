import { lstatSync, readdirSync, rmdirSync, unlinkSync } from "node:fs";
import { join } from "node:path";
import { FORMATS } from "./formats.ts";

const ENDINGS = [...FORMATS, "yaml"].map((format) => `.${format}`);

/**
 * Removes a results folder that was not finished: regular files with the names of results, and the folder
 * if that leaves it empty. Never fails: it may be called as the program ends.
 */
export function removeUnfinished(folder: string): void {
  try {
    if (!lstatSync(folder).isDirectory()) return;
    for (const entry of readdirSync(folder, { withFileTypes: true }))
      if (entry.isFile() && ENDINGS.some((ending) => entry.name.endsWith(ending)))
        unlinkSync(join(folder, entry.name));
    rmdirSync(folder);
  } catch {
    // It stays, under a name that says that it is unfinished.
  }
}
