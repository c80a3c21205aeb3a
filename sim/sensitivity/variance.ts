import { type BootstrapOptions, bootstrap, bootstrapInterval, swapChances } from "./bootstrap.ts";

/**
 * Holds what was simulated in one row of a radial design of two independent points A and B: every point in
 * the same replications, those of another row in others.
 */
export interface VarianceRow {
  /** At A and at B, in order of replication. */
  readonly a: readonly number[];
  readonly b: readonly number[];
  /** At A with one parameter, or one group of them, taken from B: by parameter or group. */
  readonly mixed: readonly (readonly number[])[];
}

/** An estimate with its 95 % interval. */
export interface Estimate {
  readonly estimate: number | null;
  readonly ciLow: number | null;
  readonly ciHigh: number | null;
}

/** Tells which share of the variance of the mean result one parameter accounts for. */
export interface VarianceIndices {
  /** By itself (first order). */
  readonly first: Estimate;
  /** By itself and together with others (total). */
  readonly total: Estimate;
  /** Bootstrap chance that the next smaller total is the larger one; null for the last. */
  readonly swap: number | null;
}

/** Parts the variance of a result into what is not known and chance; the shares add to 1. */
export interface VarianceShares {
  /** Variance of the mean result over the parameters. */
  readonly parameters: Estimate;
  /** The remainder. */
  readonly chance: Estimate;
  /** Of chance: that which is alike whatever the parameters, under common random numbers. */
  readonly chanceAlone: Estimate;
  /** Of chance: that which depends on the parameters. */
  readonly together: Estimate;
  /** The variance of a single replication at parameters that nobody knows; in squared units. */
  readonly variance: number;
}

/** Products of every row, of which each estimate is made. */
interface Products {
  readonly mean: Float64Array;
  /** Mean over A and B of products of two replications of one point. */
  readonly twice: Float64Array;
  /** Of one replication at A and the same at B. */
  readonly alike: Float64Array;
  readonly square: Float64Array;
  /** By mixed point: numerators of the indices, and products of it with A and with B. */
  readonly first: readonly Float64Array[];
  readonly total: readonly Float64Array[];
  readonly withA: readonly Float64Array[];
  readonly withB: readonly Float64Array[];
}

/**
 * Gives first-order indices (Saltelli et al. 2010, table 2 (b)) and total ones (Jansen 1999) of the mean over
 * replications. Products are of two different replications, so that chance adds nothing to them; with one
 * replication the result counts as without chance.
 */
export function varianceIndices(
  rows: readonly VarianceRow[],
  options: BootstrapOptions,
): readonly VarianceIndices[] {
  const products = productsOf(rows);
  const mixed = rows[0]?.mixed.length ?? 0;
  const statistic = (counts: Int32Array): Float64Array => {
    const variance = varianceOfMean(products, counts);
    const shares = new Float64Array(2 * mixed);
    for (let i = 0; i < mixed; i++) {
      shares[i] = meanOf(products.first[i], counts) / variance;
      shares[mixed + i] = meanOf(products.total[i], counts) / variance;
    }
    return shares;
  };
  const { estimates, resampled } = estimatesOf(rows.length, options, statistic);
  const totals = estimates.slice(mixed).map(({ estimate }) => estimate ?? 0);
  const swaps = swapChances(totals, resampled, mixed);
  return Array.from({ length: mixed }, (_, i) => ({
    first: estimates[i],
    total: estimates[mixed + i],
    swap: swaps[i],
  }));
}

/** Gives the numerators of Jansen's total indices, in the squared unit of the result. */
export function jansenNumerators(rows: readonly VarianceRow[]): readonly number[] {
  const products = productsOf(rows);
  const once = new Int32Array(rows.length).fill(1);
  return Array.from({ length: rows[0]?.mixed.length ?? 0 }, (_, i) => meanOf(products.total[i], once));
}

/**
 * Parts the variance of a result: parameters, as the covariance of two replications of one point; chance
 * alone, as the covariance of one replication at two points; the remainder, both together. Needs two
 * replications a point.
 */
export function varianceShares(rows: readonly VarianceRow[], options: BootstrapOptions): VarianceShares {
  const products = productsOf(rows);
  const statistic = (counts: Int32Array): readonly number[] => {
    const squaredMean = squaredMeanOf(products, counts);
    const all = meanOf(products.square, counts) - squaredMean;
    const parameters = (meanOf(products.twice, counts) - squaredMean) / all;
    const alone = (meanOf(products.alike, counts) - squaredMean) / all;
    return [parameters, 1 - parameters, alone, 1 - parameters - alone, all];
  };
  const { estimates } = estimatesOf(rows.length, options, statistic);
  const [parameters, chance, chanceAlone, together, variance] = estimates;
  return { parameters, chance, chanceAlone, together, variance: variance.estimate ?? 0 };
}

/**
 * Gives the Shapley value of each of three groups of parameters, or fewer, as a share of the variance of the
 * mean result (Owen 2014): the mean over orders of what a group adds. Shares add to 1. The mixed points of
 * the rows are the groups.
 */
export function groupShapley(rows: readonly VarianceRow[], options: BootstrapOptions): readonly Estimate[] {
  const products = productsOf(rows);
  return groupEstimates(rows, products, options, (counts) => varianceOfMean(products, counts));
}

/**
 * Gives the same as a share of the variance of a single replication, parameters and chance: the shares of
 * groups add to that of parameters in `varianceShares`.
 */
export function groupShares(rows: readonly VarianceRow[], options: BootstrapOptions): readonly Estimate[] {
  const products = productsOf(rows);
  return groupEstimates(
    rows,
    products,
    options,
    (counts) => meanOf(products.square, counts) - squaredMeanOf(products, counts),
  );
}

/**
 * Brings estimated shares of groups into what shares can be, for a bar or a sentence: none under 0, and
 * together the share of all parameters, which is brought between 0 and 1. With few rows estimates stray.
 */
export function boundedShares(groups: readonly number[], parameters: number): readonly number[] {
  const all = Math.min(1, Math.max(0, parameters));
  const positive = groups.map((share) => Math.max(0, share));
  let sum = 0;
  for (const share of positive) sum += share;
  return positive.map((share) => (sum === 0 ? 0 : (share / sum) * all));
}

function groupEstimates(
  rows: readonly VarianceRow[],
  products: Products,
  options: BootstrapOptions,
  varianceOf: (counts: Int32Array) => number,
): readonly Estimate[] {
  const groups = rows[0]?.mixed.length ?? 0;
  if (groups > 3) throw new RangeError(`expected at most 3 groups, got ${groups}`);
  return estimatesOf(rows.length, options, (counts) => {
    const all = varianceOfMean(products, counts);
    const squaredMean = squaredMeanOf(products, counts);
    const alone = (i: number): number => meanOf(products.withB[i], counts) - squaredMean;
    const others = (i: number): number => meanOf(products.withA[i], counts) - squaredMean;
    const whole = varianceOf(counts);
    return Array.from({ length: groups }, (_, i) => {
      if (groups === 1) return all / whole;
      const last = all - others(i);
      // What the other of two leaves is this one alone: two estimates of one number, so that shares add up.
      const own = (one: number): number => (alone(one) + others(1 - one)) / 2;
      if (groups === 2) return (own(i) + all - own(1 - i)) / 2 / whole;
      const [j, k] = [0, 1, 2].filter((other) => other !== i);
      const second = others(k) - alone(j) + (others(j) - alone(k));
      return (alone(i) / 3 + second / 6 + last / 3) / whole;
    });
  }).estimates;
}

function estimatesOf(
  rows: number,
  options: BootstrapOptions,
  statistic: (counts: Int32Array) => ArrayLike<number>,
): { readonly estimates: readonly Estimate[]; readonly resampled: readonly ArrayLike<number>[] } {
  const resampled = bootstrap(rows, options, statistic);
  const estimates = Array.from(statistic(new Int32Array(rows).fill(1)), (value, i) => {
    const [ciLow, ciHigh] = bootstrapInterval(value, resampled, i, rows);
    return { estimate: Number.isFinite(value) ? value : null, ciLow, ciHigh };
  });
  return { estimates, resampled };
}

function varianceOfMean(products: Products, counts: Int32Array): number {
  return meanOf(products.twice, counts) - squaredMeanOf(products, counts);
}

function squaredMeanOf({ mean: means }: Products, counts: Int32Array): number {
  const mean = meanOf(means, counts);
  return mean * mean;
}

function meanOf(column: Float64Array, counts: Int32Array): number {
  let sum = 0;
  for (let row = 0; row < column.length; row++) sum += counts[row] * column[row];
  return sum / column.length;
}

/** Takes the products of each row about the mean of all, which keeps digits. */
function productsOf(rows: readonly VarianceRow[]): Products {
  let sum = 0;
  for (const { a, b } of rows) sum += averageOf(a) + averageOf(b);
  const centre = sum / (2 * rows.length);
  const centred = rows.map((row) => {
    const a = row.a.map((value) => value - centre);
    const mixed = row.mixed.map((values) => values.map((value) => value - centre));
    const moved = mixed.map((values) => values.map((value, r) => value - a[r]));
    return { a, b: row.b.map((value) => value - centre), mixed, moved };
  });
  type Centred = (typeof centred)[number];
  const column = (of: (row: Centred) => number): Float64Array => Float64Array.from(centred, of);
  const columns = (of: (row: Centred, i: number) => number): readonly Float64Array[] =>
    Array.from({ length: rows[0]?.mixed.length ?? 0 }, (_, i) => column((row) => of(row, i)));
  return {
    mean: column(({ a, b }) => (averageOf(a) + averageOf(b)) / 2),
    twice: column(({ a, b }) => (crossed(a, a) + crossed(b, b)) / 2),
    alike: column(({ a, b }) => paired(a, b)),
    square: column(({ a, b }) => (paired(a, a) + paired(b, b)) / 2),
    first: columns(({ b, moved }, i) => crossed(b, moved[i])),
    total: columns(({ moved }, i) => crossed(moved[i], moved[i]) / 2),
    withA: columns(({ a, mixed }, i) => crossed(a, mixed[i])),
    withB: columns(({ b, mixed }, i) => crossed(b, mixed[i])),
  };
}

const averageOf = (values: readonly number[]): number => {
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length;
};

/** Gives the mean product of a replication of one with the same of the other. */
function paired(one: readonly number[], other: readonly number[]): number {
  let sum = 0;
  for (let r = 0; r < one.length; r++) sum += one[r] * other[r];
  return sum / one.length;
}

/**
 * Gives the mean product of a replication of one with another of the other; with one replication each, the
 * product.
 */
function crossed(one: readonly number[], other: readonly number[]): number {
  const n = one.length;
  if (n === 1) return one[0] * other[0];
  let ones = 0;
  let others = 0;
  let alike = 0;
  for (let r = 0; r < n; r++) {
    ones += one[r];
    others += other[r];
    alike += one[r] * other[r];
  }
  return (ones * others - alike) / (n * (n - 1));
}
