import { describe, expect, it } from "vitest";
import { blocksOf } from "../../cli/store/stored-executor.ts";
import { isInShard, type Shard } from "../../cli/work/shard.ts";
import { sweepCells } from "../../cli/work/sweep-work.ts";
import { range } from "../../sim/experiment/replicate.ts";
import { aScenario } from "../support/a-scenario.ts";
import fc from "../support/fast-check.ts";
import { aSweepTask, workOf } from "./small-sweep.ts";

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

  it("stay when more replications are simulated, but for a last one that was not full", () => {
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
        const shards = range(1, parts + 1).map((part) =>
          range(0, count).filter((i) => isInShard(i, { part, parts })),
        );
        expect(shards.flat().sort((a, b) => a - b)).toEqual(range(0, count));
        const lengths = shards.map(({ length }) => length);
        expect(Math.max(...lengths) - Math.min(...lengths)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it("of a sweep have each of its cells once, in the order of the whole", () => {
    const task = aSweepTask({
      replications: 10,
      vary: [{ path: "link_workers.fte", values: ["0.5", "0.75", "1"] }],
    });
    const work = workOf(aScenario(), task);
    const texts = (shard?: Shard): string[] =>
      [...sweepCells(work, shard)].map(({ point, block: { from, before } }) => `${point}: ${from}-${before}`);
    const whole = texts();
    expect(whole).toHaveLength(9);
    for (const parts of [1, 2, 4, 9, 12]) {
      const shards = range(1, parts + 1).map((part) => texts({ part, parts }));
      expect(shards.flat().sort()).toEqual([...whole].sort());
      shards.forEach((shard, k) => {
        expect(shard).toEqual(whole.filter((_, i) => i % parts === k));
      });
    }
  });

  it("are all of it where none is asked for", () => {
    expect(range(0, 3).every((i) => isInShard(i, undefined))).toBe(true);
  });
});
