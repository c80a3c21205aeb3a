import { entityKey, rootKey } from "../../random/keys.ts";
import { latinHypercube } from "./latin-hypercube.ts";

/** Two points of the unit cube. */
export interface RadialRow {
  readonly a: Float64Array;
  readonly b: Float64Array;
}

/** Part of its range by which a parameter is moved in a screening, in the unit of its distribution. */
const SCREENING_STEP = 0.5;

/**
 * Draws the rows of a radial design (Saltelli et al. 2010): A and B are the two halves of one Latin hypercube
 * sample of twice as many dimensions, so that they are jointly uniform. Not a Sobol sequence: with fewer rows
 * than dimensions many pairs of its coordinates move together, also scrambled, which the bootstrap over rows
 * cannot see. Coordinates are keyed by path.
 */
export function radialRows(rows: number, paths: readonly string[], seed: string): readonly RadialRow[] {
  const columns = (half: string): readonly Float64Array[] =>
    paths.map((path) => latinHypercube(rows, entityKey(rootKey(seed), `design/radial ${half}`, path)));
  const [a, b] = ["A", "B"].map(columns);
  return Array.from({ length: rows }, (_, row) => ({ a: rowOf(a, row), b: rowOf(b, row) }));
}

/**
 * Draws the rows of a screening: A by a Latin hypercube sample, and B half a range away in each coordinate,
 * up from the lower half and down from the upper (Morris 1991 with as many levels as there are numbers, about
 * one base point as in Campolongo, Saltelli & Cariboni 2011). Steps of one length keep chance alike in all
 * effects.
 */
export function screeningRows(rows: number, paths: readonly string[], seed: string): readonly RadialRow[] {
  const columns = paths.map((path) =>
    latinHypercube(rows, entityKey(rootKey(seed), "design/screening", path)),
  );
  return Array.from({ length: rows }, (_, row) => {
    const a = rowOf(columns, row);
    return { a, b: a.map((u) => u + stepFrom(u)) };
  });
}

/** Says how far a parameter is moved from where it is: up from the lower half, down from the upper. */
export const stepFrom = (u: number): number => (u < SCREENING_STEP ? SCREENING_STEP : -SCREENING_STEP);

const rowOf = (columns: readonly Float64Array[], row: number): Float64Array =>
  Float64Array.from(columns, (values) => values[row]);
