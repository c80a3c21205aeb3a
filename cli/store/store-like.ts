import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { CELLS, MARK, ORDERS, PLANS, UNFINISHED } from "./layout.ts";

const FOLDERS: readonly string[] = [CELLS, PLANS, ORDERS, UNFINISHED];

/**
 * Says whether a folder holds what a store holds, and nothing else on its first two levels: then it is one
 * whose mark was lost. A mark that is there, though damaged, needs no cells beside it.
 */
export async function isStoreLike(folder: string): Promise<boolean> {
  const entries = await readdir(folder, { withFileTypes: true });
  const hasMark = entries.some(({ name }) => name === MARK);
  const isOurs = entries.every((entry) =>
    entry.name === MARK ? entry.isFile() : entry.isDirectory() && FOLDERS.includes(entry.name),
  );
  if (!isOurs) return false;
  const prefixes = await readdir(join(folder, CELLS)).catch(() => []);
  return prefixes.every((name) => /^[0-9a-f]{2}$/.test(name)) && (hasMark || prefixes.length > 0);
}
