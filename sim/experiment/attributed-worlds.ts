import type { Change } from "../findings/changes.ts";
import { loadScenario } from "../scenario/load.ts";
import { withParts } from "../scenario/parts.ts";
import { type Problem, ScenarioError } from "../scenario/problem.ts";
import { resolvedYaml } from "../scenario/resolved.ts";
import type { Scenario } from "../scenario/schema.ts";
import { sourcesFromMap } from "../scenario/sources.ts";
import { MAX_MEMBERS, membersIn } from "../stats/shapley.ts";
import { listText } from "../words/lists.ts";
import { checkScenario } from "./check-layout.ts";
import type { Runnable } from "./execution-options.ts";

/** A scenario with some of the changes between two made. */
export interface AttributedWorld extends Runnable {
  /** The changes made, a bit each. */
  readonly coalition: number;
}

/**
 * Makes the world of each of some sets of changes between two scenarios: the first has none of them, the
 * last, which is the other scenario, all. Refuses, as a `ScenarioError`, a world that cannot be simulated,
 * such as one in which a dated change names a post that another change brings.
 */
export function attributedWorlds(
  base: Runnable,
  other: Runnable,
  changes: readonly Change[],
  coalitions: readonly number[],
): readonly AttributedWorld[] {
  const all = (1 << changes.length) - 1;
  return coalitions.map((coalition): AttributedWorld => {
    if (coalition === 0) return { ...base, coalition };
    if (coalition === all) return { ...other, coalition };
    const made = membersIn(coalition).map((change) => changes[change]);
    const name = worldName(base.scenario.name, made, coalition);
    const paths = new Set(made.flatMap(({ parts }) => parts.map(({ path }) => path)));
    // Standards are judged of the two scenarios alone, and variants are other worlds.
    const mixed = { ...withParts(base.scenario, other.scenario, paths), standards: [], variants: [] };
    const { scenario, template } = checked(mixed, name, changes);
    return { scenario: { ...scenario, name }, template, coalition };
  });
}

/** Names the world in which some changes are made; of many, by its number. */
function worldName(base: string, made: readonly Change[], coalition: number): string {
  if (made.length > MAX_MEMBERS) return `${base} + ${made.length} changes (${coalition})`;
  return [base, ...made.map(({ name }) => name)].join(" + ");
}

/** Loads a scenario from its own text, by which all that is said of scenarios is checked. */
function checked(scenario: Scenario, name: string, changes: readonly Change[]): Runnable {
  const text = resolvedYaml({ scenario, annotations: new Map() });
  const sources = sourcesFromMap(new Map([[WORLD, text]]), { defaults: WORLD });
  try {
    const loaded = loadScenario(WORLD, sources);
    checkScenario({ ...loaded, defaults: "" });
    return loaded;
  } catch (failure) {
    if (!(failure instanceof ScenarioError)) throw failure;
    throw new ScenarioError(failure.problems.map((problem) => inWorld(problem, name, changes)));
  }
}

const WORLD = "/world.yaml";

function inWorld({ path, found, expected }: Problem, name: string, changes: readonly Change[]): Problem {
  const hint =
    `Changes that need each other are taken as one: of ${listText(changes.map((change) => change.name))}, ` +
    'group some with --by "NAME=PATH,PATH".';
  return { file: name, path, found, expected, hint, severity: "error" };
}
