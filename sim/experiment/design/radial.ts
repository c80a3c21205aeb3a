import { entityKey, rootKey } from "../../random/keys.ts";
import { sobol } from "./sobol.ts";

/** Two independent points of the unit cube, uniform over it. */
export interface RadialRow {
  readonly a: Float64Array;
  readonly b: Float64Array;
}

/** Part of its range by which a parameter is moved in a screening, in the unit of its distribution. */
export const SCREENING_STEP = 0.5;

/**
 * Draws the rows of a radial design (Saltelli et al. 2010): A and B are the first and the last half of the
 * coordinates of one scrambled Sobol sequence of twice as many dimensions, so that they are jointly uniform,
 * which two seeds of one sequence are not. Coordinates are keyed by path.
 */
export function radialRows(rows: number, paths: readonly string[], seed: string): readonly RadialRow[] {
  const column = (path: string, half: string, dimension: number): Float64Array =>
    sobol(rows, dimension, entityKey(rootKey(seed), `design/radial ${half}`, path));
  const a = paths.map((path, i) => column(path, "A", i));
  const b = paths.map((path, i) => column(path, "B", paths.length + i));
  return Array.from({ length: rows }, (_, row) => ({
    a: Float64Array.from(a, (values) => values[row]),
    b: Float64Array.from(b, (values) => values[row]),
  }));
}

/**
 * Draws the rows of a screening: A by a scrambled Sobol sequence, and B half a range away in each coordinate,
 * up from the lower half and down from the upper (Morris 1991 with as many levels as there are numbers, about
 * one base point as in Campolongo, Saltelli & Cariboni 2011). Steps of one length keep chance alike in all
 * effects.
 */
export function screeningRows(rows: number, paths: readonly string[], seed: string): readonly RadialRow[] {
  const columns = paths.map((path, i) => sobol(rows, i, entityKey(rootKey(seed), "design/screening", path)));
  return Array.from({ length: rows }, (_, row) => {
    const a = Float64Array.from(columns, (values) => values[row]);
    return { a, b: a.map((u) => u + stepFrom(u)) };
  });
}

/** Says how far a parameter is moved from where it is: up from the lower half, down from the upper. */
export const stepFrom = (u: number): number => (u < SCREENING_STEP ? SCREENING_STEP : -SCREENING_STEP);
