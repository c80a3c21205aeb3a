import { estimationValues } from "../measures/estimation-values.ts";
import { placeOf } from "../measures/place-of.ts";
import type { MeasurePlan } from "../measures/result.ts";
import { inReplicationOrder, type Results } from "../measures/scenario-results.ts";
import type { Scenario } from "../scenario/schema.ts";
import { confidenceSequence, type SequenceBounds, valuesForDistance } from "../stats/confidence-sequence.ts";
import { replicationInterval } from "../stats/replication-interval.ts";
import { ORGANISATION_TYPES, type OrganisationType } from "../words/organisation-types.ts";
import { groupMean, type KnownMean } from "./known-mean.ts";
import { regimeSentence } from "./regime-sentence.ts";
import { sideBeyondChance } from "./side-of-zero.ts";

/**
 * Names how a pool stands over the last weeks of the run. `closed`: no post is left. `unknown`: nobody had a
 * first contact, so that no load can be given. The others hold of the
 * model's mean, whatever the number of replications, with an error of 1 % over all lists of a scenario:
 * `overloaded`, the load is above 1; `at its limit`, it lies within 0.97 to 1.03; `filling`, it is below 1
 * and list and caseload grow by more than 0.2 % of the caseload a week; `stable`, it is below 1 and they do
 * not. `undecided`: more replications are needed.
 */
export type Regime =
  | "closed"
  | "overloaded"
  | "at its limit"
  | "filling"
  | "stable"
  | "undecided"
  | "unknown";

/** Words for each regime, as it is listed. */
export const REGIME_WORDS: Readonly<Record<Regime, string>> = {
  closed: "closed",
  overloaded: "overloaded",
  "at its limit": "at its limit",
  filling: "filling",
  stable: "stable",
  undecided: "undecided",
  unknown: "not known",
};

/** Holds a regime, with what it rests on. */
export interface Judged {
  readonly regime: Regime;
  /** Whether a dated change moved the load by more than 10 points. */
  readonly isShocked: boolean;
  /** The load, with bounds that hold at any number of replications. */
  readonly load: number | null;
  readonly loadLow: number | null;
  readonly loadHigh: number | null;
  /** About how many replications would decide what is undecided; null if it is decided, or none would. */
  readonly replicationsToDecide: number | null;
}

/**
 * States the regime of a pool, with the offered loads it rests on; null where they cannot be given (no first
 * contact in the time).
 */
export interface RegimeVerdict extends Judged {
  readonly pool: string;
  /** Which of the two loads is the larger: the one that binds. */
  readonly binds: "hours" | "places";
  readonly hours: number | null;
  readonly places: number | null;
  /** Growth of waiting list and caseload together over the last year, people a week. */
  readonly growth: number | null;
  readonly sentence: string;
}

/** States the regime of the organisations of a type; null where nobody came. */
export interface TypeVerdict extends Judged {
  readonly type: OrganisationType;
}

/** Error that all verdicts of a scenario share. */
const ERROR = 0.01;
const SHOCK = 0.1;
const LIMIT = 0.03;
/** Share of the caseload by which list and caseload may grow in a week and still be called stable. */
const GROWTH = 0.002;

/**
 * Judges each pool: its load over the last 26 weeks, or since the last dated change, as a ratio of means over
 * replications, and its growth over the last year, or since then. `knownMean` gives the
 * means of what has no values.
 */
export function regimeVerdicts(
  plan: MeasurePlan,
  results: Results,
  scenario: Scenario,
  knownMean?: KnownMean,
): RegimeVerdict[] {
  const ordered = inReplicationOrder({ plan, results });
  const named = plan.metrics.flatMap(({ metric, groupBy, group }) =>
    groupBy === "pool" && metric === "load.hours" ? [group] : [],
  );
  const values = (metric: string, pool: string): Float64Array =>
    estimationValues(plan, ordered, placeOf(plan, metric, "pool", pool));
  const meanOf = (metric: string, pool: string): number | null =>
    groupMean({ plan, results: ordered, knownMean }, metric, "pool", pool);
  // A pool without practices was joined into another one.
  const pools = named.filter((pool) => meanOf("posts.practices", pool) !== 0);
  return pools.map((pool) => {
    const of = (metric: string): number | null => meanOf(metric, pool);
    const hours = of("load.hours");
    const places = of("load.places");
    const binds = places !== null && (hours === null || places > hours) ? "places" : "hours";
    const judged = judge({
      load: values(`load.${binds}`, pool),
      change: values("load.change", pool),
      growth: values("load.growth_in_a_year", pool),
      open: values("load.open", pool),
      lists: pools.length,
    });
    const isClosed = (of("posts.end") ?? 1) < 0.5;
    const verdict = {
      pool,
      binds,
      hours,
      places,
      growth: of("load.growth_in_a_year"),
      ...judged,
      ...(isClosed ? ({ regime: "closed", replicationsToDecide: null } as const) : {}),
    } as const;
    const growth = replicationInterval(values("load.growth_in_a_year", pool));
    const losses = {
      gaveUp: of("list.gave_up"),
      declined: of("list.declined"),
      keptBack: of("requests.never_referred"),
      turnedAway: of("requests.turned_away"),
    };
    const waiting = of("waiting_list.end") ?? 0;
    return {
      ...verdict,
      sentence: regimeSentence(verdict, {
        isGrowing: sideBeyondChance(growth) > 0,
        losses,
        waiting,
        scenario,
      }),
    };
  });
}

/** Judges the organisations of each type that a scenario has, as `regimeVerdicts` does pools. */
export function typeVerdicts(plan: MeasurePlan, results: Results, knownMean?: KnownMean): TypeVerdict[] {
  const ordered = inReplicationOrder({ plan, results });
  const values = (metric: string, type: OrganisationType): Float64Array =>
    estimationValues(plan, ordered, placeOf(plan, metric, "organisation_type", type));
  const meanOf = (metric: string, type: OrganisationType): number | null =>
    groupMean({ plan, results: ordered, knownMean }, metric, "organisation_type", type);
  const types = ORGANISATION_TYPES.filter((type) => (meanOf("organisations.count", type) ?? 0) > 0);
  return types.map((type) => {
    const judged = judge({
      load: values("organisation.load", type),
      change: values("organisation.load_change", type),
      growth: values("organisation.queue_growth", type),
      open: values("organisation.in_place", type),
      lists: types.length,
    });
    const isClosed = meanOf("organisations.places", type) === 0;
    return {
      type,
      ...judged,
      ...(isClosed ? ({ regime: "closed", replicationsToDecide: null } as const) : {}),
    };
  });
}

/** What a verdict rests on, a value of each replication. */
interface Grounds {
  readonly load: ArrayLike<number>;
  readonly change: ArrayLike<number>;
  readonly growth: ArrayLike<number>;
  /** People on list and caseload, of whom the growth is a share. */
  readonly open: ArrayLike<number>;
  /** How many are judged beside it. */
  readonly lists: number;
}

/**
 * Judges one list. Load and growth share the list's part of the error. A true value lies on one side of its
 * limit, so that one bound alone can err: bounds on both sides may have twice the error of one.
 */
export function judge({ load, change, growth, open, lists }: Grounds): Judged {
  const error = ERROR / Math.max(1, lists);
  const loads = confidenceSequence(load, error);
  const excess = confidenceSequence(
    Array.from(growth, (value, i) => value - GROWTH * open[i]),
    error,
  );
  const changes = replicationInterval(change);
  const regime = loads.mean === null ? "unknown" : regimeOf(loads, excess);
  return {
    regime,
    isShocked: Math.abs(changes.mean ?? 0) > SHOCK && sideBeyondChance(changes) !== 0,
    load: loads.mean,
    loadLow: loads.low,
    loadHigh: loads.high,
    replicationsToDecide: regime === "undecided" ? toDecide(loads, excess, error) : null,
  };
}

function regimeOf(load: SequenceBounds, excess: SequenceBounds): Regime {
  if (load.low === null || load.high === null) return "undecided";
  if (load.low > 1) return "overloaded";
  if (load.high >= 1) return load.low >= 1 - LIMIT && load.high <= 1 + LIMIT ? "at its limit" : "undecided";
  if (excess.low === null || excess.high === null) return "undecided";
  if (excess.low > 0) return "filling";
  return excess.high < 0 ? "stable" : "undecided";
}

function toDecide(load: SequenceBounds, excess: SequenceBounds, error: number): number | null {
  if (load.mean === null || load.sd === null || excess.mean === null || excess.sd === null) return null;
  // Within the limit's width a load is decided when its bounds are as narrow, at the latest.
  const apart = Math.max(Math.abs(load.mean - 1), LIMIT - Math.abs(load.mean - 1));
  const ofLoad = valuesForDistance(load.sd, apart, error);
  if (load.mean >= 1 || ofLoad === null) return ofLoad;
  const ofGrowth = valuesForDistance(excess.sd, Math.abs(excess.mean), error);
  return ofGrowth === null ? null : Math.max(ofLoad, ofGrowth);
}
