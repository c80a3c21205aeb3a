import { type FateColumns, selectFates } from "../measures/fates.ts";
import { pairFates, type TwinRows, type Twins } from "../measures/twins.ts";

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
    this.#rows[replication] = {
      replication,
      base: selectFates(base, baseRows),
      other: selectFates(other, otherRows),
    };
  }

  /** Gives what was kept, in order of replication. */
  result(practices: Twins["practices"]): Twins {
    return { practices, counts: this.#counts, rows: this.#rows };
  }
}
