import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parquetMetadata, parquetReadObjects } from "hyparquet";
import { afterAll, describe, expect, it } from "vitest";
import { parquetPieces } from "../../cli/results/parquet-pieces.ts";
import { integerColumn, numberColumn, tableBuilder, textColumn } from "../../sim/tables/make-table.ts";
import type { Cell, Table, TableDeclaration } from "../../sim/tables/table.ts";
import { duckdb } from "../support/duckdb.ts";
import fc from "../support/fast-check.ts";

const DECLARATION: TableDeclaration = {
  name: "some",
  meaning: "Some rows",
  columns: [
    textColumn("timeline[cut].rule", "A name"),
    numberColumn("value", "people", "A number"),
    integerColumn("n", "", "A whole number"),
  ],
};
const FOLDER = mkdtempSync(join(tmpdir(), "linksim-parquet-"));
afterAll(() => rmSync(FOLDER, { recursive: true }));

type Row = readonly [string | null, number | null, number | null];

function tableOf(rows: readonly Row[]): Table {
  const table = tableBuilder(DECLARATION);
  for (const [rule, value, n] of rows) table.add({ "timeline[cut].rule": rule, value, n });
  return table.build();
}

/** Writes rows as a file, given in pieces that end at these rows. */
function written(rows: readonly Row[], cuts: readonly number[], rowsInGroup?: number): ArrayBuffer {
  const pieces = parquetPieces(DECLARATION, rowsInGroup);
  const bytes: Uint8Array[] = [];
  let from = 0;
  for (const cut of [...cuts, rows.length]) {
    bytes.push(pieces.piece(tableOf(rows.slice(from, cut))) as Uint8Array);
    from = cut;
  }
  bytes.push(pieces.end() as Uint8Array);
  return new Uint8Array(Buffer.concat(bytes)).buffer;
}

/** Gives the rows that readers should find: a number that is not there is null, and -0 is 0, as in CSV. */
const expected = (rows: readonly Row[]): Cell[][] =>
  rows.map((row) => row.map((cell) => (typeof cell === "number" ? present(cell) : cell)));
const present = (number: number): number | null => (Number.isFinite(number) ? number + 0 : null);

const awkward = fc.oneof(
  fc.string({ unit: "grapheme" }),
  fc.string({ unit: fc.constantFrom("=", '"', "'", ",", "\n", "\t", "é", "ß", "𝄞", "\uffff", " ", "0") }),
);
const anyRows = fc.array(
  fc.tuple(
    fc.option(awkward),
    fc.option(fc.oneof(fc.double(), fc.constantFrom(0, -0, 0.1, 5e-324, Number.MAX_VALUE))),
    fc.option(fc.integer()),
  ),
  { maxLength: 60 },
);
const anyCuts = (length: number) =>
  fc.array(fc.integer({ min: 0, max: length }), { maxLength: 5 }).map((cuts) => cuts.sort((a, b) => a - b));

describe("a Parquet file", () => {
  it("has the same bytes however the rows come in pieces, and other row groups only where it is told so", () =>
    fc.assert(
      fc.property(
        anyRows.chain((rows) => fc.tuple(fc.constant(rows), anyCuts(rows.length))),
        ([rows, cuts]) => {
          const whole = written(rows, [], 16);
          expect(Buffer.from(written(rows, cuts, 16)).equals(Buffer.from(whole))).toBe(true);
          const { row_groups } = parquetMetadata(whole);
          expect(row_groups.map(({ num_rows }) => Number(num_rows))).toEqual(
            Array.from({ length: Math.ceil(rows.length / 16) }, (_, i) => Math.min(16, rows.length - 16 * i)),
          );
        },
      ),
    ));

  it("is read by hyparquet as it was, to the last bit", () =>
    fc.assert(
      fc.asyncProperty(anyRows, async (rows) => {
        const read = await parquetReadObjects({ file: written(rows, [], 16) });
        expect(read.map((row) => Object.values(row))).toEqual(expected(rows));
      }),
    ));

  it("is read by DuckDB as it was, to the last bit: quotes, line ends, letters of every alphabet, nulls", () =>
    fc.assert(
      fc.asyncProperty(anyRows, async (rows) => {
        const file = join(FOLDER, "rows.parquet");
        writeFileSync(file, Buffer.from(written(rows, [], 16)));
        const read = await duckdb(`from '${file}'`);
        expect(read.map((row) => Object.values(row))).toEqual(expected(rows));
      }),
      { numRuns: 25 },
    ));

  it("without a row has its columns and their types", async () => {
    const file = join(FOLDER, "empty.parquet");
    writeFileSync(file, Buffer.from(written([], [])));
    expect(await duckdb(`select count(*)::integer as n from '${file}'`)).toEqual([{ n: 0 }]);
    const columns = await duckdb(`describe from '${file}'`);
    expect(columns.map(({ column_name, column_type }) => [column_name, column_type])).toEqual([
      ["timeline[cut].rule", "VARCHAR"],
      ["value", "DOUBLE"],
      ["n", "INTEGER"],
    ]);
    expect(await parquetReadObjects({ file: written([], []) })).toEqual([]);
  });

  it("refuses a whole number that is none, and one beyond 32 bits", () => {
    expect(() => written([["a", 1, 0.5]], [])).toThrow("expected integer value, got 0.5");
    expect(() => written([["a", 1, 3e9]], [])).toThrow("expected int32 value, got 3000000000");
  });
});
