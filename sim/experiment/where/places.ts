import { layOut } from "../../model/layout.ts";
import { type Problem, ScenarioError } from "../../scenario/problem.ts";
import { listText } from "../../words/lists.ts";
import { numberText } from "../../words/numbers.ts";
import type { Runnable } from "../execution-options.ts";
import type { Allocation } from "./allocations.ts";

/** Asks where full-time equivalents are to be lost, or added. */
export interface WhereAsk {
  readonly kind: "lose" | "add";
  readonly fte: number;
  /**
   * Hours go in parts of so many full-time equivalents; if left out the greatest of 1, 0.5, 0.25, 0.2, 0.1
   * and 0.05 that divides what is asked and, where it is to be lost, every post.
   */
  readonly part?: number;
  /** The day on which it happens; the first day that is measured if left out. */
  readonly date?: string;
}

/** A place that loses or gains hours: a post, or a waiting list that a new post serves. */
export interface Place {
  readonly id: string;
  /** Full-time equivalents of the post; of a waiting list, of its posts together. */
  readonly fte: number;
  /** How many parts it can lose or gain. */
  readonly capacity: number;
  /** Registered people for whom it is there. */
  readonly people: number;
  /** The practice, or the pool, that a new post is given to. */
  readonly at: { readonly practice: string } | { readonly pool: string };
}

/** Holds the places of an ask, and in how many parts of which size it goes to them. */
export interface WherePlaces {
  readonly places: readonly Place[];
  readonly part: number;
  readonly parts: number;
}

const PARTS = [1, 0.5, 0.25, 0.2, 0.1, 0.05];
/** Part of a full-time equivalent that is nothing. */
const ROUNDING = 1e-9;

/**
 * Lists where full-time equivalents can be lost or added. Refuses, as a `ScenarioError` at the option, more
 * than there is, and hours that go in no even parts.
 */
export function placesOfAsk({ scenario, template }: Runnable, ask: WhereAsk): WherePlaces {
  const { pools, practices, posts } = layOut(scenario, template);
  const initial = posts.filter(({ isInitial }) => isInitial);
  const people = pools.map((pool) => pool.practices.reduce((sum, n) => sum + practices[n].listSize, 0));
  const practiceIds = new Set(practices.map(({ id }) => id));
  const at = (pool: number): Place["at"] =>
    practiceIds.has(pools[pool].id) ? { practice: pools[pool].id } : { pool: pools[pool].id };
  const found =
    ask.kind === "lose"
      ? initial.map(({ id, pool, fte }) => {
          const beside = initial.filter((other) => other.pool === pool).length;
          return { id, fte, people: people[pool] / beside, at: at(pool) };
        })
      : pools.map(({ id }, pool) => ({
          id,
          fte: initial.filter((post) => post.pool === pool).reduce((sum, { fte }) => sum + fte, 0),
          people: people[pool],
          at: at(pool),
        }));
  const total = found.reduce((sum, { fte }) => sum + fte, 0);
  if (ask.kind === "lose" && ask.fte > total + ROUNDING)
    throw refusal(ask, `at most the ${numberText(total, 2)} full-time equivalents that there are`);
  const whole = ask.kind === "lose" ? [ask.fte, ...found.map(({ fte }) => fte)] : [ask.fte];
  const part = ask.part ?? PARTS.find((size) => whole.every((fte) => isMultiple(fte, size)));
  if (part === undefined || !isMultiple(ask.fte, part))
    throw refusal(ask, `full-time equivalents in even parts, such as of --part ${listText(["0.5", "0.1"])}`);
  const parts = Math.round(ask.fte / part);
  const places = found.map((place) => ({
    ...place,
    capacity: ask.kind === "lose" ? Math.min(parts, Math.floor(place.fte / part + ROUNDING)) : parts,
  }));
  if (places.reduce((sum, { capacity }) => sum + capacity, 0) < parts)
    throw refusal(ask, `what posts have in parts of ${part}; a smaller --part takes more of each`);
  return { places, part, parts };
}

/**
 * Gives what a rule of thumb does: takes from the posts of the smallest lists, or gives to the
 * waiting lists of the most people for each full-time equivalent that they have.
 */
export function naiveAllocation({ kind }: WhereAsk, { places, part, parts }: WherePlaces): Allocation {
  const given = places.map(() => 0);
  for (let left = parts; left > 0; left--) {
    let best = -1;
    places.forEach((place, n) => {
      if (given[n] >= place.capacity) return;
      if (best < 0 || need(place, given[n]) > need(places[best], given[best])) best = n;
    });
    given[best]++;
  }
  return given;

  function need({ people, fte }: Place, parted: number): number {
    return kind === "lose" ? -people : people / (fte + parted * part + ROUNDING);
  }
}

function isMultiple(fte: number, size: number): boolean {
  return Math.abs(fte / size - Math.round(fte / size)) < 1e-6;
}

/** Says whether hours go to the same places in two services. */
export function haveSamePlaces(one: WherePlaces, two: WherePlaces): boolean {
  const placesIn = ({ places }: WherePlaces): string =>
    JSON.stringify(places.map(({ id, fte, capacity }) => [id, fte, capacity]));
  return placesIn(one) === placesIn(two);
}

/** Refuses sets of values that change which posts there are. */
export const changedPlaces = (ask: WhereAsk): ScenarioError =>
  refusal(ask, "sets of values that leave posts as they are: the ensemble changes which there are");

function refusal({ kind, fte }: WhereAsk, expected: string): ScenarioError {
  const problem: Problem = {
    file: `--${kind}`,
    path: "",
    found: `${numberText(fte, 2)} full-time equivalents`,
    expected,
    severity: "error",
  };
  return new ScenarioError([problem]);
}
