import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { csvText } from "../../sim/tables/csv.ts";
import { jsonText } from "../../sim/tables/json.ts";
import { numberColumn, tableBuilder, textColumn } from "../../sim/tables/make-table.ts";
import type { Cell, Table, TableDeclaration } from "../../sim/tables/table.ts";
import fc from "../support/fast-check.ts";
import { rowsOf } from "./some-results.ts";

const DECLARATION: TableDeclaration = {
  name: "some",
  meaning: "Some rows",
  columns: [textColumn("group", "A name"), numberColumn("value", "people", "A number")],
};

function aTable(...rows: readonly (readonly [string, number | null])[]): Table {
  const table = tableBuilder(DECLARATION);
  for (const [group, value] of rows) table.add({ group, value });
  return table.build();
}

const awkwardText = fc.oneof(
  fc.string(),
  fc.string({
    unit: fc.constantFrom("=", "+", "-", "@", "\t", "\r", "\n", '"', ",", "'", " ", "a", "é", "1"),
  }),
);
const anyNumber = fc.option(fc.oneof(fc.double(), fc.integer(), fc.double({ min: 0, max: 1 })));
const anyRows = fc.array(fc.tuple(awkwardText, anyNumber), { maxLength: 20 });

describe("csvText", () => {
  it("starts with the names of the declaration and ends every line in one line feed", () => {
    expect(csvText(aTable(["practice-1", 2]))).toBe("group,value\npractice-1,2\n");
    expect(csvText(aTable())).toBe("group,value\n");
  });

  it("leaves a number that is not there empty, whatever it was", () => {
    const rows = aTable(["a", null], ["b", Number.NaN], ["c", Number.POSITIVE_INFINITY]);
    expect(csvText(rows)).toBe("group,value\na,\nb,\nc,\n");
    const typed: Table = { ...rows, columns: [["a", "b", "c"], Float64Array.of(1, Number.NaN, 3)] };
    expect(csvText(typed)).toBe("group,value\na,1\nb,\nc,3\n");
  });

  it("writes text inert that a spreadsheet would run, also over two lines, and leaves negative numbers numbers", () => {
    const rows = aTable(["=1+1", -1.5], ["-2", -2], ["@x", 1e21], ["=1\n2", 0.1]);
    expect(csvText(rows)).toBe('group,value\n"\'=1+1",-1.5\n"\'-2",-2\n"\'@x",1e+21\n"\'=1\n2",0.1\n');
  });

  it("reads back as it was, numbers to the last bit", () =>
    fc.assert(
      fc.property(anyRows, (rows) => {
        const read = Papa.parse<Record<string, string>>(csvText(aTable(...rows)), {
          header: true,
          delimiter: ",",
          newline: "\n",
        });
        // The last line feed reads as one more row, which is empty.
        expect(read.data.slice(0, -1).map((row) => [row.group, number(row.value)])).toEqual(
          rows.map(([text, value]) => [/^[=+\-@\t\r]/.test(text) ? `'${text}` : text, present(value)]),
        );
        expect(read.meta.fields).toEqual(["group", "value"]);
      }),
    ));

  it("writes the same over the edge of a chunk of rows", () => {
    const rows = Array.from({ length: 10_001 }, (_, i) => [`p${i}`, i] as const);
    expect(csvText(aTable(...rows))).toBe(`group,value\n${rows.map((row) => row.join(",")).join("\n")}\n`);
  });
});

describe("jsonText", () => {
  it("is one object a line, with null for a number that is not there", () => {
    expect(jsonText(aTable(["a", 1], ["b", Number.NaN]))).toBe(
      '[\n{"group":"a","value":1},\n{"group":"b","value":null}\n]\n',
    );
    expect(jsonText(aTable())).toBe("[]\n");
  });

  it("reads back as it was", () =>
    fc.assert(
      fc.property(anyRows, (rows) => {
        const table = aTable(...rows);
        expect(JSON.parse(jsonText(table))).toEqual(rowsOf(table).map(withoutMinusZero));
      }),
    ));
});

function number(text: string | undefined): number | null {
  return text === undefined || text === "" ? null : Number(text);
}

function present(value: number | null): number | null {
  return value === null || !Number.isFinite(value) ? null : value + 0;
}

function withoutMinusZero(row: Record<string, Cell>): Record<string, Cell> {
  return { ...row, value: row.value === 0 ? 0 : (row.value as Cell) };
}
