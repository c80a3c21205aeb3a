/**
 * Keeps records as columns: one flat array for each field, all of one length. `Columns` of a shape
 * is a plain object of typed arrays, so that a hot loop reads `patients.contacts[slot]` without a call.
 */
type ArrayKind =
  | Int32ArrayConstructor
  | Float64ArrayConstructor
  | Uint8ArrayConstructor
  | Uint16ArrayConstructor;
export type Shape = Readonly<Record<string, ArrayKind>>;
export type Columns<S extends Shape> = { [Field in keyof S]: InstanceType<S[Field]> };

/** Makes the columns of a shape, all zero. */
export function makeColumns<S extends Shape>(shape: S, length: number): Columns<S> {
  // One by one, as `columns[field] = ...`, V8 would make a slow dictionary of more than some fifteen fields.
  const columns = Object.fromEntries(Object.keys(shape).map((field) => [field, new shape[field](length)]));
  // Each field was made by its own constructor just above.
  return columns as Columns<S>;
}

/** Replaces every column by a longer one with the same beginning. */
export function widenColumns<S extends Shape>(columns: Columns<S>, shape: S, length: number): void {
  const fields = columns as Record<string, Int32Array>;
  for (const field of Object.keys(shape)) {
    const wider = new shape[field](length) as Int32Array;
    wider.set(fields[field]);
    fields[field] = wider;
  }
}

/** Appends records and keeps them all, in order. */
export class Log<S extends Shape> {
  readonly columns: Columns<S>;
  length = 0;
  private readonly shape: S;
  private capacity: number;

  constructor(shape: S, capacity = 1024) {
    this.shape = shape;
    this.capacity = capacity;
    this.columns = makeColumns(shape, capacity);
  }

  /** Adds a record and gives its number; its fields hold what an earlier replication left there. */
  add(): number {
    if (this.length === this.capacity) {
      this.capacity *= 2;
      widenColumns(this.columns, this.shape, this.capacity);
    }
    return this.length++;
  }

  /** Puts the records in another order, which lists their numbers. */
  arrange(order: Int32Array): void {
    const fields = this.columns as Record<string, Int32Array>;
    for (const field of Object.keys(this.shape)) {
      const column = fields[field];
      const before = column.slice(0, this.length);
      for (let n = 0; n < this.length; n++) column[n] = before[order[n]];
    }
  }

  /** Forgets every record and keeps the memory. */
  reset(): void {
    this.length = 0;
  }
}
