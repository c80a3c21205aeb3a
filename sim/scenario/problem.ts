/** Describes one thing that is wrong with the input, as data; `renderProblem` makes the text. */
export interface Problem {
  /** The file it stands in, as the user named it. */
  readonly file: string;
  /** Line and column, from 1; absent where the problem has no place in a text. */
  readonly line?: number;
  readonly column?: number;
  /** The field, such as `practices[practice-3].list_size`. */
  readonly path: string;
  readonly found: string;
  readonly expected: string;
  /** The nearest valid name, or the next step. */
  readonly hint?: string;
  /** A warning changes no table and stops nothing. */
  readonly severity: "error" | "warning";
}

/**
 * Writes a problem as one line: `file:line:column path: found X, expected Y. Hint`; control characters of
 * the file become spaces.
 */
export function renderProblem(problem: Problem): string {
  const { file, line, column, path, found, expected, hint, severity } = problem;
  const place = [file, line, column].filter((part) => part !== undefined).join(":");
  const field = path === "" ? "" : ` ${path}`;
  const warning = severity === "warning" ? " warning:" : "";
  const text =
    `${place}${field}:${warning} found ${found}, expected ` +
    `${expected}.${hint === undefined ? "" : ` ${hint}`}`;
  return text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ");
}

/**
 * Refuses a scenario or a sweep with every problem that was found in it; its message is a line a problem.
 */
export class ScenarioError extends Error {
  readonly problems: readonly Problem[];
  constructor(problems: readonly Problem[]) {
    super(problems.map(renderProblem).join("\n"));
    this.name = "ScenarioError";
    this.problems = problems;
  }
}
