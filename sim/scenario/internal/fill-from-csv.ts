import type { z } from "zod";
import { organisationSchema, templateSchema } from "../blocks/organisations.ts";
import { practiceSchema } from "../blocks/practices.ts";
import { didYouMean } from "../nearest-name.ts";
import { postSchema } from "./action-parts.ts";
import type { ProblemList } from "./problem-list.ts";
import type { ReachableFiles } from "./reachable-files.ts";
import { readCsv } from "./read-csv.ts";
import { type Entry, type List, type Mapping, type Place, partAt, rendering, type Tree } from "./tree.ts";

const MAX_CSV_BYTES = 100_000_000;

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
    const name = list.join(".");
    const before = problems.size;
    const target = files.resolve(entry.tree, file, path);
    const asker = { place: entry.tree.place, path };
    const expected = "a CSV file, named from the folder of this file";
    const text = target === null ? null : files.text(target, asker, MAX_CSV_BYTES, expected);
    if (target !== null && text !== null) {
      const rows = readCsv(target, text, row, name, problems);
      if (rows.members.length === 0 && problems.size === before) refuseEmpty(rows, name, problems);
      put(entries, list, entry.key, rows);
    }
    if (problems.size > before) problems.noteIncomplete(name);
  }
  return filled;
}

/**
 * Refuses a table with a header alone: a list that is left out has a meaning of its own, such as a post for
 * each practice.
 */
function refuseEmpty({ place }: List, name: string, problems: ProblemList): void {
  problems.add(place, name, {
    found: "a header and no row",
    expected: "at least one row",
    hint: `Add one, or take the table out of \`data\` for what ${name} is by default.`,
  });
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
