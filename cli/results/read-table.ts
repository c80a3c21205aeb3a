import Papa from "papaparse";
import type { Cell, Column, Table, TableDeclaration } from "../../sim/tables/table.ts";
import { ROWS_AT_ONCE } from "./rows-at-once.ts";

/** Lists the formats that tables are read from, the cheapest to open first. */
export const READABLE = ["csv", "json", "parquet"] as const;
type Readable = (typeof READABLE)[number];

/** Says what is wrong with a table's file, in words that stand behind its name. */
export class TableDamage extends Error {}

/** Gives the header of a file and its cells by column, as the format has them. */
interface Contents {
  readonly header: readonly string[];
  readonly rows: number;
  readonly cell: (row: number, column: string) => unknown;
}

/** Reads a table from the bytes of its file; throws a TableDamage where they do not fit the declaration. */
export async function readTable(
  bytes: Uint8Array,
  format: Readable,
  declaration: TableDeclaration,
): Promise<Table> {
  const { header, rows, cell } = await CONTENTS[format](bytes);
  const missing = declaration.columns
    .filter(({ name, mayBeAbsent = false }) => !mayBeAbsent && !header.includes(name))
    .map(({ name }) => name);
  // An array without a row says nothing of its columns.
  if (missing.length > 0 && !(format === "json" && rows === 0))
    throw new TableDamage(`it has no column ${missing.join(", ")}`);
  const columns = declaration.columns.map((column) =>
    Array.from({ length: rows }, (_, row) => typed(cell(row, column.name), column, row)),
  );
  return { declaration, columns, rows };
}

const CONTENTS: Readonly<Record<Readable, (bytes: Uint8Array) => Contents | Promise<Contents>>> = {
  csv: csvContents,
  json: jsonContents,
  parquet: parquetContents,
};

/** Cells are read as text and typed by declaration: a guess would make 1E5 of a name a number. */
function csvContents(bytes: Uint8Array): Contents {
  const { data, errors } = Papa.parse<string[]>(decoded(bytes), { skipEmptyLines: true });
  if (errors.length > 0) throw new TableDamage(`${errors[0].message} (line ${(errors[0].row ?? 0) + 1})`);
  const [header = [], ...lines] = data;
  const short = lines.findIndex((line) => line.length !== header.length);
  if (short >= 0)
    throw new TableDamage(`row ${short + 1} has ${lines[short].length} cells, not ${header.length}`);
  const at = new Map(header.map((name, i) => [name, i]));
  return {
    header,
    rows: lines.length,
    cell: (row, column) => withoutGuard(lines[row][at.get(column) as number]),
  };
}

/** Takes away the apostrophe that keeps a spreadsheet from running a text. */
export function withoutGuard(text: string): string {
  return /^'[=+\-@\t\r]/.test(text) ? text.slice(1) : text;
}

function jsonContents(bytes: Uint8Array): Contents {
  let rows: unknown;
  try {
    rows = JSON.parse(decoded(bytes));
  } catch {
    throw new TableDamage("it is no JSON");
  }
  if (!Array.isArray(rows) || rows.some((row) => typeof row !== "object" || row === null))
    throw new TableDamage("it is no array of rows");
  return {
    header: rows.length === 0 ? [] : Object.keys(rows[0]),
    rows: rows.length,
    cell: (row, column) => rows[row][column],
  };
}

async function parquetContents(bytes: Uint8Array): Promise<Contents> {
  const { parquetMetadata, parquetReadObjects, parquetSchema } = await import("hyparquet");
  // A copy of its own: a Buffer may be a piece of a larger one.
  const file = new Uint8Array(bytes).buffer;
  try {
    const metadata = parquetMetadata(file);
    // Looked at before anything is read: what a file claims costs it nothing, and memory costs us.
    const rowsIn = metadata.row_groups.map((group) =>
      Math.max(
        ...[group.num_rows, ...group.columns.map(({ meta_data }) => meta_data?.num_values ?? 0n)].map(Number),
      ),
    );
    const most = Math.max(0, ...rowsIn);
    if (!(most <= ROWS_AT_ONCE))
      throw new Error(`a group of ${most} rows, where linksim writes at most ${ROWS_AT_ONCE}`);
    if (Number(metadata.num_rows) > ROWS_AT_ONCE * rowsIn.length)
      throw new Error(`${metadata.num_rows} rows in ${rowsIn.length} groups`);
    const rows = await parquetReadObjects({ file, metadata });
    return {
      header: parquetSchema(metadata).children.map(({ element }) => element.name),
      rows: rows.length,
      cell: (row, column) => rows[row][column],
    };
  } catch (failure) {
    throw new TableDamage(`it is no Parquet that can be read: ${(failure as Error).message}`);
  }
}

function typed(value: unknown, { name, type }: Column, row: number): Cell {
  if (typeof value === "object" && value !== null)
    throw new TableDamage(`row ${row + 1}, column ${name}: expected a ${WORDS[type]}, got a structure`);
  if (type === "text") return value === null || value === undefined ? "" : String(value);
  if (value === null || value === undefined || value === "") return null;
  const number = Number(value);
  if (!Number.isFinite(number) || (type === "integer" && !Number.isInteger(number)))
    throw new TableDamage(`row ${row + 1}, column ${name}: expected a ${WORDS[type]}, got ${String(value)}`);
  return number;
}

const WORDS = { text: "text", number: "number", integer: "whole number" } as const;

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (failure) {
    throw new TableDamage(
      (failure as NodeJS.ErrnoException).code === "ERR_STRING_TOO_LONG"
        ? `it is too long to be read whole: ${Math.round(bytes.length / 1e6)} MB`
        : "it is not UTF-8 text",
    );
  }
}
