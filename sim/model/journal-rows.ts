import { type Columns, Log } from "../engine/columns.ts";
import type { What } from "./events.ts";

const ROW = {
  minute: Int32Array,
  /** One of `HAPPENED`. */
  what: Uint8Array,
  /** Practice and register number of the person; -1 and 0 if it happened to nobody. */
  practice: Int32Array,
  register: Int32Array,
  /** Number of the episode's record; -1 outside an episode. */
  record: Int32Array,
  post: Int32Array,
  organisation: Int32Array,
  /** Number of the need in the episode and number of its focus, both from 1; 0 for no need. */
  need: Uint8Array,
  focus: Uint8Array,
  /** A number whose meaning goes with `what`. */
  value: Int32Array,
} as const;

/** Holds a replication's journal as columns of equal length, in order of time. */
export type JournalColumns = Columns<typeof ROW>;

/** Keeps a journal's rows, in order of time. */
export class JournalRows {
  private readonly log = new Log(ROW, 16_384);

  get columns(): JournalColumns {
    return this.log.columns;
  }

  get length(): number {
    return this.log.length;
  }

  /** Forgets the last replication. */
  reset(): void {
    this.log.reset();
  }

  /** Adds a row about nobody and nothing, and gives its number. */
  add(minute: number, what: What, value: number): number {
    const row = this.log.add();
    const { columns } = this.log;
    columns.minute[row] = minute;
    columns.what[row] = what;
    columns.practice[row] = -1;
    columns.register[row] = 0;
    columns.record[row] = -1;
    columns.post[row] = -1;
    columns.organisation[row] = -1;
    columns.need[row] = 0;
    columns.focus[row] = 0;
    columns.value[row] = value;
    return row;
  }

  /** Returns a copy. */
  copy(): JournalColumns {
    const copied: Record<string, unknown> = {};
    for (const [field, column] of Object.entries(this.log.columns))
      copied[field] = column.slice(0, this.log.length);
    // Each field is a part of the column of that name.
    return copied as JournalColumns;
  }
}
