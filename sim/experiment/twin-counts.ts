import { type FateColumns, selectFates } from "../measures/fates.ts";
import { pairFates } from "../measures/twins.ts";

/** Holds those whose fate differs in one replication, a row in each world. */
export interface TwinRows {
  readonly replication: number;
  readonly base: FateColumns;
  readonly other: FateColumns;
}

/** Holds what is kept of the twins of two worlds: counts of every replication, and the people themselves of the first ones. */
export interface Twins {
  /** Names of the practices that fates number, in each world. */
  readonly practices: { readonly base: readonly string[]; readonly other: readonly string[] };
  /** `TWIN_FIELDS` for each of `TWIN_GROUPS`, by replication. */
  readonly counts: readonly Float64Array[];
  readonly rows: readonly TwinRows[];
}

/** Pairs fates as replications end, in any order, and lets them go. */
export class TwinCounts {
  readonly #practiceInBase: Int32Array;
  readonly #kept: number;
  readonly #counts: Float64Array[] = [];
  readonly #rows: TwinRows[] = [];

  /** Keeps the people themselves of the first `kept` replications. */
  constructor(practiceInBase: Int32Array, kept: number) {
    this.#practiceInBase = practiceInBase;
    this.#kept = kept;
  }

  /** Takes the fates of a replication in both worlds. */
  add(replication: number, base: FateColumns, other: FateColumns): void {
    const { counts, baseRows, otherRows } = pairFates(base, other, this.#practiceInBase);
    this.#counts[replication] = counts;
    if (replication >= this.#kept) return;
    this.#rows[replication] = { replication, base: selectFates(base, baseRows), other: selectFates(other, otherRows) };
  }

  /** Gives what was kept, in order of replication. */
  result(practices: Twins["practices"]): Twins {
    return { practices, counts: this.#counts, rows: this.#rows };
  }
}
