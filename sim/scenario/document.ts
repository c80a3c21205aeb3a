import type { z } from "zod";
import { decodeText } from "./internal/decode-text.ts";
import { ProblemList } from "./internal/problem-list.ts";
import { readCsv } from "./internal/read-csv.ts";
import { readYaml } from "./internal/read-yaml.ts";
import { type Mapping, partAt, plain, rendering, type Tree } from "./internal/tree.ts";
import { reportIssues } from "./internal/zod-problems.ts";
import type { Problem } from "./problem.ts";

/** Says where something stands. */
export type Where = Pick<Problem, "file" | "line" | "column">;

/** Holds a YAML file that is no scenario but is read with the same care. */
export interface ReadDocument<T> {
  /** What the schema made of it; null if something is wrong. */
  readonly value: T | null;
  /** What stands at a path, as the file says it. */
  written(path: readonly PropertyKey[]): unknown;
  /** Where a part of it stands: the value, or the key that is nearest to it. */
  where(path: readonly PropertyKey[]): Where;
  readonly problems: readonly Problem[];
}

const MAX_BYTES = 5_000_000;

/** Declares a kind of file that is read as a document. */
interface DocumentKind<S extends z.ZodType> {
  readonly schema: S;
  /** What the file is, such as "a sweep". */
  readonly noun: string;
  /** The list that a CSV of the same columns holds, where the file may be one. */
  readonly rows?: { readonly key: string; readonly member: z.ZodObject };
}

/** Reads a YAML file, or a CSV of its rows, against a schema and finds every problem, with its line. */
export function readDocument<S extends z.ZodType>(
  file: string,
  bytes: Uint8Array,
  { schema, noun, rows }: DocumentKind<S>,
): ReadDocument<z.output<S>> {
  const problems = new ProblemList();
  const text = decodeText(file, bytes, MAX_BYTES, problems);
  const tree: Tree | null =
    text === null
      ? null
      : rows !== undefined && /\.csv$/i.test(file)
        ? rowsAsTree(file, text, rows, problems)
        : readYaml(file, text, problems);
  if (tree?.kind !== "map") {
    const expected = `a map of keys, as ${noun} is`;
    if (tree !== null) problems.add(tree.place, "", { found: rendering(tree), expected });
    const where = () => ({ file });
    return { value: null, written: () => undefined, where, problems: problems.all };
  }
  const parsed = schema.safeParse(plain(tree));
  if (!parsed.success) reportIssues(parsed.error.issues, { tree, schema, isWhole: true, noun }, problems);
  return {
    value: parsed.success && !problems.hasErrors ? parsed.data : null,
    written: (path) => {
      const part = partAt(tree, path);
      return part === undefined ? undefined : plain(part);
    },
    where: (path) => {
      const { line, column } = partAt(tree, path)?.place ?? tree.place;
      return { file, ...(line === undefined ? {} : { line }), ...(column === undefined ? {} : { column }) };
    },
    problems: problems.all,
  };
}

/** Reads the rows of a CSV as the list that a document of the same kind has under a key. */
function rowsAsTree(
  file: string,
  text: string,
  { key, member }: { readonly key: string; readonly member: z.ZodObject },
  problems: ProblemList,
): Mapping {
  const place = { file, line: 1 };
  const tree = readCsv(file, text, member, key, problems);
  return { kind: "map", place, entries: new Map([[key, { key: place, tree }]]) };
}
