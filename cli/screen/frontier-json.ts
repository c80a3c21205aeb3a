import type { FrontierMembers, FrontierShown, ShownCombination } from "./frontier-screen.ts";
import { levelJson } from "./level-json.ts";

/** Returns what two levers do for their money for machines, in the units of the tables. */
export function frontierJson(shown: FrontierShown, version: string): string {
  const { scenario, paths, goals, seed, budget, combinations, cheapest, forBudget, isAll, count, members } =
    shown;
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
    ...(members === null ? {} : { members: membersJson(shown, members) }),
    combinations: combinations.map(combinationJson),
  };
  return `${JSON.stringify(told, null, 1)}\n`;
}

function combinationJson({ values, cost, isDominated, ...level }: ShownCombination) {
  const { value: _, ...rest } = levelJson({ ...level, value: "" });
  return { values, cost, is_dominated: isDominated, ...rest };
}

/** Says how many members meet the goals at each combination that was asked of them, and where enough do. */
const membersJson = (
  { combinations }: FrontierShown,
  { count, known, share, folder, cheapest, standing }: FrontierMembers,
) => ({
  ...{ folder, drawn: count, of: known, share },
  cheapest: combinations.find(({ level }) => level === cheapest?.level)?.values ?? null,
  standing: combinations.flatMap(({ level, values }) => {
    const found = standing.get(level);
    if (found === undefined) return [];
    const [lowest, highest] = found.between ?? [null, null];
    return { values, met: found.met, lowest, highest, replications: found.replications };
  }),
});
