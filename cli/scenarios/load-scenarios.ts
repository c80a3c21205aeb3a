import { readScenario } from "../../sim/experiment/load-checked.ts";
import { unreadWarnings } from "../../sim/findings/unread-values.ts";
import type { Where } from "../../sim/scenario/document.ts";
import type { LoadedScenario } from "../../sim/scenario/load.ts";
import { type Problem, renderProblem, ScenarioError } from "../../sim/scenario/problem.ts";
import { messages } from "../messages/index.ts";
import { badInput, CommandError } from "../terminal/exit-codes.ts";
import { type DiskSources, diskSources, findScenario } from "./files.ts";
import type { VariantOf } from "./variant-of.ts";

/** Holds a scenario with the argument that named it and the digests of its files. */
export interface NamedScenario extends LoadedScenario {
  readonly argument: string;
  readonly digests: readonly { readonly path: string; readonly sha256: string }[];
  /** The same under the other assumptions that it names; a variant has none of its own. */
  readonly variants: readonly NamedScenario[];
  readonly variantOf: VariantOf | null;
}

/** Tells what became of one argument: a scenario, or what is wrong with it. */
export type Loading =
  | { readonly kind: "loaded"; readonly argument: string; readonly named: NamedScenario }
  | { readonly kind: "refused"; readonly argument: string; readonly problems: readonly Problem[] }
  | { readonly kind: "missing"; readonly argument: string; readonly message: string };

/** Loads one scenario by its argument, with changes laid over it, and its variants. */
export function tryLoad(argument: string, set: readonly string[]): Loading {
  try {
    return {
      kind: "loaded",
      argument,
      named: loadNamed(argument, findScenario(argument), diskSources(), set),
    };
  } catch (failure) {
    if (failure instanceof ScenarioError) return { kind: "refused", argument, problems: failure.problems };
    if (failure instanceof CommandError) return { kind: "missing", argument, message: failure.message };
    throw failure;
  }
}

/** Loads the scenario of a path with its variants; throws a ScenarioError with every problem. */
export function loadNamed(
  argument: string,
  path: string,
  sources: DiskSources,
  set: readonly string[],
): NamedScenario {
  const read = readScenario(path, sources);
  const load = (changes: readonly string[]): Omit<NamedScenario, "variants" | "variantOf"> => {
    const loaded = read(changes);
    const warnings = [...loaded.warnings, ...unreadWarnings(changes, loaded, "--set")];
    const digests = loaded.files.map((file) => ({ path: file.path, sha256: sources.digest(file.path) }));
    return { ...loaded, warnings, argument, digests };
  };
  const main = load(set);
  const variants = main.scenario.variants.map((variant): NamedScenario => {
    const where = main.where(`variants[${variant.id}].set`);
    const varied = inVariant(where, variant.id, () => load([...set, ...variant.set]));
    // A name that tells it apart in tables; without variants, so that its own file gives it alone.
    const name = `${main.scenario.name} (${variant.id})`;
    const scenario = { ...varied.scenario, name, variants: [] };
    const variantOf = { ...variant, scenario: main.scenario.name };
    return { ...varied, scenario, variants: [], variantOf };
  });
  return { ...main, variants, variantOf: null };
}

/** Says of each problem of a variant that it is the variant's, and where its changes are written. */
function inVariant<T>(where: Where, id: string, load: () => T): T {
  try {
    return load();
  } catch (failure) {
    if (!(failure instanceof ScenarioError)) throw failure;
    throw new ScenarioError(
      failure.problems.map((problem) => ({
        ...problem,
        ...(problem.line === undefined ? where : {}),
        path: `variants[${id}]: ${problem.path}`,
      })),
    );
  }
}

/** Loads scenarios that must all be valid and have names of their own. */
export function loadAll(arguments_: readonly string[], set: readonly string[]): readonly NamedScenario[] {
  const scenarios = loadValid(arguments_, set);
  refuseSameNames(scenarios);
  return scenarios;
}

/** Refuses scenarios, or variants of them, that are called the same. */
export function refuseSameNames(scenarios: readonly NamedScenario[]): void {
  const firstOf = new Map<string, string>();
  for (const { scenario, argument } of scenarios.flatMap((main) => [main, ...main.variants])) {
    const other = firstOf.get(scenario.name);
    if (other !== undefined) throw badInput(messages.sameName(scenario.name, [other, argument]));
    firstOf.set(scenario.name, argument);
  }
}

/** Loads scenarios that must all be valid; otherwise says everything that is wrong with all of them. */
export function loadValid(arguments_: readonly string[], set: readonly string[]): readonly NamedScenario[] {
  const loadings = arguments_.map((argument) => tryLoad(argument, set));
  const complaints = loadings.flatMap((loading) => {
    if (loading.kind === "missing") return [loading.message];
    return loading.kind === "refused" ? loading.problems.map(renderProblem) : [];
  });
  if (complaints.length > 0) {
    const errors = loadings.reduce((count, loading) => count + countErrors(loading), 0);
    throw badInput([...complaints, messages.nothingRun(errors)].join("\n"));
  }
  return loadings.flatMap((loading) => (loading.kind === "loaded" ? [loading.named] : []));
}

/** Counts what stops a scenario. */
export function countErrors(loading: Loading): number {
  if (loading.kind === "missing") return 1;
  return loading.kind === "loaded"
    ? 0
    : loading.problems.filter(({ severity }) => severity === "error").length;
}
