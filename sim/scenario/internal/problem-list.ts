import { type Problem, ScenarioError } from "../problem.ts";
import type { Place } from "./tree.ts";

/**
 * How many problems of one kind are told of one file, such as rows that name a practice which is not there;
 * the rest are counted. A hint takes a search among all names, and thousands of lines are read by nobody.
 */
const MAX_OF_A_KIND = 50;

/** What is said of a problem; a hint that takes a search is made only if it is told. */
interface Words extends Pick<Problem, "found" | "expected"> {
  readonly hint?: string | undefined | (() => string | undefined);
}

/** Counts the problems of one kind, and remembers the first that is not told. */
interface Kind {
  count: number;
  rest: Problem | undefined;
}

/** Gathers every problem before any is reported. */
export class ProblemList {
  readonly #problems: Problem[] = [];
  readonly #kinds = new Map<string, Kind>();
  readonly #files = new Map<string, number>();
  readonly #incomplete = new Set<string>();

  /** Returns a list that begins with what this one holds. */
  copy(): ProblemList {
    const copied = new ProblemList();
    copied.#problems.push(...this.#problems);
    for (const [kind, counted] of this.#kinds) copied.#kinds.set(kind, { ...counted });
    for (const [file, place] of this.#files) copied.#files.set(file, place);
    for (const list of this.#incomplete) copied.#incomplete.add(list);
    return copied;
  }

  /** Says that a file takes part; problems come in the order of the files. */
  mention(file: string): void {
    if (!this.#files.has(file)) this.#files.set(file, this.#files.size);
  }

  /** Adds a problem. */
  add(place: Place, path: string, words: Words): void {
    this.#add("error", place, path, words);
  }

  /** Adds something that stops nothing. */
  warn(place: Place, path: string, words: Words): void {
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

  /** Everything that was found, in the order of the files. */
  get all(): readonly Problem[] {
    return this.#inOrder();
  }

  get warnings(): Problem[] {
    return this.#inOrder().filter((problem) => problem.severity === "warning");
  }

  /** Makes the error that carries every problem. */
  refusal(): ScenarioError {
    return new ScenarioError(this.#inOrder());
  }

  #add(severity: Problem["severity"], place: Place, path: string, words: Words): void {
    const { file, line, column } = place;
    const { found, expected } = words;
    this.mention(file);
    const problem = {
      file,
      ...(line === undefined ? {} : { line }),
      ...(column === undefined ? {} : { column }),
      path,
      found,
      expected,
      severity,
    };
    const name = [severity, file, path, expected].join("\n").replaceAll(/\[[^\]]*\]/g, "[]");
    const kind = this.#kinds.get(name) ?? { count: 0, rest: undefined };
    this.#kinds.set(name, kind);
    kind.count++;
    if (kind.count > MAX_OF_A_KIND) {
      kind.rest ??= problem;
      return;
    }
    const hint = typeof words.hint === "function" ? words.hint() : words.hint;
    this.#problems.push(hint === undefined ? problem : { ...problem, hint });
  }

  #inOrder(): Problem[] {
    const rank = (problem: Problem) => this.#files.get(problem.file) ?? 0;
    const rests = [...this.#kinds.values()].flatMap(({ count, rest }) =>
      rest === undefined ? [] : [{ ...rest, found: moreOf(rest, count - MAX_OF_A_KIND) }],
    );
    return [...this.#problems, ...rests].sort(
      (a, b) => rank(a) - rank(b) || (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0),
    );
  }
}

const moreOf = ({ found }: Problem, count: number): string =>
  count === 1 ? found : `${found}, and ${count - 1} more like it from here on`;
