import { MINUTES_PER_WEEK } from "../engine/minutes.ts";
import { ENDED } from "../model/events.ts";
import { type FateColumns, personNumber } from "./fates.ts";

/** Groups that twins are counted in: everybody, then the quintiles, the most deprived first. */
export const TWIN_GROUPS: readonly { readonly groupBy: string; readonly group: string }[] = [
  { groupBy: "all", group: "all" },
  ...["1", "2", "3", "4", "5"].map((group) => ({ groupBy: "quintile", group })),
];

/** A fate in one world, by its row; null for somebody who was not referred there. */
type Fate = { readonly of: FateColumns; readonly row: number } | null;

interface Claim {
  readonly what: string;
  readonly meaning: string;
  /** 1 for who has it in the other world and not in the base, -1 for the reverse, else 0. */
  readonly gain: (base: Fate, other: Fate) => number;
}

const reached = (n: number) => (fate: Fate) => fate !== null && fate.of.contacts[fate.row] >= n;
const endedAs = (reason: number) => (fate: Fate) => fate !== null && fate.of.reason[fate.row] === reason;
const hasLink = (fate: Fate) => fate !== null && fate.of.started[fate.row] > 0;
const hasMoreThan = (one: Fate, two: Fate): boolean => needsMet(one) > needsMet(two);
const needsMet = (fate: Fate): number => (fate === null ? 0 : fate.of.met[fate.row]);

const only = (has: (fate: Fate) => boolean) => (base: Fate, other: Fate) =>
  Number(has(other)) - Number(has(base));
/** The same for what nobody wants. */
const spared = (has: (fate: Fate) => boolean) => (base: Fate, other: Fate) =>
  Number(has(base)) - Number(has(other));

/**
 * Lists what people can gain or lose between two worlds. Net of gained and lost, the first three and giving
 * up are the differences of `people.*`.
 */
export const TWIN_CLAIMS: readonly Claim[] = [
  { what: "referred", meaning: "was referred", gain: only((fate) => fate !== null) },
  { what: "seen", meaning: "had a first contact", gain: only(reached(1)) },
  { what: "reached_3", meaning: "reached three contacts", gain: only(reached(3)) },
  {
    what: "seen_sooner",
    meaning: "had a first contact in both worlds, a week or more sooner (gained) or later (lost)",
    gain: weekSooner,
  },
  { what: "link_started", meaning: "started with an organisation", gain: only(hasLink) },
  {
    what: "more_needs_met",
    meaning: "had more needs met (gained) or fewer (lost)",
    gain: (base, other) => Number(hasMoreThan(other, base)) - Number(hasMoreThan(base, other)),
  },
  { what: "finished", meaning: "ended with no need left", gain: only(endedAs(ENDED.finished)) },
  {
    what: "not_given_up",
    meaning: "gave up waiting: no longer (gained) or now (lost)",
    gain: spared(endedAs(ENDED.gave_up_waiting)),
  },
  {
    what: "post_kept",
    meaning: "ended because no post was left: no longer (gained) or now (lost)",
    gain: spared(endedAs(ENDED.post_ended)),
  },
];

function weekSooner(base: Fate, other: Fate): number {
  if (!reached(1)(base) || !reached(1)(other) || base === null || other === null) return 0;
  const sooner = base.of.waitMinutes[base.row] - other.of.waitMinutes[other.row];
  if (Math.abs(sooner) < MINUTES_PER_WEEK) return 0;
  return Math.sign(sooner);
}

/**
 * Numbers kept of each group: people referred in either world, those whose fate differs, then gained and
 * lost for each claim.
 */
export const TWIN_FIELDS = 2 + 2 * TWIN_CLAIMS.length;

/** Holds what became of twins in one replication: a person and an episode in two worlds. */
export interface TwinPairs {
  /** Counts, `TWIN_FIELDS` for each of `TWIN_GROUPS`. */
  readonly counts: Float64Array;
  /**
   * Rows of those whose fate differs, in the base's fates and in the other's; -1 where the person was not
   * referred.
   */
  readonly baseRows: Int32Array;
  readonly otherRows: Int32Array;
}

/** Holds those whose fate differs in one replication, a row in each world. */
export interface TwinRows {
  readonly replication: number;
  readonly base: FateColumns;
  readonly other: FateColumns;
}

/**
 * Holds what is kept of the twins of two worlds: counts of every replication, and the people themselves of
 * the first ones.
 */
export interface Twins {
  /** Names of the practices that fates number, in each world. */
  readonly practices: { readonly base: readonly string[]; readonly other: readonly string[] };
  /** `TWIN_FIELDS` for each of `TWIN_GROUPS`, by replication. */
  readonly counts: readonly Float64Array[];
  readonly rows: readonly TwinRows[];
}

/**
 * Compares fates of the same replication in two worlds, of people at practices that both have.
 * `practiceInBase` gives, for each practice of the other world, its number in the base, or -1 if it has
 * none.
 */
export function pairFates(base: FateColumns, other: FateColumns, practiceInBase: Int32Array): TwinPairs {
  const inBoth = new Set(practiceInBase);
  const inOther = new Map<number, number>();
  for (let row = 0; row < other.practice.length; row++) {
    const practice = practiceInBase[other.practice[row]];
    if (practice >= 0) inOther.set(episodeNumber(practice, other.register[row], other.episode[row]), row);
  }
  const counts = new Float64Array(TWIN_GROUPS.length * TWIN_FIELDS);
  const baseRows: number[] = [];
  const otherRows: number[] = [];
  const add = (baseRow: number, otherRow: number): void => {
    const one: Fate = baseRow < 0 ? null : { of: base, row: baseRow };
    const two: Fate = otherRow < 0 ? null : { of: other, row: otherRow };
    const quintile = one === null ? other.quintile[otherRow] : base.quintile[baseRow];
    const differs = one === null || two === null || isAnother(base, baseRow, other, otherRow);
    if (differs) {
      baseRows.push(baseRow);
      otherRows.push(otherRow);
    }
    for (const group of [0, quintile + 1]) {
      const at = group * TWIN_FIELDS;
      counts[at]++;
      if (!differs) continue;
      counts[at + 1]++;
      TWIN_CLAIMS.forEach(({ gain }, claim) => {
        const gained = gain(one, two);
        if (gained !== 0) counts[at + 2 + 2 * claim + (gained > 0 ? 0 : 1)]++;
      });
    }
  };
  for (let row = 0; row < base.practice.length; row++) {
    if (!inBoth.has(base.practice[row])) continue;
    const episode = episodeNumber(base.practice[row], base.register[row], base.episode[row]);
    add(row, inOther.get(episode) ?? -1);
    inOther.delete(episode);
  }
  // What is left was referred in the other world only; a Map keeps the order of request.
  for (const row of inOther.values()) add(-1, row);
  return { counts, baseRows: Int32Array.from(baseRows), otherRows: Int32Array.from(otherRows) };
}

const OUTCOMES = ["reason", "contacts", "waitMinutes", "started", "needs", "met"] as const;

function isAnother(base: FateColumns, baseRow: number, other: FateColumns, otherRow: number): boolean {
  return OUTCOMES.some((field) => base[field][baseRow] !== other[field][otherRow]);
}

/** More episodes than a person can have in a run. */
const MAX_EPISODES = 1000;

/** Names an episode of a person by one number, the same in every world that numbers practices alike. */
export function episodeNumber(practice: number, register: number, episode: number): number {
  return personNumber(practice, register) * MAX_EPISODES + episode;
}

/**
 * Gives the number that each practice of the other world has in the base, by its id; -1 for one of the other
 * world alone.
 */
export function practicesInBase(base: readonly string[], other: readonly string[]): Int32Array {
  const numbers = new Map(base.map((id, number) => [id, number]));
  return Int32Array.from(other, (id) => numbers.get(id) ?? -1);
}
