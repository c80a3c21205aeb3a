import { leastCoalitions, membersIn } from "../stats/shapley.ts";
import type { FateColumns } from "./fates.ts";
import { episodeNumber } from "./twins.ts";

/** What people come to, as a fate tells it; a bit of each is kept for a person and a world. */
export const PERSON_OUTCOMES = [
  { outcome: "seen", contacts: 1 },
  { outcome: "reached_3", contacts: 3 },
] as const;
export type PersonOutcome = (typeof PERSON_OUTCOMES)[number]["outcome"];

/** Groups that people are counted in: everybody, then the quintiles, the most deprived first. */
const GROUPS = 6;

/**
 * Says which changes lose somebody something, or gain it: each of `alone` does so by itself; where none
 * does, the least set that does, or 0 where there are several such sets.
 */
export interface PersonCause {
  readonly outcome: PersonOutcome;
  readonly change: "lost" | "gained";
  readonly alone: number;
  readonly together: number;
}

/** Counts people of one replication by cause: for each, everybody and then each quintile. */
export type PersonCounts = ReadonlyMap<string, Float64Array>;

/** Writes a cause as the key of a count. */
export const causeKey = ({ outcome, change, alone, together }: PersonCause): string =>
  [outcome, change, alone, together].join(" ");

/** Reads the key of a count. */
export function causeOf(key: string): PersonCause {
  const [outcome, change, alone, together] = key.split(" ");
  return {
    outcome: outcome === "seen" ? "seen" : "reached_3",
    change: change === "lost" ? "lost" : "gained",
    alone: Number(alone),
    together: Number(together),
  };
}

/**
 * Gathers what becomes of the same people of one replication in every world, world by world in any order.
 * Who is not referred in a world has nothing there; a person is the practice, its register number and which
 * of the person's episodes it is.
 */
export class PersonPatterns {
  readonly #worlds: number;
  readonly #changes: number;
  readonly #rows = new Map<number, number>();
  readonly #quintile: number[] = [];
  /** A byte for each person and world: bit i for the i-th outcome. */
  readonly #had: Uint8Array[] = [];

  constructor(changes: number) {
    this.#changes = changes;
    this.#worlds = 1 << changes;
  }

  /** How many people are known so far. */
  get people(): number {
    return this.#quintile.length;
  }

  /** Takes the fates of one world; `practices` numbers its practices alike in every world. */
  add(world: number, fates: FateColumns, practices: Int32Array): void {
    for (let row = 0; row < fates.practice.length; row++) {
      const practice = practices[fates.practice[row]];
      const episode = episodeNumber(practice, fates.register[row], fates.episode[row]);
      let person = this.#rows.get(episode);
      if (person === undefined) {
        person = this.#quintile.length;
        this.#rows.set(episode, person);
        this.#quintile.push(fates.quintile[row]);
        this.#had.push(new Uint8Array(this.#worlds));
      }
      PERSON_OUTCOMES.forEach(({ contacts }, outcome) => {
        if (fates.contacts[row] >= contacts) this.#had[person][world] |= 1 << outcome;
      });
    }
  }

  /** Counts who lost and who gained from the first world to the last, by what it is due to. */
  counts(): PersonCounts {
    const counts = new Map<string, Float64Array>();
    this.#had.forEach((had, person) => {
      PERSON_OUTCOMES.forEach(({ outcome }, bit) => {
        const has = (world: number): boolean => (had[world] & (1 << bit)) !== 0;
        if (has(0) === has(this.#worlds - 1)) return;
        const key = causeKey({ outcome, ...this.#causeOf(has) });
        const own = counts.get(key) ?? new Float64Array(GROUPS);
        counts.set(key, own);
        own[0]++;
        own[1 + this.#quintile[person]]++;
      });
    });
    return counts;
  }

  #causeOf(has: (world: number) => boolean): Omit<PersonCause, "outcome"> {
    const change = has(0) ? "lost" : "gained";
    const least = leastCoalitions((coalition) => has(coalition) !== has(0), this.#changes);
    const single = least.filter((coalition) => membersIn(coalition).length === 1);
    const alone = single.reduce((all, coalition) => all | coalition, 0);
    return { change, alone, together: alone === 0 && least.length === 1 ? least[0] : 0 };
  }
}
