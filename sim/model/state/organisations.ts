import { Queues } from "../../engine/queues.ts";
import type { Key } from "../../random/keys.ts";
import type { Scenario } from "../../scenario/schema.ts";
import { FOCUSES } from "../../words/focuses.ts";
import type { Layout } from "../layout.ts";
import { deriveKeys } from "./keys.ts";
import type { Memory } from "./memory.ts";

/** A minute past any that a link keeps. */
export const NEVER = 0x7fffffff;

/** Holds what is kept of each organisation, but for its money. */
export type Organisations = ReturnType<typeof makeOrganisations>;

/** Makes room for the organisations of a layout. */
export function makeOrganisations(scenario: Scenario, { organisations, areas }: Layout, { links }: Memory) {
  const n = organisations.length;
  const { types, weeks_in_place: minutesInPlace } = scenario.organisations;
  return {
    key0: new Int32Array(n),
    key1: new Int32Array(n),
    isOpen: new Uint8Array(n),
    places: new Float64Array(n),
    placesAtStart: Float64Array.from(organisations, ({ places, type }) => places ?? types[type].places),
    /** Mean minutes in a place, by focus. */
    minutesInPlace: Float64Array.from(FOCUSES, (focus) => minutesInPlace[focus]),
    othersInPlace: new Int32Array(n),
    othersQueued: new Int32Array(n),
    othersQueuedCrisis: new Int32Array(n),
    othersPerWeek: new Float64Array(n),
    /** Share of a statutory service's other clients that goes to charities instead. */
    displacedShare: new Float64Array(n),
    /**
     * The charities that take them: those of area a stand in `takers` from `takersFrom[a]` to the next, with
     * the sum of places up to each in its area.
     */
    takersFrom: new Int32Array(areas + 1),
    takers: new Int32Array(n),
    takersPlaces: new Float64Array(n),
    /** Chance that somebody leaves a place within a week, and the logarithm of the chance to stay. */
    leavingChance: new Float64Array(n),
    logStaying: new Float64Array(n),
    /** Chance of a week without an ordinary newcomer, and without one in crisis. */
    noOrdinary: new Float64Array(n),
    noCrisis: new Float64Array(n),
    /** People who came since the last intake by themselves (`self_help`) or displaced; those in a crisis. */
    extraArrivals: new Int32Array(n),
    extraCrisisArrivals: new Int32Array(n),
    expectedWeeks: new Float64Array(n),
    /**
     * Linked people: come since the last intake, in the queue, in the queue of those in crisis, and in a
     * place.
     */
    newcomers: new Queues(n, links.shift),
    queued: new Queues(n, links.shift),
    queuedCrisis: new Queues(n, links.shift),
    inPlace: new Queues(n, links.shift),
    /**
     * Minute before which nobody of those linked leaves a place, and before which nobody gives up in a queue:
     * an intake need not look at them.
     */
    firstLeaves: new Int32Array(n),
    firstGivesUp: new Int32Array(n),
    /**
     * Share of an organisation's places that was withdrawn, and the tie that an agreement with the programme
     * stands for.
     */
    withdrawn: new Float64Array(n),
    agreedTie: new Float64Array(n),
  } as const;
}

/** Empties the organisations for a replication and derives their keys. */
export function resetOrganisations(organisations: Organisations, layout: Layout, key: Key): void {
  organisations.displacedShare.fill(0);
  organisations.newcomers.reset();
  organisations.queued.reset();
  organisations.queuedCrisis.reset();
  organisations.inPlace.reset();
  organisations.firstLeaves.fill(NEVER);
  organisations.firstGivesUp.fill(NEVER);
  organisations.withdrawn.fill(0);
  organisations.agreedTie.fill(0);
  deriveKeys(organisations, layout.organisations, key, "organisation");
}
