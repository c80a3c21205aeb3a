import type { z } from "zod";
import { didYouMean } from "../nearest-name.ts";
import { organisationSchema, postSchema, practiceSchema, templateSchema } from "../schema.ts";
import type { ProblemList } from "./problem-list.ts";
import type { ReachableFiles } from "./reachable-files.ts";
import { readCsv } from "./read-csv.ts";
import { type Entry, type Mapping, type Place, partAt, rendering, type Tree } from "./tree.ts";

const MOST_CSV_BYTES = 100_000_000;

/** Says which CSV of `data` fills which list, and what a row of it must be. */
const DATA: Readonly<
  Record<string, { readonly list: readonly [string] | readonly [string, string]; readonly row: z.ZodObject }>
> = {
  practices: { list: ["practices"], row: practiceSchema },
  organisations: { list: ["organisations", "members"], row: organisationSchema },
  organisation_template: { list: ["organisations", "template"], row: templateSchema },
  link_workers: { list: ["link_workers", "posts"], row: postSchema },
};

/** Puts the rows of the CSVs that a file names under `data` in their lists, and takes `data` away. */
export function fillFromCsv(
  layer: Mapping,
  file: string,
  files: ReachableFiles,
  problems: ProblemList,
): Mapping {
  const entries = new Map(layer.entries);
  const filled: Mapping = { ...layer, entries };
  const named = entries.get("data")?.tree;
  entries.delete("data");
  if (named === undefined) return filled;
  if (named.kind !== "map") {
    problems.add(named.place, "data", { found: rendering(named), expected: "a map of CSV files" });
    return filled;
  }
  for (const [key, entry] of named.entries) {
    const path = `data.${key}`;
    if (!Object.hasOwn(DATA, key)) {
      problems.add(entry.key, path, {
        found: `the unknown key ${JSON.stringify(key)}`,
        expected: `one of ${Object.keys(DATA).join(", ")}`,
        hint: didYouMean(key, Object.keys(DATA)),
      });
      continue;
    }
    const { list, row } = DATA[key];
    if (partAt(layer, list) !== undefined) {
      problems.add(entry.key, path, {
        found: `both ${path} and ${list.join(".")}`,
        expected: "one of the two",
        hint: "Remove one of them from this file.",
      });
      continue;
    }
    const target = files.resolve(entry.tree, file, path);
    if (target === null) continue;
    const asker = { place: entry.tree.place, path };
    const text = files.text(target, asker, MOST_CSV_BYTES, "a CSV file, named from the folder of this file");
    if (text !== null) put(entries, list, entry.key, readCsv(target, text, row, list.join("."), problems));
  }
  return filled;
}

function put(entries: Map<string, Entry>, path: readonly string[], key: Place, tree: Tree): void {
  const [first, second] = path;
  if (second === undefined) {
    entries.set(first, { key, tree });
    return;
  }
  const parent = entries.get(first);
  if (parent !== undefined && parent.tree.kind !== "map") return;
  const inner = new Map(parent?.tree.kind === "map" ? parent.tree.entries : []);
  inner.set(second, { key, tree });
  const place = parent?.tree.place ?? key;
  entries.set(first, { key: parent?.key ?? key, tree: { kind: "map", place, entries: inner } });
}
