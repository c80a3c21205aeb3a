/**
 * Values on a lattice: `values[row * xs.length + column]` belongs to `ys[row]` and `xs[column]`; null where
 * there is none.
 */
export interface Lattice {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly values: readonly (number | null)[];
}

/** A straight piece of a contour. */
export interface Segment {
  readonly x: number;
  readonly y: number;
  readonly x2: number;
  readonly y2: number;
}

type Point = readonly [x: number, y: number];

/**
 * Gives the pieces of the line along which a lattice crosses a level (marching squares; linear along the
 * edges of each cell). A cell with a missing corner has no piece. Where two opposite corners are above and
 * two below, the mean of the four says which are joined.
 */
export function contour({ xs, ys, values }: Lattice, level: number): readonly Segment[] {
  const segments: Segment[] = [];
  for (let row = 0; row + 1 < ys.length; row++)
    for (let column = 0; column + 1 < xs.length; column++) {
      const at = (r: number, c: number): number | null => values[(row + r) * xs.length + column + c];
      const corners = [at(0, 0), at(0, 1), at(1, 1), at(1, 0)];
      if (corners.some((value) => value === null)) continue;
      const heights = corners as readonly number[];
      const [left, right, low, high] = [xs[column], xs[column + 1], ys[row], ys[row + 1]];
      const places: readonly Point[] = [
        [left, low],
        [right, low],
        [right, high],
        [left, high],
      ];
      const crossings = [0, 1, 2, 3].flatMap((edge) => crossing(places, heights, edge, level));
      for (const [from, to] of joined(crossings, heights, level))
        segments.push({ x: from[0], y: from[1], x2: to[0], y2: to[1] });
    }
  return segments;
}

/** Gives where the level crosses the edge from a corner to the next; nothing where it does not. */
function crossing(
  places: readonly Point[],
  heights: readonly number[],
  edge: number,
  level: number,
): Point[] {
  const next = (edge + 1) % 4;
  const [from, to] = [heights[edge], heights[next]];
  if (from >= level === to >= level) return [];
  const part = (level - from) / (to - from);
  const [[x, y], [x2, y2]] = [places[edge], places[next]];
  return [[x + (x2 - x) * part, y + (y2 - y) * part]];
}

function joined(
  crossings: readonly Point[],
  heights: readonly number[],
  level: number,
): (readonly [Point, Point])[] {
  if (crossings.length < 4) return crossings.length === 2 ? [[crossings[0], crossings[1]]] : [];
  const [bottom, right, top, left] = crossings;
  const middle = heights.reduce((sum, height) => sum + height, 0) / 4;
  const cutsFirstCorner = heights[0] >= level !== middle >= level;
  return cutsFirstCorner
    ? [
        [bottom, left],
        [right, top],
      ]
    : [
        [bottom, right],
        [top, left],
      ];
}

/** A value at a place, such as a point of a sweep. */
export interface Sample {
  readonly x: number;
  readonly y: number;
  readonly value: number;
}

/** Puts samples that fill a grid on a lattice; undefined where they lie scattered. */
export function gridLattice(samples: readonly Sample[]): Lattice | undefined {
  const xs = [...new Set(samples.map(({ x }) => x))].sort((a, b) => a - b);
  const ys = [...new Set(samples.map(({ y }) => y))].sort((a, b) => a - b);
  if (xs.length < 2 || ys.length < 2 || xs.length * ys.length !== samples.length) return undefined;
  const values: (number | null)[] = new Array(samples.length).fill(null);
  for (const { x, y, value } of samples) values[ys.indexOf(y) * xs.length + xs.indexOf(x)] = value;
  return { xs, ys, values };
}

const CELLS = 40;

/**
 * Spreads scattered samples over a lattice of 41 by 41 places: at each the mean of all samples, weighted by
 * the inverse square of their distance in units of the ranges (Shepard 1968). It passes through the samples,
 * never leaves their range, and is rough between them.
 */
export function scatteredLattice(samples: readonly Sample[]): Lattice {
  const [xs, ys] = [samples.map(({ x }) => x), samples.map(({ y }) => y)].map(steps);
  const [width, height] = [xs[CELLS] - xs[0] || 1, ys[CELLS] - ys[0] || 1];
  const values = ys.flatMap((y) =>
    xs.map((x) => {
      let sum = 0;
      let weights = 0;
      for (const sample of samples) {
        const [dx, dy] = [(sample.x - x) / width, (sample.y - y) / height];
        const distance = dx * dx + dy * dy;
        if (distance === 0) return sample.value;
        sum += sample.value / distance;
        weights += 1 / distance;
      }
      return weights === 0 ? null : sum / weights;
    }),
  );
  return { xs, ys, values };
}

function steps(values: readonly number[]): number[] {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  return Array.from({ length: CELLS + 1 }, (_, i) => least + ((most - least) * i) / CELLS);
}
