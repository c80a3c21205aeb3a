import { closeSync } from "node:fs";
import type { Table, TableDeclaration } from "../../sim/tables/table.ts";
import { MAX_STREAMED_BYTES, openPlain, readFully } from "../disk/plain-file.ts";
import { readTable, TableDamage } from "./read-table.ts";

/** Bytes of a table that are read at a time. */
const BYTES_AT_ONCE = 1 << 24;
/** Bounds a line, so that a file without any is not read into memory. */
const MAX_LINE_BYTES = 1 << 25;
const [NEW_LINE, QUOTE] = [10, 34];

/** Reads a table of text as linksim writes it, a row a line, piece by piece; a short one is one piece. */
export async function* readPieces(
  path: string,
  format: "csv" | "json",
  declaration: TableDeclaration,
  bytesAtOnce = BYTES_AT_ONCE,
): AsyncGenerator<Table> {
  const { fd, size } = openPlain(path, MAX_STREAMED_BYTES);
  try {
    let head = Buffer.alloc(0);
    let rest = Buffer.alloc(0);
    for (let at = 0, isWhole = size <= bytesAtOnce; at < size || isWhole; isWhole = false) {
      const next = Buffer.allocUnsafe(Math.min(bytesAtOnce, size - at));
      const read = readFully(fd, next, at);
      if (read < next.length) throw new TableDamage("it ends too early");
      at += read;
      const bytes = Buffer.concat([rest, next]);
      const end = at < size ? wholeLines(bytes, format) : bytes.length;
      const lines = bytes.subarray(0, end);
      rest = bytes.subarray(end);
      if (rest.length > MAX_LINE_BYTES) throw new TableDamage("it has a line that no table has");
      if (isWhole) yield await readTable(lines, format, declaration);
      else if (lines.length === 0) continue;
      else if (format === "json") yield await readTable(asArray(lines), format, declaration);
      else {
        yield await readTable(Buffer.concat([head, lines]), format, declaration);
        if (head.length === 0) head = lines.subarray(0, lines.indexOf(NEW_LINE) + 1);
      }
    }
  } finally {
    closeSync(fd);
  }
}

/** Says up to where there are whole lines; a line break within quotes of a CSV ends none. */
function wholeLines(bytes: Buffer, format: "csv" | "json"): number {
  if (format === "json") return bytes.lastIndexOf(NEW_LINE) + 1;
  let end = 0;
  let isQuoted = false;
  for (let i = 0; i < bytes.length; i++) {
    if (bytes[i] === QUOTE) isQuoted = !isQuoted;
    else if (bytes[i] === NEW_LINE && !isQuoted) end = i + 1;
  }
  return end;
}

/** Makes an array of some of the lines of one. */
function asArray(lines: Buffer): Buffer {
  const text = lines
    .toString("utf8")
    .replace(/^\[\n/, "")
    .replace(/(^|\n)\]\n$/, "")
    .replace(/,\n$/, "");
  return Buffer.from(`[${text}]`, "utf8");
}
