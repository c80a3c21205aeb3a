import { fitGaussianProcess, type Prediction } from "../stats/gaussian-process.ts";
import { fitLogVariance } from "../stats/log-variance.ts";
import { type Band, outsideBand, type Simulated } from "./target.ts";

/** Predicts one target at points that were not simulated, and says by how much it may err. */
export interface Emulator {
  readonly band: Band;
  /** Length of each coordinate over which the target bends, in the unit cube. */
  readonly lengths: Float64Array;
  readonly honesty: Honesty;
  /** Writes the expectation and the emulator's own variance, inflated as its honesty asks. */
  predict(x: ArrayLike<number>, into: Prediction): void;
  /** Gives the variance of one replication at a point. */
  replicateVariance(x: ArrayLike<number>): number;
}

/** Tells how an emulator did on points that it had not seen. */
export interface Honesty {
  readonly heldBack: number;
  /** Of those held back, how many lie within two standard deviations, replicate noise included. */
  readonly inside: number;
  /** Points that meet the band when simulated and that the emulator as fitted would have ruled out. */
  readonly misclassified: number;
  /**
   * Factor on the emulator's standard deviation under which it rules out none of them; 1 where it did not.
   */
  readonly inflation: number;
}

/** Holds the points at which targets were simulated, and how often. */
export interface Design {
  readonly points: readonly Float64Array[];
  /** What came of each target, by point. */
  readonly simulated: readonly (readonly Simulated[])[];
  readonly replications: number;
}

/** Every so many points one is held back. */
const HELD_BACK = 5;

/**
 * Fits an emulator of a target: first on four points of five, to see on the fifth how honest it is, then on
 * all (hold-out validation; Bastos & O'Hagan 2009). Points at which nothing was measured are left out; null
 * where too few are left.
 */
export function fitEmulator(design: Design, target: number, band: Band, cutoff: number): Emulator | null {
  const all = measuredAt(design, target);
  const seen = all.filter((_, i) => i % HELD_BACK !== HELD_BACK - 1);
  const unseen = all.filter((_, i) => i % HELD_BACK === HELD_BACK - 1);
  const dimensions = design.points[0]?.length ?? 0;
  if (seen.length < dimensions + 3) return null;
  const trial = fitOn(seen, design.replications);
  const honesty = honestyOf(trial, unseen, band, cutoff);
  const whole = unseen.length === 0 ? trial : fitOn(all, design.replications);
  return {
    band,
    lengths: whole.process.lengths,
    honesty,
    predict(x, into) {
      whole.process.predict(x, into);
      into.variance *= honesty.inflation * honesty.inflation;
    },
    replicateVariance: whole.replicateVariance,
  };
}

interface Measured {
  readonly point: Float64Array;
  readonly value: number;
  readonly variance: number;
}

function measuredAt({ points, simulated }: Design, target: number): readonly Measured[] {
  return points.flatMap((point, i): Measured[] => {
    const { value, variance } = simulated[i][target];
    return value === null ? [] : [{ point, value, variance }];
  });
}

function fitOn(measured: readonly Measured[], replications: number) {
  const points = measured.map(({ point }) => point);
  const perReplication = measured.map(({ variance }) => variance * replications);
  const replicateVariance = fitLogVariance(points, perReplication, Math.max(1, replications - 1));
  const noise = points.map((point) => replicateVariance(point) / replications);
  const values = measured.map(({ value }) => value);
  return { process: fitGaussianProcess(points, values, noise), replicateVariance, replications };
}

function honestyOf(
  { process, replicateVariance, replications }: ReturnType<typeof fitOn>,
  unseen: readonly Measured[],
  band: Band,
  cutoff: number,
): Honesty {
  const predicted: Prediction = { mean: 0, variance: 0 };
  let inside = 0;
  let misclassified = 0;
  let inflation = 1;
  for (const { point, value } of unseen) {
    process.predict(point, predicted);
    const noise = replicateVariance(point) / replications;
    if (Math.abs(value - predicted.mean) <= 2 * Math.sqrt(predicted.variance + noise)) inside++;
    if (outsideBand(value, band) > 0) continue;
    const distance = outsideBand(predicted.mean, band);
    const apart = distance / cutoff;
    const needed = apart * apart - noise - band.discrepancy * band.discrepancy;
    if (needed <= predicted.variance) continue;
    misclassified++;
    inflation = Math.max(inflation, Math.sqrt(needed / Math.max(predicted.variance, Number.MIN_VALUE)));
  }
  return { heldBack: unseen.length, inside, misclassified, inflation };
}
