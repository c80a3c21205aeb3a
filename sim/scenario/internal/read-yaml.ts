import { type Document, isAlias, isMap, isScalar, isSeq, type Node } from "yaml";
import { parseYaml } from "./parse-yaml.ts";
import type { ProblemList } from "./problem-list.ts";
import { refuseUnseen } from "./refuse-unseen.ts";
import { type Entry, type Place, type RawAnnotation, renderingOf, type Tree } from "./tree.ts";
import { unseenSpace } from "./unseen-space.ts";

const DEEPEST = 20;
const MAX_FAULTS = 20;
const MAX_ALIASES = 500;
const MAX_FROM_ALIASES = 20_000;
const REFUSED_KEYS = new Set(["__proto__", "constructor", "prototype"]);
const ANNOTATION_KEYS = new Set(["value", "range", "evidence", "note"]);

/**
 * Reads YAML 1.2 text into a tree whose parts know their line and column; reports every problem and gives
 * null if it cannot be read.
 */
export function readYaml(file: string, text: string, problems: ProblemList): Tree | null {
  const parsed = parseYaml(text);
  const at = (offset: number): Place => {
    const { line, col } = parsed.lines.linePos(offset);
    return { file, line: Math.max(1, line), column: Math.max(1, col) };
  };
  if ("tooDeepAt" in parsed) {
    problems.add(at(parsed.tooDeepAt), "", tooDeep);
    return null;
  }
  const { document, secondAt } = parsed;
  const { version, explicit } = document.directives?.yaml ?? { version: "1.2" };
  if (explicit === true && version !== "1.2") {
    problems.add({ file, line: 1, column: 1 }, "", {
      found: `YAML ${version}`,
      expected: "YAML 1.2",
      hint: `Remove the line %YAML ${version}; in YAML 1.2 some numbers and words read otherwise.`,
    });
    return null;
  }
  const faults = [...document.errors, ...document.warnings].slice(0, MAX_FAULTS);
  for (const { pos, message } of faults) {
    const place = at(pos[0]);
    const space = unseenSpace(text.split("\n", place.line)[(place.line ?? 1) - 1] ?? "");
    const hint = space === undefined ? sentence(message) : `The line holds ${space}: write a plain one.`;
    problems.add(place, "", { ...notYaml, hint });
  }
  if (secondAt !== undefined) {
    problems.add(at(secondAt), "", {
      ...notYaml,
      hint: "Remove the line `---` and the second document after it.",
    });
  }
  if (faults.length > 0 || secondAt !== undefined) return null;
  if (document.contents === null) {
    problems.add({ file, line: 1, column: 1 }, "", {
      found: "an empty file",
      expected: "a scenario",
      hint: "Begin with `name:`.",
    });
    return null;
  }
  return new TreeBuilder(document, at, problems).build(document.contents);
}

const notYaml = { found: "text that is not YAML", expected: "YAML 1.2" };

const tooDeep = {
  found: "very deep nesting",
  expected: `at most ${DEEPEST} levels`,
  hint: "A scenario needs about six.",
};

const sentence = (message: string): string => {
  const first = message.split("\n")[0].trim().slice(0, 200);
  return /[.!?]$/.test(first) ? first : `${first}.`;
};

interface Position {
  readonly depth: number;
  readonly inAlias: boolean;
  readonly path: string;
}

/** Walks the parsed document, follows aliases within a limit, and sets annotations aside. */
class TreeBuilder {
  readonly #document: Document;
  readonly #at: (offset: number) => Place;
  readonly #problems: ProblemList;
  #aliases = 0;
  #fromAliases = 0;
  #gaveUp = false;

  constructor(document: Document, at: (offset: number) => Place, problems: ProblemList) {
    this.#document = document;
    this.#at = at;
    this.#problems = problems;
  }

  build(node: Node): Tree | null {
    const tree = this.#tree(node, this.#at(node.range?.[0] ?? 0), { depth: 1, inAlias: false, path: "" });
    return this.#gaveUp ? null : tree;
  }

  #tree(node: unknown, fallback: Place, position: Position): Tree {
    const { depth, inAlias, path } = position;
    const place = placeOf(node, this.#at) ?? fallback;
    const nothing: Tree = { kind: "scalar", value: null, place };
    if (this.#gaveUp) return nothing;
    if (depth > DEEPEST) return this.#giveUp(place, tooDeep);
    if (inAlias && ++this.#fromAliases > MAX_FROM_ALIASES) {
      return this.#giveUp(place, {
        found: "aliases that expand without end",
        expected: `at most ${MAX_FROM_ALIASES} values from aliases`,
        hint: "Write the values out.",
      });
    }
    if (isAlias(node)) {
      if (++this.#aliases > MAX_ALIASES) {
        return this.#giveUp(place, {
          found: `more than ${MAX_ALIASES} aliases`,
          expected: "fewer",
          hint: "Write the values out, or move the list to a CSV.",
        });
      }
      const target = node.resolve(this.#document);
      if (target !== undefined) return this.#tree(target, place, { depth: depth + 1, inAlias: true, path });
      this.#problems.add(place, path, {
        found: "an alias of nothing",
        expected: `an anchor &${node.source} before it`,
      });
      return nothing;
    }
    if (isSeq(node)) {
      const members = node.items.map((member, index) =>
        this.#tree(member, place, { depth: depth + 1, inAlias, path: `${path}[${index + 1}]` }),
      );
      return { kind: "list", place, members };
    }
    if (isMap(node)) return unwrapped(this.#map(node.items, place, position), place);
    if (!isScalar(node)) return nothing;
    const { value } = node;
    const isPlain =
      value === null || typeof value === "string" || typeof value === "number" || typeof value === "boolean";
    refuseUnseen(value, place, path, this.#problems);
    const written = typeof value === "number" ? { written: node.source } : {};
    return { kind: "scalar", place, value: isPlain ? value : String(value), ...written };
  }

  #map(
    pairs: readonly { key: unknown; value: unknown }[],
    place: Place,
    position: Position,
  ): Map<string, Entry> {
    const entries = new Map<string, Entry>();
    for (const pair of pairs) {
      const keyPlace = placeOf(pair.key, this.#at) ?? place;
      const key = isScalar(pair.key) ? String(pair.key.value) : undefined;
      const path = position.path === "" ? String(key) : `${position.path}.${key}`;
      refuseUnseen(key, keyPlace, path, this.#problems);
      if (key === "<<") {
        this.#giveUp(keyPlace, {
          found: "the merge key <<",
          expected: "keys that are written out",
          hint: "YAML 1.2 has no merge keys: write what it stands for.",
        });
        return entries;
      }
      if (isScalar(pair.key) && typeof pair.key.value === "number" && pair.value === null) {
        this.#giveUp(keyPlace, {
          found: `${pair.key.source} as a value of its own`,
          expected: "a number without commas",
          hint: "In braces and brackets a comma parts values: write 1000, not 1,000.",
        });
        return entries;
      }
      if (key === undefined) {
        this.#problems.add(keyPlace, position.path, {
          found: "a key that is no word",
          expected: "a key such as `name`",
        });
      } else if (REFUSED_KEYS.has(key)) {
        this.#problems.add(keyPlace, path, {
          found: `the key ${renderingOf(key)}`,
          expected: "another key",
          hint: "This word has a meaning of its own in JavaScript and is refused for safety.",
        });
      } else if (entries.has(key)) {
        this.#problems.add(keyPlace, path, {
          found: `the key ${renderingOf(key)} a second time`,
          expected: "it once",
        });
      } else
        entries.set(key, {
          key: keyPlace,
          tree: this.#tree(pair.value, keyPlace, { ...position, depth: position.depth + 1, path }),
        });
    }
    return entries;
  }

  #giveUp(place: Place, words: { found: string; expected: string; hint: string }): Tree {
    this.#gaveUp = true;
    this.#problems.add(place, "", words);
    return { kind: "scalar", value: null, place };
  }
}

function placeOf(node: unknown, at: (offset: number) => Place): Place | undefined {
  const range = isScalar(node) || isMap(node) || isSeq(node) || isAlias(node) ? node.range : undefined;
  return range === undefined || range === null ? undefined : at(range[0]);
}

/** Takes `{value, range, evidence, note}` apart, so that the value stands where the schema wants it. */
function unwrapped(entries: ReadonlyMap<string, Entry>, place: Place): Tree {
  const value = entries.get("value");
  if (value === undefined || [...entries.keys()].some((key) => !ANNOTATION_KEYS.has(key))) {
    return { kind: "map", place, entries };
  }
  const annotation: { -readonly [Key in keyof RawAnnotation]: RawAnnotation[Key] } = {};
  for (const key of ["range", "evidence", "note"] as const) {
    const part = entries.get(key)?.tree;
    if (part !== undefined) annotation[key] = part;
  }
  return { ...value.tree, annotation };
}
