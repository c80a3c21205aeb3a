import { briefMeaning } from "../../words/brief-meaning.ts";
import type { FigureInput } from "../figure.ts";

/** Letters of a parameter's name that stand in a line beside a row. */
const ROW_LETTERS = 40;

/**
 * Names parameters for a reader: what each means in brief, or in full where two mean the same in brief, with
 * its path behind it where they do in full; the path alone where nothing says what it means.
 */
export function parameterNames(
  { wordsOf = (path) => path }: FigureInput,
  paths: readonly string[],
): ReadonlyMap<string, string> {
  const words = paths.map(wordsOf);
  const brief = words.map(briefMeaning);
  return new Map(
    paths.map((path, i) => {
      if (countOf(brief[i], brief) === 1) return [path, brief[i]];
      const isShared = countOf(words[i], words) > 1 && words[i] !== path;
      return [path, isShared ? `${words[i]} (${path})` : words[i]];
    }),
  );
}

const countOf = (one: string, all: readonly string[]): number => all.filter((other) => other === one).length;

/** Says of names which paths they are of, for a caption; nothing where all are paths. */
export function pathsOfNames(names: ReadonlyMap<string, string>): string {
  const told = [...names].filter(([path, name]) => !name.includes(path));
  return told.length === 0
    ? ""
    : ` In scenario files: ${told.map(([path, name]) => `${name}: ${path}`).join("; ")}.`;
}

/** Breaks the names of rows at their axis into lines, as an expression of vega. */
export const BROKEN_NAMES = `split(replace(datum.label, /(.{1,${ROW_LETTERS}})(?: |$)/g, '$1\\n'), '\\n')`;
