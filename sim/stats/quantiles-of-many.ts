import { interpolated } from "./counted-quantiles.ts";

/** Points out cells of a table that lies row by row in one array: some columns of a stretch of rows. */
export interface Cells {
  readonly table: Float64Array;
  /** Columns that the table has. */
  readonly width: number;
  /** The columns that are meant, from 0. */
  readonly columns: readonly number[];
  /** The first row, and the one after the last. */
  readonly from: number;
  readonly to: number;
}

/** Bins are this part of 1, up to the last, which holds whatever is higher. */
const PARTS = 32;
const BINS = 1 << 13;

/** Up to so many are copied and sorted: fewer than there are bins. */
const FEW = BINS / 2;

/** Gives the bin of a number, 0 or more: 0 has its own, since it may be most of them. */
function binOf(value: number): number {
  if (value === 0) return 0;
  return value >= (BINS - 2) / PARTS ? BINS - 1 : 1 + ((value * PARTS) | 0);
}

/**
 * Returns the type-7 quantiles (Hyndman and Fan 1996) of more numbers than shall be copied, each 0 or more;
 * NaN and infinities are left out, and none gives null. They are counted in bins, in order of size, and
 * those alone are copied that share a bin with an order statistic that is needed.
 */
export function quantilesOfMany(cells: Cells, ps: readonly number[]): (number | null)[] {
  if (cells.columns.length * (cells.to - cells.from) <= FEW) return ofFew(cells, ps);
  const counts = countBins(cells);
  let n = 0;
  for (let bin = 0; bin < BINS; bin++) n += counts[bin];
  if (n === 0) return ps.map(() => null);

  const isNeeded = new Uint8Array(BINS);
  for (const p of ps) {
    const rank = (n - 1) * p;
    isNeeded[binAt(counts, Math.floor(rank))] = 1;
    isNeeded[binAt(counts, Math.ceil(rank))] = 1;
  }
  const copied = copyOf(cells, counts, isNeeded);
  return ps.map((p) => interpolated(n, p, (rank) => valueAt(rank, counts, isNeeded, copied)));
}

function ofFew({ table, width, columns, from, to }: Cells, ps: readonly number[]): (number | null)[] {
  const copied = new Float64Array(columns.length * Math.max(0, to - from));
  let n = 0;
  for (let row = from; row < to; row++) {
    for (let column = 0; column < columns.length; column++) {
      const value = table[row * width + columns[column]];
      if (Number.isFinite(value)) copied[n++] = refuseNegative(value);
    }
  }
  const sorted = copied.subarray(0, n).sort();
  return ps.map((p) => (n === 0 ? null : interpolated(n, p, (rank) => sorted[rank])));
}

function refuseNegative(value: number): number {
  if (value < 0) throw new RangeError(`value: expected 0 or more, got ${value}`);
  return value;
}

function countBins({ table, width, columns, from, to }: Cells): Int32Array {
  const counts = new Int32Array(BINS);
  for (let row = from; row < to; row++) {
    const start = row * width;
    for (let n = 0; n < columns.length; n++) {
      const value = table[start + columns[n]];
      if (Number.isFinite(value)) counts[binOf(refuseNegative(value))]++;
    }
  }
  return counts;
}

/** Gives the bin of the order statistic of a rank, from 0. */
function binAt(counts: Int32Array, rank: number): number {
  let bin = 0;
  for (let upTo = counts[0]; upTo <= rank; ) upTo += counts[++bin];
  return bin;
}

/** Copies the numbers of the bins that are needed, but for zeros, in order of size. */
function copyOf(
  { table, width, columns, from, to }: Cells,
  counts: Int32Array,
  isNeeded: Uint8Array,
): Float64Array {
  let size = 0;
  for (let bin = 1; bin < BINS; bin++) if (isNeeded[bin] === 1) size += counts[bin];
  const copied = new Float64Array(size);
  let next = 0;
  // Where zeros are all that is needed the rows are not read again.
  for (let row = size === 0 ? to : from; row < to; row++) {
    const start = row * width;
    for (let n = 0; n < columns.length; n++) {
      const value = table[start + columns[n]];
      if (value > 0 && value < Infinity && isNeeded[binOf(value)] === 1) copied[next++] = value;
    }
  }
  return copied.sort();
}

/** Gives the order statistic of a rank whose bin was copied: its place there follows from the bins before. */
function valueAt(rank: number, counts: Int32Array, isNeeded: Uint8Array, copied: Float64Array): number {
  let before = counts[0];
  if (rank < before) return 0;
  let place = 0;
  for (let bin = 1; before + counts[bin] <= rank; bin++) {
    before += counts[bin];
    if (isNeeded[bin] === 1) place += counts[bin];
  }
  return copied[place + rank - before];
}
