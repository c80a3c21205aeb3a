import { readdir, readFile, rmdir, unlink } from "node:fs/promises";
import { join } from "node:path";
import { hasEnded, PROCESS_MARK } from "../disk/process-mark.ts";
import { decodeCell } from "./cell.ts";
import { sha256 } from "./digests.ts";
import { CELLS, MARK, MARK_TEXT, ORDERS, PLANS, UNFINISHED } from "./layout.ts";

/**
 * Removes from a store what linksim wrote there and nobody changed since, and each folder that this leaves
 * empty; the mark goes last. `written` holds what this process wrote besides cells and plans, by name.
 * Returns the names of what stays.
 */
export async function forgetStore(
  folder: string,
  written: ReadonlyMap<string, string | Buffer>,
): Promise<readonly string[]> {
  const isOwn = async (name: string): Promise<boolean> => {
    const [part, ...rest] = name.split("/");
    const last = rest.at(-1) ?? "";
    if (part === UNFINISHED) {
      const mark = last.slice(0, last.lastIndexOf("-"));
      return mark === PROCESS_MARK || hasEnded(mark);
    }
    const bytes = await readFile(join(folder, name));
    if (part === CELLS) return decodeCell(last.replace(/\.cell$/, ""), bytes) !== undefined;
    if (part === PLANS) return `${sha256(bytes.toString("utf8"))}.json` === last;
    const ours = written.get(name);
    return part === ORDERS && ours !== undefined && bytes.equals(Buffer.from(ours));
  };
  const stays: string[] = [];
  const clear = async (part: string): Promise<void> => {
    for (const entry of await readdir(join(folder, part), { withFileTypes: true })) {
      const name = part === "" ? entry.name : `${part}/${entry.name}`;
      if (name === MARK) continue;
      if (entry.isDirectory()) await clear(name);
      else if (entry.isFile() && (await isOwn(name).catch(() => false)))
        await gone(unlink(join(folder, name)));
      // Another process is writing it.
      else if (part !== UNFINISHED) stays.push(name);
    }
    if (part !== "") await gone(rmdir(join(folder, part)));
  };
  await clear("");
  const mark = join(folder, MARK);
  const isAlone = (await readdir(folder)).every((name) => name === MARK);
  if (isAlone && (await readFile(mark, "utf8").catch(() => "")) === MARK_TEXT) await gone(unlink(mark));
  await gone(rmdir(folder));
  return stays;
}

/** Lets a removal fail: what is not empty, or not to be removed, stays. */
async function gone(removal: Promise<void>): Promise<void> {
  await removal.catch(() => {});
}
