/** Says between which values a target counts as met. */
export interface Band {
  readonly low: number;
  readonly high: number;
  /** Standard deviation by which the model may be wrong about it; 0 where the band holds that already. */
  readonly discrepancy: number;
}

/** Holds what was simulated of a target at a point. */
export interface Simulated {
  /** Null where no replication measured it. */
  readonly value: number | null;
  /** Squared Monte Carlo error of the value. */
  readonly variance: number;
}

/** Gives how far a value lies outside a band: 0 inside it. */
export function outsideBand(value: number, { low, high }: Band): number {
  return Math.max(0, low - value, value - high);
}
