import { placeOf } from "../measures/place-of.ts";
import type { MeasurePlan, ReplicationResult } from "../measures/result.ts";
import type { Scenario } from "../scenario/schema.ts";
import { meanInterval } from "../stats/mean-interval.ts";
import { countText } from "../words/numbers.ts";
import { ORGANISATION_TYPES, type OrganisationType } from "../words/organisation-types.ts";
import { type Bounds, sideOfZero } from "./side-of-zero.ts";

/**
 * Names how a pool stands over the last weeks of the run. Closed: no post is left. Unknown: nobody had a
 * first contact, so that no load can be given.
 */
export type Regime = "closed" | "overloaded" | "shocked" | "filling" | "unknown" | "stable";

/** Words for each regime, as it is listed. */
export const REGIME_WORDS: Readonly<Record<Regime, string>> = {
  closed: "closed",
  overloaded: "overloaded",
  shocked: "shocked",
  filling: "filling",
  unknown: "not known",
  stable: "stable",
};

/**
 * States the regime of a pool, with the offered loads it rests on; null where they cannot be given (no first
 * contact in the time).
 */
export interface RegimeVerdict {
  readonly pool: string;
  readonly regime: Regime;
  /** The larger of the two loads, and which one it is: the one that binds. */
  readonly load: number | null;
  readonly binds: "hours" | "places";
  readonly hours: number | null;
  readonly places: number | null;
  /**
   * Growth of waiting list and caseload together, people a week, with its 95 % interval over replications.
   */
  readonly growth: number | null;
  readonly growthLow: number | null;
  readonly sentence: string;
}

const SHOCK = 0.1;

/**
 * Judges each pool over the last 26 weeks, or since the last dated change: overloaded if the offered load is
 * 1 or more; unknown if it has none; shocked if a dated change moved it by more than 0.1; filling if waiting
 * list and caseload grow (the 95 % interval of the slope lies above 0); else stable. The first that holds.
 * Means are over replications; with fewer than two a pool is never called filling.
 */
export function regimeVerdicts(
  plan: MeasurePlan,
  results: readonly ReplicationResult[],
  scenario: Scenario,
): RegimeVerdict[] {
  const ordered = [...results].sort((a, b) => a.replication - b.replication);
  const pools = plan.metrics.flatMap(({ metric, groupBy, group }) =>
    groupBy === "pool" && metric === "load.hours" ? [group] : [],
  );
  return pools.flatMap((pool) => {
    const of = (metric: string): ReturnType<typeof meanInterval> => {
      const n = placeOf(plan, metric, "pool", pool);
      return meanInterval(ordered.map((result) => result.values[n]));
    };
    // Its practices were joined into another pool.
    if (of("posts.practices").mean === 0) return [];
    const hours = of("load.hours").mean;
    const places = of("load.places").mean;
    const change = of("load.change").mean;
    const growth = of("load.growth");
    const binds = places !== null && (hours === null || places > hours) ? "places" : "hours";
    const load = binds === "places" ? places : hours;
    const verdict = {
      pool,
      load,
      binds,
      hours,
      places,
      growth: growth.mean,
      growthLow: growth.ciLow,
      regime: (of("posts.end").mean ?? 1) < 0.5 ? "closed" : regimeOf(load, change, growth),
    } as const;
    const waiting = of("waiting_list.end").mean ?? 0;
    return [
      { ...verdict, sentence: sentence(verdict, { isGrowing: sideOfZero(growth) > 0, waiting }, scenario) },
    ];
  });
}

/** States the regime of the organisations of a type; null where nobody came. */
export interface TypeVerdict {
  readonly type: OrganisationType;
  readonly regime: Regime;
  /** Load that those who come offer to the places, over the last weeks. */
  readonly load: number | null;
}

/**
 * Judges the organisations of each type that a scenario has, as `regimeVerdicts` does pools: by load, its
 * change at the last dated change, and growth of the queues.
 */
export function typeVerdicts(plan: MeasurePlan, results: readonly ReplicationResult[]): TypeVerdict[] {
  return ORGANISATION_TYPES.flatMap((type) => {
    const of = (metric: string): ReturnType<typeof meanInterval> => {
      const n = placeOf(plan, metric, "organisation_type", type);
      return meanInterval(n < 0 ? [] : results.map((result) => result.values[n]));
    };
    if ((of("organisations.count").mean ?? 0) === 0) return [];
    const load = of("organisation.load").mean;
    const isClosed = of("organisations.places").mean === 0;
    const regime = isClosed
      ? "closed"
      : regimeOf(load, of("organisation.load_change").mean, of("organisation.queue_growth"));
    return [{ type, regime, load }];
  });
}

function regimeOf(load: number | null, change: number | null, growth: Bounds): Regime {
  if (load === null) return "unknown";
  if (load >= 1) return "overloaded";
  if (change !== null && Math.abs(change) > SHOCK) return "shocked";
  if (sideOfZero(growth) > 0) return "filling";
  return "stable";
}

function sentence(
  verdict: Omit<RegimeVerdict, "sentence">,
  { isGrowing, waiting }: { readonly isGrowing: boolean; readonly waiting: number },
  scenario: Scenario,
): string {
  const { pool, regime, load, binds, places, growth } = verdict;
  if (regime === "closed") return `${pool}: closed, no post is left, so nobody is referred.`;
  if (regime === "unknown" || load === null) {
    const left =
      waiting < 0.5 ? "" : `, and ${countText(Math.round(waiting), "person", "people")} wait at the end`;
    return `${pool}: not known whether it keeps up: nobody has a first contact in the last weeks${left}.`;
  }
  const percent = `${Math.round(load * 100)} %`;
  const bound = binds === "hours" ? "hours of casework" : "caseload places";
  const cap = scenario.link_workers.caseload_cap;
  const overCap =
    places === null || cap === Infinity
      ? ""
      : ` (places: ${capText(places, cap, 20)} at a cap of 20, ${capText(places, cap, 60)} at 60)`;
  switch (regime) {
    case "overloaded": {
      const ending =
        isGrowing && growth !== null
          ? `list and caseload grow by ${growth.toFixed(1)} people a week, ${Math.round(growth * 52)} ` +
            "more in a year"
          : "the list settles only as people give up";
      return (
        `${pool}: overloaded, people who would come need ${percent} of the ${bound}; ` +
        `${ending}${overCap}.`
      );
    }
    case "shocked":
      return (
        `${pool}: shocked, the last dated change moved its load by more than 10 points, to ${percent} ` +
        `of the ${bound}${overCap}.`
      );
    case "filling":
      return (
        `${pool}: filling, ${percent} of the ${bound} are asked for and list and caseload still grow ` +
        `by ${(growth ?? 0).toFixed(1)} people a week${overCap}.`
      );
    case "stable":
      return `${pool}: stable, ${percent} of the ${bound} are asked for${overCap}.`;
  }
}

function capText(places: number, cap: number, other: number): string {
  return `${Math.round((places * cap * 100) / other)} %`;
}
