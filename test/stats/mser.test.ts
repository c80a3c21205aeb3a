import { describe, expect, it } from "vitest";
import { mser5 } from "../../sim/stats/mser.ts";
import { normals } from "../support/normals.ts";

const next = normals("mser");
const wobble = Array.from({ length: 400 }, () => next());

describe("MSER-5", () => {
  it("leaves nothing out of a series that only wobbles about its level", () => {
    const start = mser5(wobble.map((x) => 100 + x));
    expect(start?.isFound).toBe(true);
    expect(start?.leftOut).toBeLessThanOrEqual(20);
  });

  it("leaves out a climb to the level, and little more", () => {
    const start = mser5(wobble.map((x, i) => 100 - 80 * Math.max(0, 1 - i / 60) + x));
    expect(start?.isFound).toBe(true);
    expect(start?.leftOut).toBeGreaterThanOrEqual(40);
    expect(start?.leftOut).toBeLessThanOrEqual(80);
  });

  it("cuts where the squared error of the mean of the rest is least: worked by hand", () => {
    // Batches of five: one of 10, then eleven of 0. Left out, the rest has no error at all.
    expect(mser5([...new Array<number>(5).fill(10), ...new Array<number>(55).fill(0)])).toEqual({
      leftOut: 5,
      isFound: true,
    });
  });

  it("finds no end of a climb that never ends", () => {
    expect(mser5(wobble.map((x, i) => i + x))).toEqual({ leftOut: 200, isFound: false });
  });

  it("says nothing of fewer than ten batches", () => {
    expect(mser5(new Array<number>(49).fill(1))).toBeNull();
  });
});
