import { estimationValues } from "../../measures/estimation-values.ts";
import { placeOf } from "../../measures/place-of.ts";
import type { MeasurePlan, ReplicationResult } from "../../measures/result.ts";
import type { HeldResults } from "../../measures/scenario-results.ts";
import { type AgainstBest, compareWithBest } from "../../stats/compare-with-best.ts";
import { type PairedDifference, pairedDifference } from "../../stats/paired-difference.ts";
import { sampleMean } from "../../stats/sample.ts";
import { checkLayout } from "../check-layout.ts";
import { DEFAULT_REPLICATIONS } from "../defaults.ts";
import { checkRunnable, MAX_REPLICATIONS, wholeOption } from "../door.ts";
import { type ExecutionOptions, executionOf, type Runnable } from "../execution-options.ts";
import type { Job } from "../executor.ts";
import { jobOf, range } from "../replicate.ts";
import { type Allocation, allAllocations, allocationKey, countAllocations, withPart } from "./allocations.ts";
import { optionScenario } from "./option-scenario.ts";
import {
  changedPlaces,
  haveSamePlaces,
  naiveAllocation,
  placesOfAsk,
  type WhereAsk,
  type WherePlaces,
} from "./places.ts";

/** Changes how the best places are sought. */
export interface BestPlacesOptions extends ExecutionOptions {
  /** Random seed, the same for every option; "1" if left out. */
  readonly seed?: string;
  /** Replications of each option that may be the best; 100 if left out. */
  readonly replications?: number;
  /**
   * The scenario under sets of values of what is not known, in turn: replication r is of set r modulo their
   * number, so that ways are compared by their means over the sets; as it is written if left out.
   */
  readonly under?: readonly Runnable[];
  /** Hears how many replications more were decided on. */
  readonly onMore?: (count: number) => void;
}

/** One way to lose or add hours, and what it does. */
export interface WhereOption {
  readonly allocation: Allocation;
  /** People who reach three contacts, less those of the service as it is; and of the most deprived fifth. */
  readonly people: PairedDifference;
  readonly deprived: PairedDifference;
  /** Cost of the programme less that of the service as it is, in GBP over the run; null if unknown. */
  readonly cost: number | null;
  /** Against the best of the others, in people who reach three contacts. */
  readonly against: AgainstBest;
  readonly replications: number;
}

/** Holds the ways to lose or add hours, the best first. */
export interface BestPlaces {
  readonly ask: WhereAsk;
  readonly where: WherePlaces;
  readonly options: readonly WhereOption[];
  /** What the rule of thumb would do. */
  readonly naive: WhereOption;
  /** Whether every way was simulated; else the best was sought by greedy steps and swaps. */
  readonly isAll: boolean;
  /** How many ways there are. */
  readonly ways: number;
  /** Ways that were simulated at all. */
  readonly tried: number;
  readonly replications: number;
  /** All that was simulated: the service as it is first, then ways. */
  readonly simulated: readonly HeldResults[];
}

/** More ways than these are not all simulated. */
const MAX_ALL = 100;
/** Replications by which options are screened, and by which steps and swaps are chosen. */
const [SCREENING, STEPPING] = [16, 8];
/** Chance that anything said of which option is the best is wrong; half of it is the screening's. */
const ERROR = 0.05;
/** Places that a swap takes from, and gives to, and how often all swaps are tried. */
const [SWAPPED, SWAPS] = [4, 5];

const PEOPLE = "people.reached_3";

/**
 * Finds where full-time equivalents are best lost or added: the way that most people reach three contacts
 * with. Every way is simulated where there are at most 100, else the best is sought by greedy steps (a place
 * is looked at again only when its last known effect is the best: Minoux 1978) and swaps. All ways have the
 * same people and draws. Those that are surely not the best after 16 replications are simulated no further
 * (screening as in Nelson, Swann, Goldsman & Song 2001, Oper Res 49, 950-963), the others so often as asked;
 * intervals are multiple comparisons with the best that hold together in at least 95 %, screening included.
 */
export async function bestPlaces(
  loaded: Runnable,
  ask: WhereAsk,
  options: BestPlacesOptions = {},
): Promise<BestPlaces> {
  checkRunnable(loaded);
  const { under = [loaded] } = options;
  const { replications = DEFAULT_REPLICATIONS, onMore = () => {}, seed } = options;
  wholeOption("replications", replications, 2, MAX_REPLICATIONS);
  const where = placesOfAsk(loaded, ask);
  if (under.some((one) => !haveSamePlaces(placesOfAsk(one, ask), where))) throw changedPlaces(ask);
  const { executor, onReplication } = executionOf(options);
  const known = new Map<string, Simulated>();
  /** Replications that were told and are not simulated yet. */
  let ahead = 0;
  const optionOfKey = async (allocation: Allocation | null): Promise<Simulated> => {
    const key = allocation === null ? "as it is" : allocationKey(allocation);
    const before = known.get(key);
    if (before !== undefined) return before;
    const jobs = under.map((one) => {
      const scenario = allocation === null ? one : optionScenario(one, ask, where, allocation);
      if (allocation !== null) checkLayout(scenario);
      return jobOf(scenario, { ...(seed === undefined ? {} : { seed }), detail: "summary" });
    });
    const made = { jobs, plan: await executor.plan(jobs[0]), results: [] };
    known.set(key, made);
    return made;
  };
  const simulated: Simulate = async (allocations, upTo) => {
    const asked: Simulated[] = [];
    for (const allocation of allocations) asked.push(await optionOfKey(allocation));
    // Those that have as many replications already go on together.
    for (const from of new Set(asked.map(({ results }) => results.length))) {
      const together = [...new Set(asked)].filter(({ results }) => results.length === from);
      const wanted = range(from, upTo);
      if (wanted.length === 0) continue;
      tell(wanted.length * together.length);
      const sets = under.length === 1 ? [wanted] : wanted.map((replication) => [replication]);
      const made = await Promise.all(
        sets.map((some) =>
          executor.executeTogether(
            together.map(({ jobs }) => jobs[some[0] % jobs.length]),
            some,
            onReplication,
          ),
        ),
      );
      for (const ofSet of made)
        for (const [n, results] of ofSet.entries()) together[n].results.push(...results);
    }
    return asked;
  };
  const capacities = where.places.map(({ capacity }) => capacity);
  const ways = countAllocations(capacities, where.parts);
  const isAll = ways <= MAX_ALL;
  if (isAll) foresee(replications + ways * Math.min(SCREENING, replications));
  const [base] = await simulated([null], replications);
  const means: Means = async (allocations) => {
    const upTo = Math.min(STEPPING, replications);
    return (await simulated(allocations, upTo)).map((one) => meanPeople(one, upTo));
  };
  const tried = isAll ? allAllocations(capacities, where.parts) : await steppedAndSwapped(where, means);
  const naive = naiveAllocation(ask, where);
  const screened = await screen(tried, simulated, replications, foresee);
  const found: WhereOption[] = [];
  for (const { allocation, against } of screened)
    found.push(optionOf(allocation, against, base, await optionOfKey(allocation)));
  found.sort(inOrder);
  const named = found.find(({ allocation }) => allocationKey(allocation) === allocationKey(naive));
  const [best] = found;
  const ofNaive = named ?? (await naiveOption(naive, best));
  const all = [...known.values()];
  return {
    ask,
    where,
    options: found,
    naive: ofNaive,
    isAll,
    ways,
    tried: all.length - 1,
    replications: all.reduce((sum, { results }) => sum + results.length, 0),
    simulated: all.map(({ plan, results }) => ({ plan, results })),
  };

  /** Says ahead what is surely simulated, so that who watches can tell how long it takes. */
  function foresee(count: number): void {
    ahead += count;
    onMore(count);
  }

  function tell(count: number): void {
    const foreseen = Math.min(ahead, count);
    ahead -= foreseen;
    if (count > foreseen) onMore(count - foreseen);
  }

  /** Compares the rule of thumb's way, where it was not among those compared, with the best by itself. */
  async function naiveOption(allocation: Allocation, best: WhereOption): Promise<WhereOption> {
    const upTo = best.replications;
    const samples = await simulated([best.allocation, allocation], upTo);
    const against = compareWithBest(samples.map(peopleIn), "higher", 1 - ERROR);
    return optionOf(allocation, against?.[1] ?? unknown(samples[1]), base, samples[1]);
  }
}

interface Simulated {
  /** One a set of values, in turn. */
  readonly jobs: readonly Job[];
  readonly plan: MeasurePlan;
  readonly results: ReplicationResult[];
}

/** Simulates ways, null for the service as it is, up to so many replications each. */
type Simulate = (allocations: readonly (Allocation | null)[], upTo: number) => Promise<readonly Simulated[]>;

/** Gives the people whom each way helps, by as few replications as steps are chosen by. */
type Means = (allocations: readonly (Allocation | null)[]) => Promise<readonly number[]>;

/** Compares options with the best of them, those that may be it by all replications. */
async function screen(
  tried: readonly Allocation[],
  simulated: Simulate,
  replications: number,
  foresee: (count: number) => void,
): Promise<readonly { readonly allocation: Allocation; readonly against: AgainstBest }[]> {
  const few = Math.min(SCREENING, replications);
  const first = await simulated(tried, few);
  const byFew = compareWithBest(
    first.map((one) => peopleIn(one).slice(0, few)),
    "higher",
    1 - ERROR / 2,
  );
  const staying = tried.filter((_, i) => byFew?.[i].mayBeBest !== false);
  if (staying.length > 1) foresee(staying.length * (replications - few));
  const last = await simulated(staying, replications);
  // Each comparison has the error that it has among all options.
  const confidence = 1 - (ERROR / 2) * ((staying.length - 1) / Math.max(1, tried.length - 1));
  const byAll = compareWithBest(last.map(peopleIn), "higher", confidence);
  return tried.map((allocation, i) => {
    const stays = staying.indexOf(allocation);
    const screenedOut = byFew?.[i];
    if (stays < 0 && screenedOut !== undefined) return { allocation, against: screenedOut };
    return { allocation, against: byAll?.[stays] ?? unknown(last[stays]) };
  });
}

/** What is known of the only option that may be the best. */
function unknown(simulated: Simulated): AgainstBest {
  return {
    mean: meanPeople(simulated, simulated.results.length),
    fromBest: 0,
    ciLow: null,
    ciHigh: null,
    mayBeBest: true,
  };
}

/** Seeks the best way by greedy steps, then by swaps; returns it with the last swaps that were tried. */
async function steppedAndSwapped(
  { places, parts }: WherePlaces,
  means: Means,
): Promise<readonly Allocation[]> {
  let current: Allocation = places.map(() => 0);
  const able = [...places.keys()].filter((n) => places[n].capacity > 0);
  const [asItIs, ...ofOnePart] = await means([null, ...able.map((n) => withPart(current, n))]);
  let reached = asItIs;
  /** What a part at each place made when it was looked at last. */
  const effects = places.map(() => -Infinity);
  for (const [i, n] of able.entries()) effects[n] = ofOnePart[i] - reached;
  for (let step = 0; step < parts; step++) {
    const looked = new Set<number>();
    for (;;) {
      const [first] = byEffect().filter((n) => current[n] < places[n].capacity);
      const [value] = await means([withPart(current, first)]);
      effects[first] = value - reached;
      if (!looked.has(first)) {
        looked.add(first);
        continue;
      }
      current = withPart(current, first);
      reached = value;
      break;
    }
  }
  let swaps: readonly Allocation[] = [];
  for (let round = 0; round < SWAPS; round++) {
    swaps = swapsOf(current);
    let best = current;
    for (const [i, value] of (await means(swaps)).entries())
      if (value > reached) [best, reached] = [swaps[i], value];
    if (best === current) break;
    current = best;
  }
  const distinct = new Map([current, ...swaps].map((one) => [allocationKey(one), one]));
  return [...distinct.values()];

  function byEffect(): number[] {
    return [...places.keys()].sort((a, b) => effects[b] - effects[a] || a - b);
  }

  function swapsOf(allocation: Allocation): Allocation[] {
    const order = byEffect();
    const taken = order.filter((n) => allocation[n] > 0).slice(-SWAPPED);
    const free = order.filter((n) => allocation[n] < places[n].capacity).slice(0, SWAPPED);
    return taken.flatMap((from) =>
      free.filter((to) => to !== from).map((to) => withPart(withPart(allocation, from, -1), to)),
    );
  }
}

/**
 * Orders options: those that may be the best first, then by people, then by those of the most deprived
 * fifth.
 */
function inOrder(a: WhereOption, b: WhereOption): number {
  return (
    Number(b.against.mayBeBest) - Number(a.against.mayBeBest) ||
    b.against.mean - a.against.mean ||
    (b.deprived.mean ?? 0) - (a.deprived.mean ?? 0)
  );
}

function peopleIn({ plan, results }: Simulated): Float64Array {
  return Float64Array.from(estimationValues(plan, results, placeOf(plan, PEOPLE)));
}

const meanPeople = (simulated: Simulated, upTo: number): number =>
  sampleMean(Array.from(peopleIn(simulated)).slice(0, upTo)) ?? 0;

function optionOf(
  allocation: Allocation,
  against: AgainstBest,
  base: Simulated,
  option: Simulated,
): WhereOption {
  const count = option.results.length;
  const difference = (metric: string, groupBy?: string, group?: string): PairedDifference => {
    const [before, after] = [base, option].map(({ plan, results }) =>
      estimationValues(plan, results.slice(0, count), placeOf(plan, metric, groupBy, group)),
    );
    return pairedDifference(before, after);
  };
  return {
    allocation,
    people: difference(PEOPLE),
    deprived: difference(PEOPLE, "quintile", "1"),
    cost: difference("cost.total").mean,
    against,
    replications: count,
  };
}
