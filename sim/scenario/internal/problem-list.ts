import { type Problem, ScenarioError } from "../problem.ts";
import type { Place } from "./tree.ts";

/** Gathers every problem before any is reported. */
export class ProblemList {
  readonly #problems: Problem[] = [];
  readonly #files = new Map<string, number>();
  readonly #incomplete = new Set<string>();

  /** Returns a list that begins with what this one holds. */
  copy(): ProblemList {
    const copied = new ProblemList();
    copied.#problems.push(...this.#problems);
    for (const [file, place] of this.#files) copied.#files.set(file, place);
    for (const list of this.#incomplete) copied.#incomplete.add(list);
    return copied;
  }

  /** Says that a file takes part; problems come in the order of the files. */
  mention(file: string): void {
    if (!this.#files.has(file)) this.#files.set(file, this.#files.size);
  }

  /** Adds a problem. */
  add(
    place: Place,
    path: string,
    words: Pick<Problem, "found" | "expected"> & { hint?: string | undefined },
  ): void {
    this.#add("error", place, path, words);
  }

  /** Adds something that stops nothing. */
  warn(
    place: Place,
    path: string,
    words: Pick<Problem, "found" | "expected"> & { hint?: string | undefined },
  ): void {
    this.#add("warning", place, path, words);
  }

  get hasErrors(): boolean {
    return this.#problems.some((problem) => problem.severity === "error");
  }

  /** Counts what was found so far. */
  get size(): number {
    return this.#problems.length;
  }

  /** Notes that members of a list could not be read: what follows from their absence is not told too. */
  noteIncomplete(list: string): void {
    this.#incomplete.add(list);
  }

  /** Says whether members of a list could not be read. */
  isIncomplete(list: string): boolean {
    return (
      this.#incomplete.has(list) ||
      this.#problems.some(({ path }) => path === list || path.startsWith(`${list}[`))
    );
  }

  get warnings(): Problem[] {
    return this.#inOrder().filter((problem) => problem.severity === "warning");
  }

  /** Makes the error that carries every problem. */
  refusal(): ScenarioError {
    return new ScenarioError(this.#inOrder());
  }

  #add(
    severity: Problem["severity"],
    place: Place,
    path: string,
    words: Pick<Problem, "found" | "expected"> & { hint?: string | undefined },
  ): void {
    const { file, line, column } = place;
    const { found, expected, hint } = words;
    this.mention(file);
    this.#problems.push({
      file,
      ...(line === undefined ? {} : { line }),
      ...(column === undefined ? {} : { column }),
      path,
      found,
      expected,
      ...(hint === undefined ? {} : { hint }),
      severity,
    });
  }

  #inOrder(): Problem[] {
    const rank = (problem: Problem) => this.#files.get(problem.file) ?? 0;
    return [...this.#problems].sort(
      (a, b) => rank(a) - rank(b) || (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0),
    );
  }
}
