import { createHash } from "node:crypto";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { FORMATS, type Format } from "../../cli/results/formats.ts";
import { openResults } from "../../cli/results/open-results.ts";
import { readTable } from "../../cli/results/read-table.ts";
import { filePieces } from "../../cli/results/table-pieces.ts";
import type { Cell, Table } from "../../sim/tables/table.ts";

/** Draws a whole number from 0 up to before another. */
export type Draw = (before: number) => number;

/** Changes a table as somebody would who wants another result. */
type Change = (table: Table, draw: Draw) => Table;

/** Lists the ways in which a table is doctored. */
export const CHANGES = {
  "one cell changed": (table, draw) => {
    const row = draw(table.rows);
    const column = draw(table.columns.length);
    return withColumns(table, (cells, i) =>
      i === column ? cells.with(row, otherThan(cells[row], table.declaration.columns[i].type)) : cells,
    );
  },
  "one row dropped": (table, draw) => {
    const row = draw(table.rows);
    return withColumns(table, (cells) => cells.toSpliced(row, 1));
  },
  "one row added": (table, draw) => {
    const row = draw(table.rows);
    return withColumns(table, (cells) => cells.toSpliced(row, 0, cells[row]));
  },
  "two rows exchanged": (table, draw) => {
    const row = draw(Math.max(1, table.rows - 1));
    const swapped = withColumns(table, (cells) =>
      cells.toSpliced(row, 2, ...cells.slice(row, row + 2).reverse()),
    );
    return swapped;
  },
} satisfies Readonly<Record<string, Change>>;

/** One of the ways, or the file taken away and unlisted. */
export type Doctoring = keyof typeof CHANGES | "file removed";
export const DOCTORINGS: readonly Doctoring[] = [
  ...(Object.keys(CHANGES) as (keyof typeof CHANGES)[]),
  "file removed",
];

/** A table in one of the formats in which a folder holds it. */
export interface TableFile {
  readonly table: string;
  readonly format: Format;
}

/** Lists the tables that a folder holds as files. */
export function tableFilesIn(folder: string): readonly TableFile[] {
  return openResults(folder).record.files.flatMap(({ name }) => {
    const [table, ending] = name.split(".");
    const format = FORMATS.find((known) => known === ending);
    return format === undefined ? [] : [{ table, format }];
  });
}

/**
 * Doctors a table of a folder in one of its formats, and makes every hash fit again; false where the table
 * would stay as it is.
 */
export async function doctorTable(
  folder: string,
  { table, format }: TableFile,
  doctoring: Doctoring,
  draw: Draw,
): Promise<boolean> {
  const file = `${table}.${format}`;
  const path = join(folder, file);
  if (doctoring === "file removed") {
    rmSync(path);
    rehash(folder, (files) => files.filter(({ name }) => name !== file));
    return true;
  }
  const declaration = (await openResults(folder).table(table))?.declaration;
  if (declaration === undefined) throw new Error(`${folder} has no table ${table}`);
  const before = readFileSync(path);
  const held = await readTable(before, format, declaration);
  if (held.rows === 0) return false;
  const after = await bytesOf(format, CHANGES[doctoring](held, draw));
  if (after.equals(before)) return false;
  writeFileSync(path, after);
  rehash(folder);
  return true;
}

/** Writes a table as a file of a format holds it. */
export async function bytesOf(format: Format, table: Table): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of filePieces(format, table.declaration, [table])) pieces.push(Buffer.from(piece));
  return Buffer.concat(pieces);
}

interface ListedFile {
  readonly name: string;
  readonly sha256: string;
}

/** Writes run.json so that every hash fits what the folder holds; `change` lists other files. */
export function rehash(
  folder: string,
  change: (files: readonly ListedFile[]) => readonly ListedFile[] = (files) => files,
): void {
  const path = join(folder, "run.json");
  const record = JSON.parse(readFileSync(path, "utf8"));
  const files = [...change(record.files)]
    .map(({ name }) => ({ name, sha256: sha256(readFileSync(join(folder, name))) }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const content_hash = sha256(files.map(({ name, sha256 }) => `${name} ${sha256}\n`).join(""));
  writeFileSync(path, `${JSON.stringify({ ...record, files, content_hash }, null, 2)}\n`);
}

const sha256 = (content: string | Uint8Array): string => createHash("sha256").update(content).digest("hex");

function withColumns(table: Table, change: (cells: Cell[], i: number) => Cell[]): Table {
  const columns = table.columns.map((cells, i) => change([...cells], i));
  return { ...table, columns, rows: columns[0].length };
}

function otherThan(cell: Cell, type: "text" | "number" | "integer"): Cell {
  if (type === "text") return cell === "doctored" ? "again" : "doctored";
  return Number(cell ?? 0) + 1;
}
