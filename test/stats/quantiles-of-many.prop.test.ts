import { expect, it } from "vitest";
import { countedQuantiles } from "../../sim/stats/counted-quantiles.ts";
import { Counter } from "../../sim/stats/counter.ts";
import { quantiles } from "../../sim/stats/quantile.ts";
import { quantilesOfMany } from "../../sim/stats/quantiles-of-many.ts";
import fc from "../support/fast-check.ts";

const PS = [0, 0.3, 0.5, 0.9, 0.95, 1];

it("quantiles of cells of a table are those of a list of them, to the bit", () => {
  const wait = fc.oneof(
    fc.constantFrom(0, 1, NaN, Infinity),
    fc.double({ min: 0, max: 1e6, noNaN: true }),
    fc.double({ min: 1, max: 1.01, noNaN: true }),
  );
  const few = fc.array(fc.tuple(wait, wait, wait), { maxLength: 60 });
  // So many that they are counted and not copied.
  const many = few.map((rows) => new Array<typeof rows>(2200).fill(rows.slice(0, 3)).flat());
  fc.assert(
    fc.property(fc.oneof(few, many), fc.nat(20), (rows, from) => {
      const columns = [0, 2];
      const cells = { table: Float64Array.from(rows.flat()), width: 3, columns, from, to: rows.length };
      const listed = rows.slice(from).flatMap((row) => columns.map((column) => row[column]));
      // -0 is no wait.
      expect(quantilesOfMany(cells, PS)).toEqual(quantiles(listed.map(Math.abs), PS));
    }),
  );
});

it("quantiles of cells refuse a number below 0", () => {
  const cells = { table: Float64Array.of(-1), width: 1, columns: [0], from: 0, to: 1 };
  expect(() => quantilesOfMany(cells, PS)).toThrow(RangeError);
});

it("quantiles of what is counted are those of a list of it, to the bit, also in a counter that is kept", () => {
  const counter = new Counter();
  const minute = fc.oneof(fc.nat(40), fc.nat(100_000));
  fc.assert(
    fc.property(fc.array(minute, { maxLength: 60 }), (minutes) => {
      counter.reset();
      for (const one of minutes) counter.add(one);
      const inDays = (one: number): number => one / 1440;
      expect(countedQuantiles(counter, PS, inDays)).toEqual(quantiles(minutes.map(inDays), PS));
      expect([...counter.inOrder()]).toEqual([...new Set(minutes)].sort((a, b) => a - b));
    }),
  );
});
