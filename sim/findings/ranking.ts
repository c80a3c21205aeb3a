import { estimationValues } from "../measures/estimation-values.ts";
import { HEADLINES } from "../measures/headlines.ts";
import { placeOf } from "../measures/place-of.ts";
import { inReplicationOrder, type ScenarioResults } from "../measures/scenario-results.ts";
import { type AgainstBest, compareWithBest } from "../stats/compare-with-best.ts";

/** Holds the scenarios in order of one metric, the best first. */
export interface Ranking {
  readonly metric: string;
  readonly unit: string;
  readonly better: "higher" | "lower";
  readonly ranked: readonly (AgainstBest & { readonly scenario: string })[];
}

/** Ranks scenarios by each headline metric that all of them have; with the same mean, in the order given. */
export function rankingsOf(runs: readonly ScenarioResults[]): readonly Ranking[] {
  const ordered = runs.map(inReplicationOrder);
  return HEADLINES.flatMap(({ metric, better }): Ranking[] => {
    const places = runs.map(({ plan }) => placeOf(plan, metric));
    if (places.includes(-1)) return [];
    const against = compareWithBest(
      places.map((place, i) => estimationValues(runs[i].plan, ordered[i], place)),
      better,
    );
    if (against === null) return [];
    const sign = better === "higher" ? -1 : 1;
    const ranked = against
      .map((one, i) => ({ ...one, scenario: runs[i].plan.scenario }))
      .sort((a, b) => sign * (a.mean - b.mean));
    return [{ metric, unit: runs[0].plan.metrics[places[0]].unit, better, ranked }];
  });
}
