import type { Problem } from "./problem.ts";

/** Writes a problem as one line: `file:line:column path: found X, expected Y. Hint`; control characters of the file become spaces. */
export function renderProblem(problem: Problem): string {
  const { file, line, column, path, found, expected, hint, severity } = problem;
  const place = [file, line, column].filter((part) => part !== undefined).join(":");
  const field = path === "" ? "" : ` ${path}`;
  const warning = severity === "warning" ? " warning:" : "";
  const text = `${place}${field}:${warning} found ${found}, expected ${expected}.${hint === undefined ? "" : ` ${hint}`}`;
  return text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ");
}
