import type { WhereOption } from "../../sim/experiment/where/best-places.ts";
import type { WhereShown } from "./where-screen.ts";

/** Returns where hours are best lost or added for machines, in the units of the tables. */
export function whereJson(shown: WhereShown, version: string): string {
  const { ask, where, options, naive, isAll, ways, tried, replications, seed, scenario, sets } = shown;
  const told = (option: WhereOption) => ({
    places: where.places.flatMap(({ id, fte }, n) =>
      option.allocation[n] === 0 ? [] : [{ id, fte, changed: option.allocation[n] * where.part }],
    ),
    people: intervalOf(option.people),
    most_deprived_fifth: intervalOf(option.deprived),
    cost: option.cost,
    from_best: option.against.fromBest,
    from_best_low: option.against.ciLow,
    from_best_high: option.against.ciHigh,
    may_be_best: option.against.mayBeBest,
    replications: option.replications,
  });
  const all = {
    version,
    scenario: scenario.name,
    seed,
    ...(sets === null ? {} : { sets: sets.simulated, members: sets.of }),
    ask,
    part: where.part,
    is_all: isAll,
    ways,
    tried,
    replications,
  };
  return `${JSON.stringify({ ...all, options: options.map(told), naive: told(naive) }, null, 1)}\n`;
}

const intervalOf = ({ n, mean, ciLow, ciHigh }: WhereOption["people"]) => ({
  n,
  mean,
  ci_low: ciLow,
  ci_high: ciHigh,
});
