import type { z } from "zod";
import { organisationSchema, postSchema, practiceSchema, templateSchema } from "../schema.ts";
import type { ScenarioSources } from "../sources.ts";
import { decodeText } from "./decode-text.ts";
import { mergeTrees } from "./merge-trees.ts";
import { didYouMean } from "./nearest-name.ts";
import { folderOf, isAbsolute, isWithin, join } from "./paths.ts";
import type { ProblemList } from "./problem-list.ts";
import { readCsv } from "./read-csv.ts";
import { readYaml } from "./read-yaml.ts";
import { type Entry, type Mapping, type Place, partAt, rendering, type Tree } from "./tree.ts";

const MOST_YAML_BYTES = 5_000_000;
const MOST_CSV_BYTES = 100_000_000;
const LONGEST_CHAIN = 20;

/** Says which CSV fills which list. */
const DATA: Readonly<
  Record<
    string,
    { readonly path: readonly [string] | readonly [string, string]; readonly member: z.ZodObject }
  >
> = {
  practices: { path: ["practices"], member: practiceSchema },
  organisations: { path: ["organisations", "members"], member: organisationSchema },
  organisation_template: { path: ["organisations", "template"], member: templateSchema },
  link_workers: { path: ["link_workers", "posts"], member: postSchema },
};

/** Holds one text that took part in a scenario. */
export interface ScenarioFile {
  readonly path: string;
  readonly text: string;
}

/** Reads a scenario, what it extends and the CSVs these name, and lays them over the defaults. */
export class FileCollector {
  readonly files: ScenarioFile[] = [];
  readonly #sources: ScenarioSources;
  readonly #problems: ProblemList;
  #roots: readonly string[] = [];

  constructor(sources: ScenarioSources, problems: ProblemList) {
    this.#sources = sources;
    this.#problems = problems;
  }

  /** Gives the merged tree, or null if a file could not be read at all. */
  collect(entryPath: string): Mapping | null {
    const entry = this.#find(entryPath);
    if (entry === null) {
      this.#problems.mention(entryPath);
      this.#problems.add({ file: entryPath }, "", {
        found: "no such file",
        expected: "a scenario file, or a folder that holds scenario.yaml",
      });
      return null;
    }
    const { roots, library } = this.#sources;
    const own = folderOf(this.#absolute(entry));
    const isInLibrary = library !== undefined && isWithin(this.#absolute(library), own);
    this.#roots = [
      own,
      ...roots.map((root) => this.#absolute(root)),
      ...(isInLibrary ? [this.#absolute(library)] : []),
    ];
    const layers: Mapping[] = [];
    const chain: string[] = [];
    let next = entry;
    for (;;) {
      chain.push(next);
      const layer = this.#readLayer(next);
      if (layer === null) return null;
      layers.push(this.#withData(layer, next));
      if (this.#absolute(next) === this.#absolute(this.#sources.defaults)) break;
      const base = this.#base(layer, next, chain);
      if (base === null) return null;
      next = base;
    }
    return layers.reduceRight((base, over) => mergeTrees(base, over) as Mapping);
  }

  #base(layer: Mapping, file: string, chain: readonly string[]): string | null {
    const named = layer.entries.get("extends");
    if (named === undefined) return this.#sources.defaults;
    const target = this.#resolve(named.tree, file, "extends");
    if (target === null) return null;
    const found = this.#find(target);
    const refuse = (words: { found: string; expected: string; hint?: string }): null => {
      this.#problems.add(named.tree.place, "extends", words);
      return null;
    };
    if (found === null)
      return refuse({ found: `no such file: ${target}`, expected: "a scenario file or folder" });
    const repeated = chain.findIndex((link) => this.#absolute(link) === this.#absolute(found));
    if (repeated >= 0) {
      const circle = [...chain.slice(repeated), found].join(" -> ");
      return refuse({
        found: `a circle: ${circle}`,
        expected: "a chain that ends",
        hint: "Remove one `extends` of the circle.",
      });
    }
    if (chain.length >= LONGEST_CHAIN) {
      return refuse({ found: `a chain of more than ${LONGEST_CHAIN} files`, expected: "a shorter one" });
    }
    return found;
  }

  #withData(layer: Mapping, file: string): Mapping {
    const entries = new Map(layer.entries);
    entries.delete("extends");
    entries.delete("data");
    const named = layer.entries.get("data")?.tree;
    if (named === undefined) return { ...layer, entries };
    if (named.kind !== "map") {
      this.#problems.add(named.place, "data", { found: rendering(named), expected: "a map of CSV files" });
      return { ...layer, entries };
    }
    for (const [key, entry] of named.entries) {
      const target = Object.hasOwn(DATA, key) ? DATA[key] : undefined;
      if (target === undefined) {
        this.#problems.add(entry.key, `data.${key}`, {
          found: `the unknown key ${JSON.stringify(key)}`,
          expected: `one of ${Object.keys(DATA).join(", ")}`,
          hint: didYouMean(key, Object.keys(DATA)),
        });
        continue;
      }
      const path = target.path.join(".");
      if (partAt(layer, target.path) !== undefined) {
        this.#problems.add(entry.key, `data.${key}`, {
          found: `both data.${key} and ${path}`,
          expected: "one of the two",
          hint: "Remove one of them from this file.",
        });
        continue;
      }
      const list = this.#readData(entry.tree, file, key, path, target.member);
      if (list !== null) put(entries, target.path, entry.key, list);
    }
    return { ...layer, entries };
  }

  #readData(named: Tree, file: string, key: string, path: string, member: z.ZodObject): Tree | null {
    const target = this.#resolve(named, file, `data.${key}`);
    if (target === null) return null;
    const bytes = this.#read(target, named.place, `data.${key}`);
    if (bytes === undefined) return null;
    if (bytes === null) {
      this.#problems.add(named.place, `data.${key}`, {
        found: `no such file: ${target}`,
        expected: "a CSV file, named from the folder of this file",
      });
      return null;
    }
    const text = this.#keep(target, bytes, MOST_CSV_BYTES);
    return text === null ? null : readCsv(target, text, member, path, this.#problems);
  }

  #readLayer(file: string): Mapping | null {
    this.#problems.mention(file);
    const bytes = this.#read(file, { file }, "");
    if (bytes === undefined) return null;
    if (bytes === null) {
      this.#problems.add({ file }, "", { found: "no such file", expected: "the defaults of the model" });
      return null;
    }
    const text = this.#keep(file, bytes, MOST_YAML_BYTES);
    const tree = text === null ? null : readYaml(file, text, this.#problems);
    if (tree === null || tree.kind === "map") return tree;
    this.#problems.add(tree.place, "", {
      found: rendering(tree),
      expected: "a map of keys, such as `name: my scenario`",
    });
    return null;
  }

  #keep(path: string, bytes: Uint8Array, limitBytes: number): string | null {
    this.#problems.mention(path);
    const text = decodeText(path, bytes, limitBytes, this.#problems);
    if (text !== null && !this.files.some((file) => file.path === path)) this.files.push({ path, text });
    return text;
  }

  /** Turns a path in a file into one that can be read, or says why it may not be. */
  #resolve(named: Tree, file: string, path: string): string | null {
    const refuse = (expected: string, hint: string): null => {
      this.#problems.add(named.place, path, { found: rendering(named), expected, hint });
      return null;
    };
    const written = named.kind === "scalar" ? named.value : undefined;
    if (typeof written !== "string" || written === "")
      return refuse("the path of a file", "Name a file beside this one.");
    if (written.includes("\0") || written.includes("\\"))
      return refuse("a path with `/` only", "Write folders with `/`.");
    if (isAbsolute(written))
      return refuse("a path from the folder of this file", "Absolute paths are refused.");
    const target = join(folderOf(file), written);
    const absolute = this.#absolute(target);
    if (this.#roots.some((root) => isWithin(root, absolute))) return target;
    return refuse(
      "a path within the scenario's folder or the working directory",
      "Copy the file there, or start from a folder that holds both.",
    );
  }

  #find(path: string): string | null {
    if (this.#read(path, { file: path }, "")) return path;
    const inside = join(path, "scenario.yaml");
    return this.#read(inside, { file: path }, "") ? inside : null;
  }

  /** Gives the bytes, null if there is no such file, and undefined (with a problem) if it cannot be read. */
  #read(path: string, place: Place, field: string): Uint8Array | null | undefined {
    try {
      return this.#sources.read(path);
    } catch (failure) {
      const why = failure instanceof Error ? failure.message.split("\n")[0] : "unknown reason";
      this.#problems.add(place, field, {
        found: `${path} cannot be read: ${why}`,
        expected: "a file that can be read",
      });
      return undefined;
    }
  }

  #absolute(path: string): string {
    return join(this.#sources.directory ?? "/", path);
  }
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
  entries.set(first, {
    key: parent?.key ?? key,
    tree: { kind: "map", place: parent?.tree.place ?? key, entries: inner },
  });
}
