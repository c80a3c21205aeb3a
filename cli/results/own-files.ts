import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { lstat, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";

/** Names the record of a results folder, which lists its other files and their digests. */
export const RECORD = "run.json";

/** Says what a folder holds: files that linksim wrote there and nobody changed since, and the rest. */
export interface Contents {
  readonly own: readonly string[];
  readonly foreign: readonly string[];
}

/**
 * Tells linksim's own files from everything else in a folder; undefined where there is no record of linksim,
 * "damaged" where the record is no JSON. Own is the record, and a regular file whose bytes have the digest
 * that the record lists: a name alone proves nothing.
 */
export async function contentsOf(folder: string): Promise<Contents | "damaged" | undefined> {
  const names = (await readdir(folder)).sort();
  const listed = await listedDigests(folder);
  if (listed === undefined || listed === "damaged") return listed;
  const own: string[] = [];
  const foreign: string[] = [];
  for (const name of names)
    if (await isOwn(join(folder, name), name === RECORD ? "any" : listed.get(name))) own.push(name);
    else foreign.push(name);
  return { own, foreign };
}

/** Reads which files the record lists, with their digests; undefined if it is none of linksim. */
async function listedDigests(folder: string): Promise<ReadonlyMap<string, string> | "damaged" | undefined> {
  const text = await readFile(join(folder, RECORD), "utf8").catch(() => undefined);
  if (text === undefined) return undefined;
  let record: unknown;
  try {
    record = JSON.parse(text);
  } catch {
    return "damaged";
  }
  const { program, content_hash, files } = (record ?? {}) as Readonly<Record<string, unknown>>;
  if (program !== "linksim" || typeof content_hash !== "string" || !Array.isArray(files)) return undefined;
  return new Map(
    files.map((file: { name?: unknown; sha256?: unknown } | null) => [
      String(file?.name),
      String(file?.sha256),
    ]),
  );
}

async function isOwn(path: string, digest: string | undefined): Promise<boolean> {
  if (digest === undefined || !(await lstat(path)).isFile()) return false;
  return digest === "any" || digest === (await digestOf(path));
}

async function digestOf(path: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(path), hash);
  return hash.digest("hex");
}
