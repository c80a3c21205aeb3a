import type { FigureInput } from "../figure.ts";

/** Letters of a parameter's name that stand in a line beside a row. */
const ROW_LETTERS = 40;

/**
 * Names parameters for a reader: what each means, with its path behind it where two mean the same; the path
 * alone where nothing says what it means.
 */
export function parameterNames(
  { wordsOf = (path) => path }: FigureInput,
  paths: readonly string[],
): ReadonlyMap<string, string> {
  const words = paths.map(wordsOf);
  return new Map(
    paths.map((path, i) => {
      const isShared = words.filter((one) => one === words[i]).length > 1 && words[i] !== path;
      return [path, isShared ? `${words[i]} (${path})` : words[i]];
    }),
  );
}

/** Says of names which paths they are of, for a caption; nothing where all are paths. */
export function pathsOfNames(names: ReadonlyMap<string, string>): string {
  const told = [...names].filter(([path, name]) => !name.includes(path));
  return told.length === 0
    ? ""
    : ` In scenario files: ${told.map(([path, name]) => `${name}: ${path}`).join("; ")}.`;
}

/** Breaks the names of rows at their axis into lines, as an expression of vega. */
export const BROKEN_NAMES = `split(replace(datum.label, /(.{1,${ROW_LETTERS}})(?: |$)/g, '$1\\n'), '\\n')`;
