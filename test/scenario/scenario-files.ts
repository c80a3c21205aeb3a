import { type LoadedScenario, loadScenario } from "../../sim/scenario/load.ts";
import { type Problem, ScenarioError } from "../../sim/scenario/problem.ts";
import { sourcesFromMap } from "../../sim/scenario/sources.ts";
import { DEFAULTS, packedDefaults } from "../support/defaults.ts";

export { DEFAULTS } from "../support/defaults.ts";

/** Is the least that a scenario must say. */
export const MINIMAL = "name: pilot\npractices:\n  - { id: practice-1, list_size: 2244 }\n";

/** What a test may add to the scenario. */
export interface Surroundings {
  readonly set?: readonly string[];
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  readonly entry?: string;
  readonly roots?: readonly string[];
}

/** Loads `here/pilot.yaml` beside the files of a test; the library is `/lib`. */
export function load(text: string | Uint8Array, around: Surroundings = {}): LoadedScenario {
  const entry = around.entry ?? "here/pilot.yaml";
  const files = new Map<string, string | Uint8Array>([
    ["/lib/defaults.yaml", DEFAULTS],
    [entry, text],
    ...Object.entries(around.files ?? {}),
  ]);
  const places = { defaults: "/lib/defaults.yaml", library: "/lib", roots: around.roots ?? ["/here"] };
  const sources = { ...sourcesFromMap(files, places), packedDefaults };
  return loadScenario(entry, sources, { set: around.set ?? [] });
}

/** Gives the problems for which a scenario is refused; fails if it is not. */
export function problemsOf(text: string | Uint8Array, around: Surroundings = {}): readonly Problem[] {
  try {
    load(text, around);
  } catch (failure) {
    if (failure instanceof ScenarioError) return failure.problems;
    throw failure;
  }
  throw new Error("the scenario was not refused");
}

/** Writes where problems are, as `file:line:column path`. */
export const placesOf = (problems: readonly Problem[]): string[] =>
  problems.map(({ file, line, column, path }) =>
    `${[file, line, column].filter((part) => part !== undefined).join(":")} ${path}`.trim(),
  );
