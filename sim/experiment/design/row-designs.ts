import { entityKey, rootKey } from "../../random/keys.ts";
import { shuffled } from "./latin-hypercube.ts";
import { radialRows, screeningRows } from "./radial.ts";

/** Lists the designs whose points come in rows, within which they differ by parameters one at a time. */
export const ROW_DESIGNS = ["morris", "saltelli"] as const;
export type RowDesign = (typeof ROW_DESIGNS)[number];

/** A point of a design in rows. */
export interface RowPoint {
  /** From 1. */
  readonly row: number;
  /** `A`, `B`, or the path of the parameter that is moved here. */
  readonly at: string;
  /** Where it lies in the unit cube, by parameter. */
  readonly place: Float64Array;
}

export const isRowDesign = (design: string): design is RowDesign =>
  ROW_DESIGNS.some((known) => known === design);

/** Says how many points a row has. */
export const pointsOfRow = (design: RowDesign, parameters: number): number =>
  parameters + (design === "morris" ? 1 : 2);

/** Lists the points of a design, row by row. */
export function rowPoints(
  design: RowDesign,
  rows: number,
  paths: readonly string[],
  seed: string,
): readonly RowPoint[] {
  return design === "morris" ? morrisPoints(rows, paths, seed) : saltelliPoints(rows, paths, seed);
}

/**
 * Draws trajectories (Morris 1991): from a base point of a Latin hypercube sample each parameter is moved
 * once, by half of its range, in an order that is drawn; each point differs from the one before by one
 * parameter.
 */
function morrisPoints(rows: number, paths: readonly string[], seed: string): readonly RowPoint[] {
  return screeningRows(rows, paths, seed).flatMap(({ a, b }, row) => {
    const order = shuffled(paths.length, entityKey(rootKey(seed), "design/morris order", String(row)));
    const points: RowPoint[] = [{ row: row + 1, at: "A", place: a }];
    let place = a;
    for (const i of order) {
      place = Float64Array.from(place);
      place[i] = b[i];
      points.push({ row: row + 1, at: paths[i], place });
    }
    return points;
  });
}

/**
 * Draws what indices of variance are estimated from (Saltelli 2010): A, B, and A with each parameter taken
 * from B. A and B are jointly uniform over twice as many dimensions, which two seeds of one sequence are not.
 */
function saltelliPoints(rows: number, paths: readonly string[], seed: string): readonly RowPoint[] {
  return radialRows(rows, paths, seed).flatMap(({ a, b }, row) => {
    const mixed = paths.map((at, i): RowPoint => {
      const place = Float64Array.from(a);
      place[i] = b[i];
      return { row: row + 1, at, place };
    });
    return [{ row: row + 1, at: "A", place: a }, { row: row + 1, at: "B", place: b }, ...mixed];
  });
}
