import { createHash } from "node:crypto";
import { appendFileSync, existsSync, readFileSync, writeFileSync } from "node:fs";

/** Bytes at the head of a file that say what its rows are of. */
const HEAD = 32;

/**
 * Keeps rows of numbers in a file, one after another, so that a long study can be stopped and goes on. A file
 * that was kept of something else, as `whose` says it, is refused.
 */
export class KeptRows {
  private readonly rows: Float64Array;

  constructor(
    private readonly file: string,
    whose: string,
    private readonly width: number,
  ) {
    const head = createHash("sha256").update(whose).digest();
    if (!existsSync(file)) writeFileSync(file, head);
    const bytes = readFileSync(file);
    if (!bytes.subarray(0, HEAD).equals(head)) throw new Error(`${file}: kept of another scenario or seed`);
    // A row that was cut short is simulated again.
    const whole = Math.floor((bytes.length - HEAD) / (8 * width));
    const end = HEAD + 8 * width * whole;
    if (end < bytes.length) writeFileSync(file, bytes.subarray(0, end));
    this.rows = new Float64Array(Uint8Array.from(bytes.subarray(HEAD, end)).buffer);
  }

  /** Gives a row, and nothing where it is not there yet. */
  get(row: number): Float64Array | undefined {
    const from = row * this.width;
    return from < this.rows.length ? this.rows.subarray(from, from + this.width) : undefined;
  }

  /** Adds the row after the last one. */
  add(values: Float64Array): void {
    appendFileSync(this.file, new Uint8Array(values.buffer, values.byteOffset, values.byteLength));
  }
}
