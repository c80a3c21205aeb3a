import { describe, expect, it } from "vitest";
import { contour, gridLattice, scatteredLattice } from "../../sim/figures/internal/contour.ts";
import { spreadLabels } from "../../sim/figures/internal/end-labels.ts";
import { layOutFlow } from "../../sim/figures/internal/flow-layout.ts";
import fc from "../support/fast-check.ts";

const small = fc.double({ min: -100, max: 100, noNaN: true });

describe("labels that would overlap", () => {
  const labels = fc
    .array(small, { minLength: 1, maxLength: 8 })
    .map((values) => values.map((value, i) => ({ text: `line ${i}`, value })));

  it("keep their distance, their order and their middle", () => {
    fc.assert(
      fc.property(labels, fc.double({ min: 0.1, max: 10, noNaN: true }), (given, gap) => {
        const placed = spreadLabels(given, gap);
        expect(placed.map(({ text }) => text)).toEqual(given.map(({ text }) => text));
        const sorted = placed.map(({ value }) => value).sort((a, b) => a - b);
        for (let i = 1; i < sorted.length; i++) expect(sorted[i] - sorted[i - 1]).toBeGreaterThan(gap - 1e-9);
        const sum = (list: readonly { value: number }[]) => list.reduce((all, { value }) => all + value, 0);
        expect(sum(placed)).toBeCloseTo(sum(given), 6);
      }),
    );
  });

  it("stay where they are if there is room", () => {
    const apart = [30, 10, 20].map((value) => ({ text: String(value), value }));
    expect(spreadLabels(apart, 5)).toEqual(apart);
  });
});

describe("a contour", () => {
  it("of a plane lies on the plane's level line, whatever the slope", () => {
    fc.assert(
      fc.property(small, small, small, (a, b, level) => {
        const axis = [0, 1, 2, 3];
        const lattice = { xs: axis, ys: axis, values: axis.flatMap((y) => axis.map((x) => a * x + b * y)) };
        for (const { x, y, x2, y2 } of contour(lattice, level)) {
          expect(a * x + b * y).toBeCloseTo(level, 6);
          expect(a * x2 + b * y2).toBeCloseTo(level, 6);
        }
      }),
    );
  });

  it("joins two corners of a saddle across the side on which the middle lies", () => {
    const saddle = (high: number) => ({ xs: [0, 1], ys: [0, 1], values: [high, 0, 0, high] });
    // Middle 2 is above 1: the two high corners are joined, so each low corner is cut off alone.
    expect(contour(saddle(4), 1)).toEqual([
      { x: 0.75, y: 0, x2: 1, y2: 0.25 },
      { x: 0.25, y: 1, x2: 0, y2: 0.75 },
    ]);
    // Middle 0.75 is below 1: each high corner is cut off alone.
    expect(contour(saddle(1.5), 1)).toHaveLength(2);
    for (const { x, y } of contour(saddle(1.5), 1))
      expect(Math.min(x, y) === 0 || Math.max(x, y) === 1).toBe(true);
  });

  it("has no piece in a cell with a missing corner", () => {
    expect(contour({ xs: [0, 1], ys: [0, 1], values: [0, null, 2, 2] }, 1)).toEqual([]);
  });
});

describe("points of a sweep", () => {
  const at = fc.record({ x: small, y: small, value: small });

  it("lie on a lattice only if they fill a grid", () => {
    const grid = [1, 2].flatMap((x) => [3, 4, 5].map((y) => ({ x, y, value: x * y })));
    expect(gridLattice(grid)).toEqual({ xs: [1, 2], ys: [3, 4, 5], values: [3, 6, 4, 8, 5, 10] });
    expect(gridLattice(grid.slice(1))).toBeUndefined();
  });

  it("are never left behind or overshot by the surface between them", () => {
    fc.assert(
      fc.property(fc.array(at, { minLength: 2, maxLength: 12 }), (samples) => {
        const values = samples.map(({ value }) => value);
        for (const height of scatteredLattice(samples).values) {
          expect(height).toBeGreaterThanOrEqual(Math.min(...values) - 1e-9);
          expect(height).toBeLessThanOrEqual(Math.max(...values) + 1e-9);
        }
      }),
      { numRuns: 30 },
    );
  });
});

describe("a flow", () => {
  it("loses nobody: what comes into a box and what leaves it fill it from edge to edge", () => {
    const people = fc.integer({ min: 1, max: 50 });
    fc.assert(
      fc.property(people, people, people, people, (a, b, c, d) => {
        const streams = [
          { from: "all", to: "x", people: a + b },
          { from: "all", to: "y", people: c + d },
          { from: "x", to: "p", people: a },
          { from: "x", to: "q", people: b },
          { from: "y", to: "p", people: c },
          { from: "y", to: "q", people: d },
        ];
        const { boxes, bands } = layOutFlow([["all"], ["x", "y"], ["p", "q"]], streams, 3);
        for (const { name, top, bottom } of boxes) {
          const leaving = bands
            .filter(({ from }) => from === name)
            .map((band) => [band.leaves, band.leaves + band.people]);
          const coming = bands
            .filter(({ to }) => to === name)
            .map((band) => [band.arrives, band.arrives + band.people]);
          for (const sides of [leaving, coming].filter((side) => side.length > 0)) {
            const edges = sides.sort((one, other) => one[0] - other[0]).flat();
            expect(edges[0]).toBe(top);
            expect(edges[edges.length - 1]).toBe(bottom);
            for (let i = 2; i < edges.length; i += 2) expect(edges[i]).toBe(edges[i - 1]);
          }
        }
      }),
    );
  });
});
