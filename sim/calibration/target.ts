/** Says between which values a target counts as met. */
export interface Band {
  readonly low: number;
  readonly high: number;
  /** Standard deviation by which the model may be wrong about it; 0 where the band holds that already. */
  readonly discrepancy: number;
}
