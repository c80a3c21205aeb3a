import type { Prediction } from "../stats/gaussian-process.ts";
import type { Emulator } from "./emulator.ts";
import { type Band, outsideBand, type Simulated } from "./target.ts";

const predicted: Prediction = { mean: 0, variance: 0 };

/**
 * Gives the implausibility of a point by one target (Craig, Goldstein, Seheult & Smith 1997): the distance
 * from what is predicted to the nearer end of the band, 0 inside, in standard deviations of all that stands
 * between the two: the emulator's error, the Monte Carlo error of a point simulated `replications` times,
 * and what the model is allowed to be wrong by.
 */
export function implausibilityOf(emulator: Emulator, x: ArrayLike<number>, replications: number): number {
  emulator.predict(x, predicted);
  const distance = outsideBand(predicted.mean, emulator.band);
  if (distance === 0) return 0;
  const { discrepancy } = emulator.band;
  const noise = emulator.replicateVariance(x) / replications;
  const spread = Math.sqrt(predicted.variance + noise + discrepancy * discrepancy);
  return spread === 0 ? Infinity : distance / spread;
}

/** Gives the implausibility of a point by what came of it when it was simulated, with no emulator's error. */
export function implausibilityOfSimulated({ value, variance }: Simulated, band: Band): number {
  if (value === null) return Infinity;
  const distance = outsideBand(value, band);
  return distance === 0 ? 0 : distance / Math.sqrt(variance + band.discrepancy * band.discrepancy);
}
