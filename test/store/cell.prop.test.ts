import { describe, expect, it } from "vitest";
import { type Cell, decodeCell, encodeCell } from "../../cli/store/cell.ts";
import type { FateColumns } from "../../sim/measures/fates.ts";
import fc from "../support/fast-check.ts";

const numbers = fc.float64Array({ maxLength: 9 });
// The columns that fates have do not matter to a cell: it keeps what it is given by name and kind.
const fates = fc
  .record({ first: fc.int32Array({ maxLength: 5 }), second: fc.uint8Array({ maxLength: 5 }) })
  .map((columns) => columns as unknown as FateColumns);
const KEY = "0f".repeat(32);
const cells = fc
  .record({
    from: fc.nat(99_999),
    fates: fc.option(fates, { nil: undefined }),
    replications: fc.array(
      fc.record({
        events: fc.nat(),
        values: numbers,
        series: numbers,
        retention: numbers,
        windowed: numbers,
      }),
      { minLength: 1, maxLength: 4 },
    ),
  })
  .map(
    ({ from, fates, replications }): Cell => ({
      key: KEY,
      plan: "ab".repeat(32),
      replications: replications.map((result, i) => ({
        result: { replication: from + i, ...result },
        fates,
      })),
    }),
  );

describe("a cell", () => {
  it("comes back from its bytes to the last bit, infinities, minus zero and not-a-number among them", () => {
    fc.assert(
      fc.property(cells, (cell) => {
        expect(decodeCell(KEY, encodeCell(cell))).toEqual(cell);
      }),
    );
  });

  it("is the same bytes each time", () => {
    fc.assert(
      fc.property(cells, (cell) => {
        expect(encodeCell(cell).equals(encodeCell(structuredClone(cell)))).toBe(true);
      }),
    );
  });

  it("is not taken if any bit of it is flipped", () => {
    fc.assert(
      fc.property(cells, fc.nat(), fc.nat(7), (cell, place, bit) => {
        const bytes = encodeCell(cell);
        bytes[place % bytes.length] ^= 1 << bit;
        expect(decodeCell(KEY, bytes)).toBeUndefined();
      }),
      { numRuns: 1000 },
    );
  });

  it("is not taken if it ends anywhere before its end, or goes on after it", () => {
    fc.assert(
      fc.property(cells, (cell) => {
        const bytes = encodeCell(cell);
        for (let length = 0; length < bytes.length; length++)
          expect(decodeCell(KEY, bytes.subarray(0, length))).toBeUndefined();
        expect(decodeCell(KEY, Buffer.concat([bytes, Buffer.from([0])]))).toBeUndefined();
      }),
      { numRuns: 20 },
    );
  });

  it("is not taken under another name", () => {
    fc.assert(
      fc.property(cells, (cell) => {
        expect(decodeCell("1f".repeat(32), encodeCell(cell))).toBeUndefined();
      }),
    );
  });
});
