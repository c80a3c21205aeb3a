import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { cutUnder, pilotMembers, RANGED } from "../../bench/left-out/cuts.ts";
import { rangeOf } from "../../sim/findings/not-known.ts";

/** A row a member: by how many more people reach three contacts under the cut, in each replication. */
const rows = z.array(z.array(z.number())).parse(JSON.parse(readFileSync("bench/left-out/kept.json", "utf8")));
const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** Counts the members whose own effect, in replications of its own, lies in the range of the others. */
function inside(narrowed = 1): number {
  const ranged = rows.map((row) => Float64Array.from(row.slice(0, RANGED)));
  return rows.filter((row, own) => {
    const weights = Float64Array.from(rows, (_, member) => (member === own ? 0 : 1 / (rows.length - 1)));
    const [low, high] = rangeOf(ranged, weights) ?? [Number.NaN, Number.NaN];
    const half = (narrowed * (high - low)) / 2;
    return Math.abs(mean(row.slice(RANGED)) - (low + high) / 2) <= half;
  }).length;
}

describe("the range of the pilot's cut", () => {
  // Nine of ten lie within: under 85 of 100 has a chance of 4 % (binomial).
  it("holds a member's own effect, which it has not seen, for 85 of 100 members at least", () => {
    expect(rows).toHaveLength(100);
    expect(inside()).toBeGreaterThanOrEqual(85);
  });

  it("would not if it were half as wide", () => {
    expect(inside(0.5)).toBeLessThan(85);
  });

  it("is of the model as it is: npm run left-out", async () => {
    const [first] = await cutUnder(pilotMembers().slice(0, 1), { replications: 2 });
    expect([...first]).toEqual(rows[0].slice(0, 2));
  });
});
