import type { FrontierShown, ShownCombination } from "./frontier-screen.ts";
import { levelJson } from "./level-json.ts";

/** Returns what two levers do for their money for machines, in the units of the tables. */
export function frontierJson(shown: FrontierShown, version: string): string {
  const { scenario, paths, goals, seed, budget, combinations, cheapest, forBudget, isAll, count } = shown;
  const told = {
    version,
    scenario,
    paths,
    goals,
    seed,
    budget,
    is_all: isAll,
    count,
    replications: shown.replications,
    cheapest: cheapest?.values ?? null,
    for_budget: forBudget?.map(({ values }) => values) ?? null,
    combinations: combinations.map(combinationJson),
  };
  return `${JSON.stringify(told, null, 1)}\n`;
}

function combinationJson({ values, cost, isDominated, ...level }: ShownCombination) {
  const { value: _, ...rest } = levelJson({ ...level, value: "" });
  return { values, cost, is_dominated: isDominated, ...rest };
}
