import { intsInLines } from "./lines.ts";

/**
 * Hands out records of whole numbers and takes them back; one given back is used again, last one first.
 *
 * A record's fields lie side by side in one array, in a row whose length is a power of two. Each field is a
 * view of that same array from the field's own place, and a record's number is where its row begins: so
 * `fields.age[record]` reads as from a column, but the fields of one record share a line or two of the
 * cache. Records are met in no order; with a column for each field every field read would be a line of its
 * own.
 */
export class Rows<Field extends string> {
  readonly fields: Readonly<Record<Field, Int32Array>>;
  private readonly names: readonly Field[];
  /** A record's number is its place times 2 to this power. */
  readonly shift: number;
  private capacity: number;
  private used = 0;
  private free: number[] = [];
  private words: Int32Array;

  constructor(names: readonly Field[], capacity = 256) {
    this.names = names;
    this.shift = shiftOf(names);
    this.capacity = capacity;
    this.words = intsInLines(capacity << this.shift);
    this.fields = this.views();
  }

  /** Gives the number of a record that nobody uses; its fields hold what they held before. */
  take(): number {
    if (this.free.length > 0) return this.free.pop() as number;
    if (this.used === this.capacity) this.widen();
    return this.used++ << this.shift;
  }

  /** Takes a record's number back. */
  give(record: number): void {
    this.free.push(record);
  }

  /** Gives the count of records ever in use at once. */
  get peak(): number {
    return this.used;
  }

  /** Lists the records ever in use. */
  records(): number[] {
    const records: number[] = [];
    for (let place = 0; place < this.used; place++) records.push(place << this.shift);
    return records;
  }

  /** Forgets every record and keeps the memory. */
  reset(): void {
    this.used = 0;
    this.free.length = 0;
  }

  private widen(): void {
    this.capacity *= 2;
    const wider = intsInLines(this.capacity << this.shift);
    wider.set(this.words);
    this.words = wider;
    Object.assign(this.fields, this.views());
  }

  private views(): Record<Field, Int32Array> {
    const { words } = this;
    return viewsOf(this.names, (n) => words.subarray(n));
  }
}

/** Makes the fields of a fixed number of records, side by side as those of `Rows`, all zero. */
export function makeRows<Field extends string, Column extends Int32Array | Float64Array>(
  names: readonly Field[],
  records: number,
  make: (length: number) => Column,
): Readonly<Record<Field, Column>> {
  const words = make(records << shiftOf(names));
  return viewsOf(names, (n) => words.subarray(n) as Column);
}

/** Gives the power of two that records of these fields lie apart. */
export function shiftOf(names: readonly string[]): number {
  return 32 - Math.clz32(names.length - 1);
}

function viewsOf<Field extends string, Column>(
  names: readonly Field[],
  view: (n: number) => Column,
): Record<Field, Column> {
  // Each name has its view.
  return Object.fromEntries(names.map((name, n) => [name, view(n)])) as Record<Field, Column>;
}
