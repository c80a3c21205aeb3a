import { describe, expect, it } from "vitest";
import { type SweepPoint, sweepPoints } from "../../../sim/experiment/design/points.ts";
import { planSweep, type SweepPlan } from "../../../sim/experiment/design/sweep-plan.ts";
import { variationOf } from "../../../sim/experiment/design/vary.ts";
import { csvText } from "../../../sim/tables/csv.ts";
import { designTable } from "../../../sim/tables/design.ts";

const WRITTEN = [
  "referral.rate=20:30 per 1000 a year",
  "drop_off.base=-4:-2.5",
  "link_workers.caseload_cap=30,50,none",
  "organisations.types.local.places=log:5:40",
];
const PATHS = WRITTEN.map((written) => written.split("=")[0]);

const planOf = (design: "morris" | "saltelli", rows: number, written = WRITTEN, seed = "1"): SweepPlan =>
  planSweep({ vary: written.map(variationOf), design, points: rows, seed });

function rowsOf(plan: SweepPlan): readonly (readonly SweepPoint[])[] {
  const rows = new Map<number, SweepPoint[]>();
  for (const point of sweepPoints(plan)) {
    const row = point.inRow?.row ?? 0;
    rows.set(row, [...(rows.get(row) ?? []), point]);
  }
  return [...rows.values()];
}

/** Names the parameters in which two points differ. */
const differing = (a: SweepPoint, b: SweepPoint): readonly string[] =>
  PATHS.filter((_, i) => a.values[i] !== b.values[i]);

describe("the design morris", () => {
  const rows = rowsOf(planOf("morris", 12));

  it("steps one parameter at a time, each once in a trajectory, and says which", () => {
    expect(rows).toHaveLength(12);
    for (const row of rows) {
      expect(row).toHaveLength(PATHS.length + 1);
      expect(row[0].inRow?.at).toBe("A");
      row.slice(1).forEach((point, i) => {
        expect(differing(row[i], point)).toEqual([point.inRow?.at]);
      });
      expect(new Set(row.slice(1).map(({ inRow }) => inRow?.at))).toEqual(new Set(PATHS));
    }
  });

  it("moves by half of the range, in orders that differ, from bases that fill every range evenly", () => {
    const base = PATHS.indexOf("drop_off.base");
    for (const row of rows) {
      const at = row.findIndex(({ inRow }) => inRow?.at === "drop_off.base");
      expect(Math.abs(Number(row[at].values[base]) - Number(row[at - 1].values[base]))).toBeCloseTo(0.75, 4);
    }
    expect(new Set(rows.map((row) => row.map(({ inRow }) => inRow?.at).join())).size).toBeGreaterThan(6);
    const strata = rows.map(([{ values }]) => Math.floor(((Number(values[base]) + 4) / 1.5) * 12));
    expect(strata.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 12 }, (_, i) => i));
  });
});

describe("the design saltelli", () => {
  const rows = rowsOf(planOf("saltelli", 400));

  it("has A, B, and a point for each parameter that differs from A in it alone, where it is as in B", () => {
    for (const [a, b, ...mixed] of rows.slice(0, 40)) {
      expect([a, b].map(({ inRow }) => inRow?.at)).toEqual(["A", "B"]);
      expect(mixed.map(({ inRow }) => inRow?.at).toSorted()).toEqual([...PATHS].sort());
      for (const point of mixed) {
        const i = PATHS.indexOf(point.inRow?.at ?? "");
        expect(point.values).toEqual(a.values.map((value, k) => (k === i ? b.values[i] : value)));
      }
    }
  });

  it("draws A and B jointly uniform: no coordinate of one says anything of any of the other's", () => {
    // 400 rows: a correlation is over 0.2 once in 15,000 independent pairs; there are 4 here, and one seed.
    const column = (half: 0 | 1, i: number): number[] => rows.map((row) => Number(row[half].values[i]));
    for (const i of [0, 1])
      for (const k of [0, 1]) expect(Math.abs(correlation(column(0, i), column(1, k)))).toBeLessThan(0.2);
  });
});

describe("a design in rows", () => {
  it.each(["morris", "saltelli"] as const)("of %s is the same whatever the order of parameters", (design) => {
    const sets = (plan: SweepPlan) => [...sweepPoints(plan)].map(({ set }) => set);
    expect(sets(planOf(design, 3, WRITTEN.toReversed()))).toEqual(sets(planOf(design, 3)));
    expect(sets(planOf(design, 3, WRITTEN, "2"))).not.toEqual(sets(planOf(design, 3)));
  });

  it("tells in the table of points which row each is of, and what is moved there", () => {
    const [heads, first, second] = csvText(designTable(planOf("saltelli", 1))).split("\n");
    expect(heads).toBe(["point", "row", "at", ...PATHS].join(","));
    expect([first, second].map((line) => line.split(",").slice(0, 3).join())).toEqual(["1,1,A", "2,1,B"]);
  });

  it("takes rows for points, and refuses none and too many", () => {
    expect(planOf("morris", 7).points).toBe(35);
    expect(planOf("saltelli", 7).points).toBe(42);
    const refusal = (points?: number) => () =>
      planSweep({ vary: WRITTEN.map(variationOf), design: "morris", points });
    expect(refusal()).toThrow("how many rows morris draws");
    expect(refusal(20_001)).toThrow("from 1 to 20,000: rows of 5 points");
  });
});

function correlation(a: readonly number[], b: readonly number[]): number {
  const mean = (values: readonly number[]): number => values.reduce((sum, v) => sum + v, 0) / values.length;
  const [ma, mb] = [mean(a), mean(b)];
  const product = (x: readonly number[], mx: number, y: readonly number[], my: number): number =>
    x.reduce((sum, value, i) => sum + (value - mx) * (y[i] - my), 0);
  return product(a, ma, b, mb) / Math.sqrt(product(a, ma, a, ma) * product(b, mb, b, mb));
}
