import { ProblemList } from "./internal/problem-list.ts";
import { readYaml } from "./internal/read-yaml.ts";
import type { Place, Tree } from "./internal/tree.ts";

/** Holds a place without its file: line and column. */
type PackedPlace = readonly [number?, number?];

/** What stood beside a value: range, evidence and note, each with its place. */
interface PackedAnnotation {
  readonly range?: PackedTree;
  readonly evidence?: PackedTree;
  readonly note?: PackedTree;
}

interface PackedPart {
  readonly at: PackedPlace;
  readonly beside?: PackedAnnotation;
}

interface PackedScalar extends PackedPart {
  readonly value: string | number | boolean | null;
  readonly written?: string;
}

interface PackedList extends PackedPart {
  readonly list: readonly PackedTree[];
}

interface PackedMapping extends PackedPart {
  readonly map: readonly (readonly [key: string, at: PackedPlace, tree: PackedTree])[];
}

/**
 * What a YAML file says, with the line and column of every part, as JSON can hold it: read in a fraction of
 * the time that the YAML takes.
 */
export type PackedTree = PackedScalar | PackedList | PackedMapping;

/** Reads YAML text of ours; throws a ScenarioError if anything is wrong with it. */
export function packYaml(text: string): PackedTree {
  const problems = new ProblemList();
  const tree = readYaml("packed", text, problems);
  if (tree === null || problems.size > 0) throw problems.refusal();
  return pack(tree);
}

/** Gives the tree that reading the YAML as a file of this name gives. */
export function unpackTree(packed: PackedTree, file: string): Tree {
  const placed = ([line, column]: PackedPlace): Place => ({
    file,
    ...(line === undefined ? {} : { line }),
    ...(column === undefined ? {} : { column }),
  });
  const unpack = (part: PackedTree): Tree => {
    const place = placed(part.at);
    const { beside } = part;
    const annotated = beside === undefined ? {} : { annotation: mapParts(beside, unpack) };
    if ("list" in part) return { kind: "list", place, members: part.list.map(unpack), ...annotated };
    if ("map" in part) {
      const entries = new Map(
        part.map.map(([key, at, tree]) => [key, { key: placed(at), tree: unpack(tree) }]),
      );
      return { kind: "map", place, entries, ...annotated };
    }
    const written = part.written === undefined ? {} : { written: part.written };
    return { kind: "scalar", place, value: part.value, ...written, ...annotated };
  };
  return unpack(packed);
}

function pack(tree: Tree): PackedTree {
  const { annotation } = tree;
  const common = {
    at: packedPlace(tree.place),
    ...(annotation === undefined ? {} : { beside: mapParts(annotation, pack) }),
  };
  if (tree.kind === "list") return { ...common, list: tree.members.map(pack) };
  if (tree.kind === "map") {
    const map = [...tree.entries].map(
      ([key, entry]) => [key, packedPlace(entry.key), pack(entry.tree)] as const,
    );
    return { ...common, map };
  }
  const { value, written } = tree;
  return { ...common, value, ...(written === undefined ? {} : { written }) };
}

const packedPlace = ({ line, column }: Place): PackedPlace =>
  line === undefined ? [] : column === undefined ? [line] : [line, column];

function mapParts<From, To>(
  { range, evidence, note }: { readonly range?: From; readonly evidence?: From; readonly note?: From },
  change: (part: From) => To,
): { readonly range?: To; readonly evidence?: To; readonly note?: To } {
  return {
    ...(range === undefined ? {} : { range: change(range) }),
    ...(evidence === undefined ? {} : { evidence: change(evidence) }),
    ...(note === undefined ? {} : { note: change(note) }),
  };
}
