import { renderProblem } from "./messages.ts";

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

/** Refuses a scenario or a sweep with every problem that was found in it; its message is a line a problem. */
export class ScenarioError extends Error {
  readonly problems: readonly Problem[];
  constructor(problems: readonly Problem[]) {
    super(problems.map(renderProblem).join("\n"));
    this.name = "ScenarioError";
    this.problems = problems;
  }
}
