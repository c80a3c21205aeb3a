import { type BootstrapOptions, bootstrap, bootstrapInterval, swapChances } from "./bootstrap.ts";

/** Holds what was simulated from one base point of a radial design. */
export interface MorrisRow {
  /** At the base point, in order of replication. */
  readonly base: readonly number[];
  /** With one parameter moved: by parameter, in the same replications. */
  readonly moved: readonly (readonly number[])[];
  /** How far each was moved, as a part of its range, down or up. */
  readonly steps: readonly number[];
}

/** Tells how a result moves with one parameter, each over its whole range. */
export interface MorrisEffect {
  /** Mean of the absolute elementary effects (mu*): how much the parameter matters. */
  readonly muStar: number;
  readonly ciLow: number | null;
  readonly ciHigh: number | null;
  /** Mean of the elementary effects (mu). */
  readonly mu: number;
  /** Standard deviation of the elementary effects (sigma): curvature, other parameters, and chance. */
  readonly sigma: number;
  /** Which way: 1 up, -1 down; 0 where neither has three quarters of mu*. */
  readonly sign: -1 | 0 | 1;
  /**
   * What mu* of a parameter without any effect on the mean would be under, in 19 of 20 cases, from how
   * replications differ; null with one replication.
   */
  readonly noiseFloor: number | null;
  /** Bootstrap chance that the parameter of the next smaller mu* has the larger one; null for the last. */
  readonly swap: number | null;
  /** `inert`: every difference is exactly 0. `chance`: not to be told from chance. */
  readonly verdict: "inert" | "chance" | "moves";
}

/** Mean of |Z| for a standard normal Z, and the variance of |Z|. */
const MEAN_ABSOLUTE = 0.797_884_560_802_865_4;
const VARIANCE_ABSOLUTE = 1 - MEAN_ABSOLUTE * MEAN_ABSOLUTE;
const NINETEEN_OF_TWENTY = 1.644_853_626_951_472_6;
const ONE_WAY = 0.75;

/**
 * Screens parameters by elementary effects (Morris 1991) with mu* (Campolongo, Cariboni & Saltelli 2007) from
 * a radial design (Campolongo, Saltelli & Cariboni 2011); intervals resample base points. An effect is the
 * mean difference over replications, for a step as long as the range.
 */
export function morris(rows: readonly MorrisRow[], options: BootstrapOptions): readonly MorrisEffect[] {
  const parameters = rows[0]?.steps.length ?? 0;
  const n = rows.length;
  const effects = Array.from({ length: parameters }, (_, i) =>
    Float64Array.from(rows, ({ base, moved, steps }) => meanDifference(moved[i], base) / steps[i]),
  );
  const muStarOf = (counts: Int32Array): Float64Array =>
    Float64Array.from(effects, (own) => {
      let sum = 0;
      for (let row = 0; row < n; row++) sum += counts[row] * Math.abs(own[row]);
      return sum / n;
    });
  const resampled = bootstrap(n, options, muStarOf);
  const once = muStarOf(new Int32Array(n).fill(1));
  const swaps = swapChances([...once], resampled);
  return effects.map((own, i): MorrisEffect => {
    let sum = 0;
    for (const effect of own) sum += effect;
    const mu = sum / n;
    let squares = 0;
    for (const effect of own) squares += (effect - mu) * (effect - mu);
    const muStar = once[i];
    const noiseFloor = noiseFloorOf(rows, i);
    const isInert = rows.every(({ base, moved }) => moved[i].every((value, r) => value === base[r]));
    const [ciLow, ciHigh] = bootstrapInterval(muStar, resampled, i, n);
    return {
      muStar,
      ciLow,
      ciHigh,
      mu,
      sigma: n < 2 ? 0 : Math.sqrt(squares / (n - 1)),
      sign: isInert || Math.abs(mu) < ONE_WAY * muStar ? 0 : mu > 0 ? 1 : -1,
      noiseFloor,
      swap: swaps[i],
      verdict: isInert ? "inert" : noiseFloor !== null && muStar <= noiseFloor ? "chance" : "moves",
    };
  });
}

function meanDifference(moved: readonly number[], base: readonly number[]): number {
  let sum = 0;
  for (let r = 0; r < base.length; r++) sum += moved[r] - base[r];
  return sum / base.length;
}

/** Works out mu* of pure noise: effects are normal about 0, as spread as differences within a row are. */
function noiseFloorOf(rows: readonly MorrisRow[], parameter: number): number | null {
  const replications = rows[0]?.base.length ?? 0;
  if (replications < 2) return null;
  let variance = 0;
  for (const { base, moved, steps } of rows) {
    const mean = meanDifference(moved[parameter], base);
    let squares = 0;
    for (let r = 0; r < replications; r++) {
      const apart = moved[parameter][r] - base[r] - mean;
      squares += apart * apart;
    }
    variance += squares / (replications - 1) / replications / (steps[parameter] * steps[parameter]);
  }
  const deviation = Math.sqrt(variance / rows.length);
  return deviation * (MEAN_ABSOLUTE + NINETEEN_OF_TWENTY * Math.sqrt(VARIANCE_ABSOLUTE / rows.length));
}
