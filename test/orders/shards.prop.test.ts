import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inShard } from "../../cli/orders/shard.ts";
import { blocksOf } from "../../cli/store/stored-player.ts";
import { range } from "../../sim/experiment/replicate.ts";

const counts = fc.nat({ max: 200 });
const details = fc.constantFrom("full" as const, "summary" as const);

describe("the cells of some replications", () => {
  it("have every replication once, in order", () => {
    fc.assert(
      fc.property(details, counts, fc.nat({ max: 40 }), (detail, count, from) => {
        const replications = range(from, from + count);
        const members = blocksOf({ detail }, replications).flatMap(({ from, before }) => range(from, before));
        expect(members).toEqual(replications);
      }),
    );
  });

  it("stay when more replications are played, but for a last one that was not full", () => {
    fc.assert(
      fc.property(details, counts, counts, (detail, count, more) => {
        const few = blocksOf({ detail }, range(0, count));
        const many = blocksOf({ detail }, range(0, count + more));
        expect(many.slice(0, Math.max(0, few.length - 1))).toEqual(few.slice(0, -1));
      }),
    );
  });
});

describe("shards", () => {
  it("have every member once, each part as many as any other or one fewer", () => {
    fc.assert(
      fc.property(counts, fc.integer({ min: 1, max: 30 }), (count, parts) => {
        const shards = range(1, parts + 1).map((part) => [...inShard(range(0, count), { part, parts })]);
        expect(shards.flat().sort((a, b) => a - b)).toEqual(range(0, count));
        const lengths = shards.map(({ length }) => length);
        expect(Math.max(...lengths) - Math.min(...lengths)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it("are all of it where none is asked for", () => {
    expect([...inShard([1, 2, 3], undefined)]).toEqual([1, 2, 3]);
  });
});
