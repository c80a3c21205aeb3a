import { closeSync } from "node:fs";
import { MAX_STREAMED_BYTES, openPlain, readFully } from "../disk/plain-file.ts";
import type { SinkFile } from "../results/file-sink.ts";
import type { Piece } from "../results/table-pieces.ts";

/** Where a file first differs from what was made again. */
export interface FirstDifference {
  /** The line, from 1; undefined where the file is no text. */
  readonly line: number | undefined;
  /** The column, where rows of a table differ in one cell alone or in several, the first of them. */
  readonly column?: string;
  /** What stands there; undefined where the file ends before. */
  readonly found: string | undefined;
  /** What came out; undefined where nothing more should stand. */
  readonly expected: string | undefined;
}

/** Bytes of a line that are looked at to tell how it differs. */
const LINE_BYTES = 4096;
const NEW_LINE = 10;

/** Compares a file of a folder with its pieces as they are made again, and keeps none of them. */
export class ComparedFile implements SinkFile {
  readonly #fd: number;
  readonly #isText: boolean;
  readonly #cells: ((line: string) => readonly string[]) | undefined;
  readonly #onClose: (difference: FirstDifference | undefined) => void;
  #at = 0;
  #line = 1;
  /** Where the line begins in which the next piece goes on. */
  #lineStart = 0;
  #header: string | undefined;
  #difference: FirstDifference | undefined;

  /**
   * Opens a regular file; `cells` cuts a line of a table that has a header, `onClose` hears of the first
   * difference.
   */
  constructor(
    path: string,
    cells: ((line: string) => readonly string[]) | undefined,
    onClose: (difference: FirstDifference | undefined) => void,
  ) {
    this.#fd = openPlain(path, MAX_STREAMED_BYTES).fd;
    this.#isText = !path.endsWith(".parquet");
    this.#cells = cells;
    this.#onClose = onClose;
  }

  /** Compares what stands next. */
  async append(piece: Piece): Promise<void> {
    const made = typeof piece === "string" ? Buffer.from(piece, "utf8") : Buffer.from(piece);
    if (this.#difference !== undefined || made.length === 0) return;
    const held = Buffer.allocUnsafe(made.length);
    const read = readFully(this.#fd, held, this.#at);
    const same = sameLength(made, held.subarray(0, read));
    this.#count(made, same);
    if (same < made.length) this.#difference = this.#differenceAt(made);
    this.#at += made.length;
  }

  /** Sees that nothing more stands in the file. */
  async close(): Promise<void> {
    if (this.#difference === undefined && readFully(this.#fd, Buffer.alloc(1), this.#at) > 0)
      this.#difference = this.#differenceAt(Buffer.alloc(0));
    closeSync(this.#fd);
    this.#onClose(this.#difference);
  }

  /** Closes a file that could not be made again. */
  abandon(): void {
    closeSync(this.#fd);
  }

  /** Counts the lines of the bytes that are the same. */
  #count(made: Buffer, same: number): void {
    for (let end = made.indexOf(NEW_LINE); end >= 0 && end < same; end = made.indexOf(NEW_LINE, end + 1)) {
      this.#header ??= made.toString("utf8", 0, end);
      this.#line++;
      this.#lineStart = this.#at + end + 1;
    }
  }

  #differenceAt(made: Buffer): FirstDifference {
    if (!this.#isText) return { line: undefined, found: undefined, expected: undefined };
    // Up to here both are the same, so that what an earlier piece held of the line is read from the file.
    const before = Buffer.alloc(Math.max(0, Math.min(this.#at - this.#lineStart, LINE_BYTES)));
    readFully(this.#fd, before, this.#lineStart);
    const rest = made.subarray(Math.max(0, this.#lineStart - this.#at));
    const expected = firstLine(Buffer.concat([before, rest.subarray(0, LINE_BYTES)]));
    const bytes = Buffer.alloc(LINE_BYTES);
    const found = firstLine(bytes.subarray(0, readFully(this.#fd, bytes, this.#lineStart)));
    return { line: this.#line, ...this.#inColumn({ found, expected }) };
  }

  /** Names the first cell that differs, where both lines have as many as the header. */
  #inColumn(lines: Pick<FirstDifference, "found" | "expected">): Omit<FirstDifference, "line"> {
    const { found, expected } = lines;
    if (this.#cells === undefined || this.#header === undefined) return lines;
    if (found === undefined || expected === undefined) return lines;
    const [names, theirs, ours] = [this.#header, found, expected].map(this.#cells);
    const at = ours.findIndex((cell, i) => cell !== theirs[i]);
    if (at < 0 || theirs.length !== names.length || ours.length !== names.length) return lines;
    return { column: names[at], found: theirs[at], expected: ours[at] };
  }
}

/** Says up to where two pieces are the same. */
function sameLength(first: Buffer, second: Buffer): number {
  if (first.equals(second)) return first.length;
  let same = 0;
  while (same < second.length && first[same] === second[same]) same++;
  return same;
}

/** Gives the first line of some bytes; undefined if there are none. */
function firstLine(bytes: Buffer): string | undefined {
  if (bytes.length === 0) return undefined;
  const end = bytes.indexOf(NEW_LINE);
  return bytes.toString("utf8", 0, end < 0 ? bytes.length : end);
}
