import { openSync, readSync, unlinkSync, writeSync } from "node:fs";
import { join } from "node:path";
import type { ReplicationResult } from "../../sim/measures/result.ts";
import type { KeptResults, ResultArray } from "../../sim/measures/scenario-results.ts";
import { besideOf } from "../disk/beside.ts";
import { messages } from "../messages/index.ts";
import { CommandError, failed } from "../terminal/exit-codes.ts";

const ARRAYS = ["values", "series", "retention", "windowed"] as const;
/** Numbers that are written or read at a time. */
const NUMBERS_AT_ONCE = 1_000_000;

/** Results that were added together: of each array, a column for each of its numbers, in the file. */
interface Block {
  /** Its place among all results. */
  readonly first: number;
  readonly rows: number;
  readonly replications: readonly number[];
  readonly events: Float64Array;
  readonly arrays: Readonly<Record<ResultArray, { readonly at: number; readonly width: number }>>;
}

/** The rows of an array of a block, which was read last. */
interface ReadBlock {
  readonly block: Block;
  readonly arrays: Map<ResultArray, Float64Array>;
}

/**
 * Keeps results in a file, column by column, so that tables are made of a number of all replications at a
 * time; in memory are a block at most and what is asked for.
 */
export class ResultColumns implements KeptResults {
  readonly #path: string;
  readonly #fd: number;
  readonly #blocks: Block[] = [];
  #bytes = 0;
  #length = 0;
  #read: ReadBlock | undefined;

  private constructor(path: string) {
    this.#path = path;
    this.#fd = this.#orSay(() => openSync(path, "wx+", 0o600));
    // Nothing is left of it, whenever the program ends.
    this.#orSay(() => unlinkSync(path));
  }

  /** Opens a file without a name in a folder. */
  static open(folder: string): ResultColumns {
    return new ResultColumns(besideOf(join(folder, "replications")));
  }

  get length(): number {
    return this.#length;
  }

  /** Adds results at the end. */
  add(results: readonly ReplicationResult[]): void {
    if (results.length === 0) return;
    const arrays = Object.fromEntries(
      ARRAYS.map((array) => {
        const at = this.#bytes;
        this.#write(results.map((result) => result[array]));
        return [array, { at, width: results[0][array].length }];
      }),
    ) as Block["arrays"];
    this.#blocks.push({
      first: this.#length,
      rows: results.length,
      replications: results.map(({ replication }) => replication),
      events: Float64Array.from(results, ({ events }) => events),
      arrays,
    });
    this.#length += results.length;
  }

  across(array: ResultArray, index: number): Float64Array {
    const values = new Float64Array(this.#length);
    for (const { first, rows, arrays } of this.#blocks)
      this.#fill(values.subarray(first, first + rows), arrays[array].at + index * rows * BYTES);
    return values;
  }

  slice(from: number, before: number): ReplicationResult[] {
    return this.#blocks.flatMap((block) => {
      const { first, rows } = block;
      const start = Math.max(0, from - first);
      const end = Math.min(rows, before - first);
      return Array.from({ length: Math.max(0, end - start) }, (_, i) => this.#result(block, start + i));
    });
  }

  *[Symbol.iterator](): Iterator<ReplicationResult> {
    for (const block of this.#blocks)
      for (let row = 0; row < block.rows; row++) yield this.#result(block, row);
  }

  /** Gives a result whose arrays are read when they are asked for. */
  #result(block: Block, row: number): ReplicationResult {
    const rowOf = (array: ResultArray): Float64Array => {
      const { width } = block.arrays[array];
      return this.#rows(block, array).subarray(row * width, (row + 1) * width);
    };
    return {
      replication: block.replications[row],
      events: block.events[row],
      get values() {
        return rowOf("values");
      },
      get series() {
        return rowOf("series");
      },
      get retention() {
        return rowOf("retention");
      },
      get windowed() {
        return rowOf("windowed");
      },
    };
  }

  /** Gives an array of a block row by row. */
  #rows(block: Block, array: ResultArray): Float64Array {
    if (this.#read?.block !== block) this.#read = { block, arrays: new Map() };
    const known = this.#read.arrays.get(array);
    if (known !== undefined) return known;
    const { rows } = block;
    const { at, width } = block.arrays[array];
    const turned = new Float64Array(rows * width);
    for (const { from, before } of columnsAtOnce(width, rows)) {
      const columns = new Float64Array((before - from) * rows);
      this.#fill(columns, at + from * rows * BYTES);
      for (let column = from, i = 0; column < before; column++)
        for (let row = 0; row < rows; row++) turned[row * width + column] = columns[i++];
    }
    this.#read.arrays.set(array, turned);
    return turned;
  }

  /** Writes rows of numbers column by column. */
  #write(rows: readonly Float64Array[]): void {
    for (const { from, before } of columnsAtOnce(rows[0].length, rows.length)) {
      const columns = new Float64Array((before - from) * rows.length);
      for (let column = from, i = 0; column < before; column++)
        for (const row of rows) columns[i++] = row[column];
      const bytes = bytesOf(columns);
      for (let done = 0; done < bytes.length; )
        done += this.#orSay(() => writeSync(this.#fd, bytes, done, bytes.length - done, this.#bytes + done));
      this.#bytes += bytes.length;
    }
  }

  /** Reads so many numbers from a place in the file. */
  #fill(numbers: Float64Array, at: number): void {
    const bytes = bytesOf(numbers);
    for (let done = 0; done < bytes.length; ) {
      const read = this.#orSay(() => readSync(this.#fd, bytes, done, bytes.length - done, at + done));
      if (read === 0) throw failed(messages.cannotRead(this.#path, "it ends too early"));
      done += read;
    }
  }

  #orSay<T>(action: () => T): T {
    try {
      return action();
    } catch (failure) {
      if (failure instanceof CommandError) throw failure;
      throw failed(messages.cannotWrite(this.#path, failure));
    }
  }
}

const BYTES = Float64Array.BYTES_PER_ELEMENT;

const bytesOf = ({ buffer, byteOffset, byteLength }: Float64Array): Uint8Array =>
  new Uint8Array(buffer, byteOffset, byteLength);

/** Cuts columns of so many rows into stretches of which one is in memory at a time. */
function* columnsAtOnce(width: number, rows: number): Iterable<{ from: number; before: number }> {
  const step = Math.max(1, Math.floor(NUMBERS_AT_ONCE / rows));
  for (let from = 0; from < width; from += step) yield { from, before: Math.min(width, from + step) };
}
