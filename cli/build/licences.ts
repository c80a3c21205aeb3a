import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Metafile } from "esbuild";

const PACKAGE_OF_INPUT = /^.*\bnode_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/;
const NOTICE = /^(?:licen[cs]e|notice|copying)/i;

/** Gives the licences and notices of the packages that went into a bundle. */
export function licencesOf({ inputs }: Metafile, root: string): string {
  const packages = Object.keys(inputs).flatMap((input) => PACKAGE_OF_INPUT.exec(input)?.[0] ?? []);
  return licences([...new Set(packages)].sort().map((folder) => join(root, folder)));
}

/** Gives the licences and notices of packages, each text once with the packages that it is of. */
function licences(folders: readonly string[]): string {
  const holders = new Map<string, string[]>();
  for (const folder of folders) {
    const text = noticesOf(folder);
    const name = folder.slice(folder.lastIndexOf("node_modules/") + "node_modules/".length);
    holders.set(text, [...(holders.get(text) ?? []), name]);
  }
  const parts = [...holders].map(([text, names]) => `${names.join(", ")}\n\n${text}\n`);
  return parts.join(`\n${"-".repeat(80)}\n\n`);
}

function noticesOf(folder: string): string {
  const all = readdirSync(folder);
  const notices = all.filter((file) => NOTICE.test(file));
  // Some packages have their licence at the end of the README only.
  const files = notices.length > 0 ? notices : all.filter((file) => /^readme/i.test(file));
  if (files.length === 0) throw new Error(`${folder} has no licence`);
  return files
    .sort()
    .map((file) => readFileSync(join(folder, file), "utf8").trim())
    .join("\n\n");
}
