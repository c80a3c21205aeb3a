import { checkLayout } from "../sim/experiment/simulator.ts";
import { type LoadedScenario, loadScenario } from "../sim/scenario/load.ts";
import { renderProblem } from "../sim/scenario/messages.ts";
import { type Problem, ScenarioError } from "../sim/scenario/problem.ts";
import { badInput, CommandError } from "./exit-codes.ts";
import { diskSources, findScenario } from "./files.ts";
import * as messages from "./messages.ts";

/** Holds a scenario with the argument that named it and the digests of its files. */
export interface NamedScenario extends LoadedScenario {
  readonly argument: string;
  readonly digests: readonly { readonly path: string; readonly sha256: string }[];
}

/** Tells what became of one argument: a scenario, or what is wrong with it. */
export type Loading =
  | { readonly kind: "loaded"; readonly argument: string; readonly named: NamedScenario }
  | { readonly kind: "refused"; readonly argument: string; readonly problems: readonly Problem[] }
  | { readonly kind: "missing"; readonly argument: string; readonly message: string };

/** Loads one scenario by its argument, with changes laid over it. */
export function tryLoad(argument: string, set: readonly string[]): Loading {
  const sources = diskSources();
  try {
    const loaded = loadScenario(findScenario(argument), sources, { set });
    checkLayout(loaded.scenario, loaded.template);
    const digests = loaded.files.map(({ path }) => ({ path, sha256: sources.digest(path) }));
    return { kind: "loaded", argument, named: { ...loaded, argument, digests } };
  } catch (failure) {
    if (failure instanceof ScenarioError) return { kind: "refused", argument, problems: failure.problems };
    if (failure instanceof CommandError) return { kind: "missing", argument, message: failure.message };
    throw failure;
  }
}

/** Loads scenarios that must all be sound and have names of their own; otherwise says everything that is wrong with all of them. */
export function loadAll(arguments_: readonly string[], set: readonly string[]): readonly NamedScenario[] {
  const loadings = arguments_.map((argument) => tryLoad(argument, set));
  const complaints = loadings.flatMap((loading) => {
    if (loading.kind === "missing") return [loading.message];
    return loading.kind === "refused" ? loading.problems.map(renderProblem) : [];
  });
  if (complaints.length > 0) {
    const errors = loadings.reduce((count, loading) => count + countErrors(loading), 0);
    throw badInput([...complaints, messages.nothingRun(errors)].join("\n"));
  }
  const scenarios = loadings.flatMap((loading) => (loading.kind === "loaded" ? [loading.named] : []));
  const firstOf = new Map<string, string>();
  for (const { scenario, argument } of scenarios) {
    const other = firstOf.get(scenario.name);
    if (other !== undefined) throw badInput(messages.sameName(scenario.name, [other, argument]));
    firstOf.set(scenario.name, argument);
  }
  return scenarios;
}

/** Counts what stops a scenario. */
export function countErrors(loading: Loading): number {
  if (loading.kind === "missing") return 1;
  return loading.kind === "loaded"
    ? 0
    : loading.problems.filter(({ severity }) => severity === "error").length;
}
