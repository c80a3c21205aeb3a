import type { z } from "zod";
import { decodeText } from "./internal/decode-text.ts";
import { ProblemList } from "./internal/problem-list.ts";
import { readYaml } from "./internal/read-yaml.ts";
import { partAt, plain, rendering } from "./internal/tree.ts";
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

/**
 * Reads a YAML file against a schema and finds every problem, with its line; `noun` is what the file is,
 * such as "a sweep".
 */
export function readDocument<S extends z.ZodType>(
  file: string,
  bytes: Uint8Array,
  { schema, noun }: { readonly schema: S; readonly noun: string },
): ReadDocument<z.output<S>> {
  const problems = new ProblemList();
  const text = decodeText(file, bytes, MAX_BYTES, problems);
  const tree = text === null ? null : readYaml(file, text, problems);
  if (tree?.kind !== "map") {
    const expected = `a map of keys, as ${noun} is`;
    if (tree !== null) problems.add(tree.place, "", { found: rendering(tree), expected });
    const where = () => ({ file });
    return { value: null, written: () => undefined, where, problems: problems.refusal().problems };
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
    problems: problems.refusal().problems,
  };
}
