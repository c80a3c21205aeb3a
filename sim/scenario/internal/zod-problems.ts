import type { z } from "zod";
import { didYouMean } from "../nearest-name.ts";
import type { ProblemList } from "./problem-list.ts";
import {
  type Entry,
  type Mapping,
  type Place,
  partAt,
  readablePath,
  rendering,
  type Step,
  type Tree,
} from "./tree.ts";
import { unseenSpace } from "./unseen-space.ts";
import { knownKeys, schemaAt } from "./walk-schema.ts";

/** How many unknown keys of one map are told; more of them are no misspellings. */
const MAX_UNKNOWN = 100;

type Issue = z.core.$ZodIssue;

/** What was checked: a tree against its schema; what is missing is told only if the tree is whole. */
export interface Checked {
  readonly tree: Mapping;
  readonly schema: z.ZodType;
  readonly isWhole: boolean;
  /** What it is, with its article. */
  readonly noun: string;
}

/** Reports what the schema refused, each issue at the place in the file from which the value came. */
export function reportIssues(issues: readonly Issue[], checked: Checked, problems: ProblemList): void {
  for (const issue of issues) reportIssue(issue, checked, problems);
}

function reportIssue(issue: Issue, checked: Checked, problems: ProblemList): void {
  const { tree, schema, isWhole } = checked;
  const path = issue.path as readonly Step[];
  const part = partAt(tree, path);
  const meant = issue.code === "invalid_union" ? branchMeant(issue, part) : undefined;
  if (meant !== undefined) {
    const issues = meant.map((inner) => ({ ...inner, path: [...path, ...inner.path] }));
    reportIssues(issues, checked, problems);
    return;
  }
  const unknown = unknownKeysOf(issue);
  if (unknown !== undefined) {
    const target = issue.code === "invalid_key" ? path.slice(0, -1) : path;
    reportUnknownKeys(unknown, target, checked, problems);
    return;
  }
  const field = readablePath(tree, path);
  const { expected, hint } = wordsFor(issue, part, schemaAt(schema, tree, path), tree);
  if (part !== undefined) {
    const isEmpty = part.kind === "scalar" && part.value === null;
    problems.add(part.place, field, {
      found: rendering(part),
      expected,
      hint: isEmpty
        ? part.place.heading === undefined
          ? "Write a value, or remove the key."
          : "Fill the cell."
        : hint,
    });
    return;
  }
  if (!isWhole) return;
  const parent = partAt(tree, path.slice(0, -1)) ?? tree;
  problems.add(parent.place, field, {
    found: "nothing",
    expected,
    hint: `Add ${String(path[path.length - 1])}.`,
  });
}

/** Finds the branch of a union that a map or a list was meant for: the one whose issues lie inside it. */
function branchMeant(
  issue: z.core.$ZodIssueInvalidUnion,
  part: Tree | undefined,
): readonly Issue[] | undefined {
  if (part === undefined || part.kind === "scalar") return undefined;
  const inside = (branch: readonly Issue[]) =>
    branch.length > 0 && branch.every(({ path, code }) => path.length > 0 || code === "unrecognized_keys");
  return issue.errors.find(inside) as readonly Issue[] | undefined;
}

function unknownKeysOf(issue: Issue): readonly string[] | undefined {
  if (issue.code === "unrecognized_keys") return issue.keys;
  if (issue.code === "invalid_key") return [String(issue.path[issue.path.length - 1])];
  return undefined;
}

function reportUnknownKeys(
  keys: readonly string[],
  path: readonly Step[],
  { tree, schema, noun }: Checked,
  problems: ProblemList,
): void {
  const parent = partAt(tree, path);
  const at = schemaAt(schema, tree, path);
  const known = at === undefined ? [] : knownKeys(at, parent);
  for (const key of keys.slice(0, MAX_UNKNOWN)) {
    const entry: Entry | undefined = parent?.kind === "map" ? parent.entries.get(key) : undefined;
    const place: Place = entry?.key ?? parent?.place ?? tree.place;
    problems.add(place, readablePath(tree, [...path, key]), {
      found: `the unknown key ${JSON.stringify(key)}`,
      expected: path.length === 0 ? `a key of ${noun}` : `a key of ${readablePath(tree, path)}`,
      hint: hintOfSpace(key) ?? didYouMean(key, known),
    });
  }
}

/** Says in words what was expected, from the issue and from the schema that stands at its path. */
function wordsFor(
  issue: Issue,
  part: Tree | undefined,
  schema: z.core.$ZodType | undefined,
  tree: Mapping,
): { expected: string; hint?: string | undefined } {
  const word = part?.kind === "scalar" ? String(part.value) : "";
  switch (issue.code) {
    case "custom": {
      const hint = issue.params?.hint as string | undefined;
      // 00123 and 1E3 are ids to whoever wrote them: the hint quotes the file, not the number read from it.
      const written = (part?.kind === "scalar" ? part.written : undefined) ?? word;
      return {
        expected: String(issue.params?.expected ?? issue.message),
        hint: hint?.replace(`"${word}"`, () => `"${written}"`),
      };
    }
    case "invalid_value":
      return {
        expected: oneOf(issue.values.map(String)),
        hint: word === "" ? undefined : (hintOfSpace(word) ?? didYouMean(word, issue.values.map(String))),
      };
    case "invalid_type":
      return { expected: describedAs(schema, TYPES[issue.expected] ?? issue.expected) };
    case "too_small":
      return { expected: describedAs(schema, `at least ${issue.minimum} ${membersOf(issue.origin)}`) };
    case "too_big":
      return { expected: describedAs(schema, `at most ${issue.maximum} ${membersOf(issue.origin)}`) };
    case "invalid_union":
      return unionWords(issue, part, tree);
    default:
      return { expected: describedAs(schema, issue.message) };
  }
}

function unionWords(
  issue: z.core.$ZodIssueInvalidUnion,
  part: Tree | undefined,
  tree: Mapping,
): { expected: string; hint?: string | undefined } {
  const words = issue.errors.map((branch) => branch[0]).filter((first) => first !== undefined);
  if (words.length === 0) {
    return { expected: discriminators(issue) ?? "one of the kinds that exist" };
  }
  const each = words.map((first) => wordsFor(first as Issue, part, undefined, tree));
  return {
    expected: [...new Set(each.map(({ expected }) => expected))].join(", or "),
    hint: each.find(({ hint }) => hint !== undefined)?.hint,
  };
}

function discriminators(issue: z.core.$ZodIssueInvalidUnion): string | undefined {
  const { options } = issue as { options?: readonly unknown[] };
  return options === undefined ? undefined : oneOf(options.map(String));
}

function hintOfSpace(word: string): string | undefined {
  const space = unseenSpace(word);
  return space === undefined ? undefined : `It holds ${space}: write a plain one, or none.`;
}

const TYPES: Readonly<Record<string, string>> = {
  array: "a list",
  object: "a map of keys",
  record: "a map of keys",
  string: "text",
  boolean: "true or false",
};

const membersOf = (origin: string): string => (origin === "array" ? "members" : "characters");

const oneOf = (words: readonly string[]): string =>
  words.length === 1 ? words[0] : `one of ${words.join(", ")}`;

function describedAs(schema: z.core.$ZodType | undefined, expected: string): string {
  const description = schema === undefined ? undefined : (schema as z.ZodType).description;
  return description === undefined ? expected : `${description}: ${expected}`;
}
