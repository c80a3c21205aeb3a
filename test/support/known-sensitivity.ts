import { entityKey, rootKey } from "../../sim/random/keys.ts";
import { normal } from "../../sim/random/quantiles.ts";
import { uniform } from "../../sim/random/threefry.ts";
import type { VarianceRow } from "../../sim/sensitivity/variance.ts";

/** A result of parameters in (0, 1) and of a draw for each replication of a row. */
export type Toy = (x: readonly number[], chance: number) => number;

/** Draws rows of two independent points and what mixes them: one parameter each, or groups of them. */
export function rowsOf(
  toy: Toy,
  {
    seed,
    rows,
    parameters,
    replications = 1,
    groups = Array.from({ length: parameters }, (_, i) => [i]),
  }: {
    readonly seed: number;
    readonly rows: number;
    readonly parameters: number;
    readonly replications?: number;
    readonly groups?: readonly (readonly number[])[];
  },
): VarianceRow[] {
  const { k0, k1 } = entityKey(rootKey(seed), "test", "design");
  return Array.from({ length: rows }, (_, row) => {
    const draw = (place: number): number => uniform(k0, k1, row, place + 1);
    const a = Array.from({ length: parameters }, (_, i) => draw(i));
    const b = Array.from({ length: parameters }, (_, i) => draw(parameters + i));
    const chances = Array.from({ length: replications }, (_, r) => draw(2 * parameters + r));
    const at = (x: readonly number[]): number[] => chances.map((chance) => toy(x, chance));
    const mixed = groups.map((group) => at(a.map((value, i) => (group.includes(i) ? b[i] : value))));
    return { a: at(a), b: at(b), mixed };
  });
}

/** Ishigami and Homma (1990), a = 7, b = 0.1. */
export const ishigami: Toy = (u) => {
  const [x1, x2, x3] = u.map((value) => Math.PI * (2 * value - 1));
  return Math.sin(x1) + 7 * Math.sin(x2) ** 2 + 0.1 * x3 ** 4 * Math.sin(x1);
};
export const ISHIGAMI = { first: [0.3139, 0.4424, 0], total: [0.5576, 0.4424, 0.2437] };

/** Sobol's G (Saltelli & Sobol 1995). */
const A = [0, 1, 4.5, 9, 99, 99, 99, 99];
export const sobolG: Toy = (u) =>
  u.reduce((product, value, i) => product * ((Math.abs(4 * value - 2) + A[i]) / (1 + A[i])), 1);
export const SOBOL_G = { first: [0.7162, 0.179, 0.0237, 0.0072], total: [0.7871, 0.2422, 0.0343, 0.0105] };

/** Y = x1 + x2 Z: x uniform with mean 1 and variance 1, Z standard normal. */
export const product: Toy = ([u1, u2], chance) => {
  const x = (u: number): number => 1 + Math.sqrt(3) * (2 * u - 1);
  return x(u1) + x(u2) * normal(chance, 1);
};

/** Census of M/M/infinity in equilibrium, mean service 1, arrival rate uniform from 8 to 12. */
export const census: Toy = ([u], chance) => poisson(8 + 4 * u, chance);
export const CENSUS = { parameters: 0.1176, chance: 0.8824 };

/** Gives the quantile of a Poisson distribution. */
function poisson(mean: number, u: number): number {
  let term = Math.exp(-mean);
  let below = term;
  let count = 0;
  while (below < u && count < 200) {
    count++;
    term *= mean / count;
    below += term;
  }
  return count;
}
