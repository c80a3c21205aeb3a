/** Says where a piece of a scenario was written. */
export interface Place {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
  /** The heading of its column, in a CSV. */
  readonly heading?: string;
}

/** Holds what stood beside a value written as `{value, range, evidence, note}`. */
export interface RawAnnotation {
  readonly range?: Tree;
  readonly evidence?: Tree;
  readonly note?: Tree;
}

interface Located {
  readonly place: Place;
  readonly annotation?: RawAnnotation | undefined;
}

/** Holds one word or number. */
export interface Scalar extends Located {
  readonly kind: "scalar";
  readonly value: string | number | boolean | null;
  /** A number as the file writes it: 00123 and 1E3 are ids to whoever wrote them. */
  readonly written?: string | undefined;
}

/** Holds a list. */
export interface List extends Located {
  readonly kind: "list";
  readonly members: readonly Tree[];
}

/** Holds keys and what they say, in the order of the file. */
export interface Mapping extends Located {
  readonly kind: "map";
  readonly entries: ReadonlyMap<string, Entry>;
}

/** Holds one key's value, and where the key stands. */
export interface Entry {
  readonly key: Place;
  readonly tree: Tree;
}

/** Holds what files said, with the place of every part, before it is checked against the schema. */
export type Tree = Scalar | List | Mapping;

/** One step of a path: a key, or the position in a list from 0. */
export type Step = string | number;

/** Turns a tree into plain values. */
export function plain(tree: Tree): unknown {
  if (tree.kind === "scalar") return tree.value;
  if (tree.kind === "list") return tree.members.map(plain);
  return Object.fromEntries([...tree.entries].map(([key, entry]) => [key, plain(entry.tree)]));
}

/** Finds the part of a tree at a path. */
export function partAt(tree: Tree, path: readonly PropertyKey[]): Tree | undefined {
  let part: Tree | undefined = tree;
  for (const step of path) {
    if (part?.kind === "list") part = part.members[Number(step)];
    else if (part?.kind === "map") part = part.entries.get(String(step))?.tree;
    else return undefined;
  }
  return part;
}

/** Gives the `id` of a member of a list. */
export function idOf(tree: Tree | undefined): string | undefined {
  const id = tree?.kind === "map" ? tree.entries.get("id")?.tree : undefined;
  return id?.kind === "scalar" && id.value !== null ? String(id.value) : undefined;
}

/** Gives the members of a list at a key, if there is such a list. */
export function membersAt(tree: Tree, path: readonly string[]): readonly Tree[] {
  const part = partAt(tree, path);
  return part?.kind === "list" ? part.members : [];
}

/** Gives the word at a path, if it is a word. */
export function wordAt(tree: Tree, path: readonly string[]): string | undefined {
  const part = partAt(tree, path);
  return part?.kind === "scalar" && typeof part.value === "string" ? part.value : undefined;
}

/**
 * Writes a path as users read it: `practices[practice-3].list_size`; members without an id are counted from
 * 1.
 */
export function readablePath(tree: Tree, path: readonly PropertyKey[]): string {
  let text = "";
  let part: Tree | undefined = tree;
  for (const step of path) {
    const next: Tree | undefined = part === undefined ? undefined : partAt(part, [step]);
    if (typeof step === "number") text += `[${idOf(next) ?? step + 1}]`;
    else text += text === "" ? String(step) : `.${String(step)}`;
    part = next;
  }
  return text;
}

/** Writes a short rendering of a part, for messages. */
export function rendering(tree: Tree | undefined): string {
  if (tree === undefined) return "nothing";
  if (tree.kind === "list") return `a list of ${tree.members.length}`;
  if (tree.kind === "map") return "a map of keys";
  const where = tree.place.heading === undefined ? "" : ` in the column ${tree.place.heading}`;
  if (tree.written !== undefined) return tree.written + where;
  return (tree.value === null && where !== "" ? "an empty cell" : renderingOf(tree.value)) + where;
}

/** Writes a short rendering of a plain value. */
export function renderingOf(value: string | number | boolean | null): string {
  if (value === null) return "nothing";
  if (typeof value !== "string") return String(value);
  const quoted = JSON.stringify(value);
  return quoted.length <= 60 ? quoted : `${quoted.slice(0, 57)}…"`;
}
