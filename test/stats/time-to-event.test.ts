import { describe, expect, it } from "vitest";
import { CENSORED, COMPETING, EVENT, type FollowUp } from "../../sim/stats/follow-up.ts";
import { groupsOf } from "../../sim/stats/groups.ts";
import { shareWithin, survivalAt } from "../../sim/stats/kaplan-meier.ts";
import { orderByTime, splitOrder } from "../../sim/stats/order-by-time.ts";
import { cumulativeIncidence } from "../support/aalen-johansen.ts";
import { restrictedMean, survivalQuantile } from "../support/kaplan-meier.ts";

function followUp(people: readonly (readonly [number, number])[]): FollowUp {
  const time = Int32Array.from(people, ([minutes]) => minutes);
  const kind = Uint8Array.from(people, ([, ending]) => ending);
  return { order: orderByTime(time, kind), time, kind };
}

// The 6-MP arm of Freireich et al. (1963), as in every textbook: weeks of remission, + is censored.
const REMISSION = followUp(
  "6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+"
    .split(" ")
    .map((text) => [Number.parseInt(text, 10), text.endsWith("+") ? CENSORED : EVENT] as const),
);

describe("Kaplan-Meier", () => {
  it.each([
    [5, "1.0000"],
    [6, "0.8571"],
    [7, "0.8067"],
    [10, "0.7529"],
    [13, "0.6902"],
    [16, "0.6275"],
    [22, "0.5378"],
    [23, "0.4482"],
    [35, "0.4482"],
    [100, "0.4482"],
  ])("survival of the 6-MP arm at week %i is the published %s", (week, survival) => {
    expect(survivalAt(REMISSION, week)?.toFixed(4)).toBe(survival);
    expect(shareWithin(REMISSION, week)).toBe(1 - (survivalAt(REMISSION, week) as number));
  });

  it("reaches the published median, and not a quantile that the curve never comes to", () => {
    expect(survivalQuantile(REMISSION, 0.5)).toBe(23);
    expect(survivalQuantile(REMISSION, 0.1)).toBe(6);
    expect(survivalQuantile(REMISSION, 0.9)).toBeNull();
  });

  it("restricts the mean to a bound by the area under the curve", () => {
    // S: 1 to 6, 18/21 to 7, then ×16/17 to 10.
    expect(restrictedMean(REMISSION, 10)).toBeCloseTo(6 + 18 / 21 + (3 * (18 * 16)) / (21 * 17), 12);
    expect(restrictedMean(REMISSION, 6)).toBe(6);
  });

  it("keeps the curve level between the longest follow-up and the bound", () => {
    const people = followUp([
      [2, EVENT],
      [4, CENSORED],
    ]);
    expect(restrictedMean(people, 10)).toBe(2 + 8 / 2);
  });

  it("counts who is censored at the time of an event as at risk of it, in any order of input", () => {
    // 4 people at risk at 3: one event, then two censored at 3, then one event at 5.
    const forwards = followUp([
      [3, CENSORED],
      [3, EVENT],
      [5, EVENT],
      [3, COMPETING],
    ]);
    expect(survivalAt(forwards, 3)).toBe(3 / 4);
    expect(survivalAt(forwards, 5)).toBe(0);
    expect(survivalQuantile(forwards, 0.25)).toBe(3);
    expect(survivalQuantile(forwards, 0.26)).toBe(5);
    expect(restrictedMean(forwards, 8)).toBe(3 + 2 * 0.75);
  });

  it("reaches 27 of 30 at p = 0.9 and 19 of 20 at p = 0.95 in spite of rounding", () => {
    for (const [n, p] of [
      [30, 0.9],
      [20, 0.95],
      [10, 0.7],
      [100, 0.29],
    ] as const) {
      const people = followUp(Array.from({ length: n }, (_, i) => [i + 1, EVENT] as const));
      expect(survivalQuantile(people, p)).toBe(Math.round(n * p));
    }
  });

  it("is null for nobody", () => {
    const nobody = followUp([]);
    expect(survivalAt(nobody, 5)).toBeNull();
    expect(shareWithin(nobody, 5)).toBeNull();
    expect(survivalQuantile(nobody, 0.5)).toBeNull();
    expect(restrictedMean(nobody, 5)).toBeNull();
  });
});

// By hand: at risk 8 | 1: event, S 7/8 | 2: event and competing of 7, S 5/8 | 2: censored
// | 4: competing of 4, S 15/32 | 5: censored | 6: event of 2, S 15/64 | 7: censored.
const COMPETING_RISKS = followUp([
  [7, CENSORED],
  [2, CENSORED],
  [1, EVENT],
  [4, COMPETING],
  [2, EVENT],
  [6, EVENT],
  [5, CENSORED],
  [2, COMPETING],
]);

describe("Aalen-Johansen", () => {
  it.each([
    [0, 0, 0],
    [1, 1 / 8, 0],
    [2, 2 / 8, 1 / 8],
    [3, 2 / 8, 1 / 8],
    [4, 2 / 8, 1 / 8 + 5 / 32],
    [6, 2 / 8 + 15 / 64, 1 / 8 + 5 / 32],
    [99, 2 / 8 + 15 / 64, 1 / 8 + 5 / 32],
  ])("incidences at %i of a case worked by hand are %f and %f", (at, ofEvent, ofCompeting) => {
    expect(cumulativeIncidence(COMPETING_RISKS, at)).toBeCloseTo(ofEvent, 14);
    expect(cumulativeIncidence(COMPETING_RISKS, at, undefined, COMPETING)).toBeCloseTo(ofCompeting, 14);
  });

  it("looks at the members of one group alone", () => {
    const code = Int32Array.from([0, 0, 1, 1, 0, 0, 1, 1]);
    // Group 1: 1 event, 2 competing, 4 competing, 5 censored.
    expect(cumulativeIncidence(COMPETING_RISKS, 9, { code, wanted: 1 })).toBe(1 / 4);
    expect(cumulativeIncidence(COMPETING_RISKS, 9, { code, wanted: 1 }, COMPETING)).toBe(2 / 4);
    expect(cumulativeIncidence(COMPETING_RISKS, 9, { code, wanted: 7 })).toBeNull();
  });

  it("is null for nobody", () => {
    expect(cumulativeIncidence(followUp([]), 9)).toBeNull();
  });
});

describe("orderByTime and splitOrder", () => {
  it("puts events before other endings before censorings at one time, then goes by index", () => {
    const time = Int32Array.from([5, 5, 5, 5, 1]);
    const kind = Uint8Array.from([CENSORED, COMPETING, EVENT, EVENT, CENSORED]);
    expect([...orderByTime(time, kind)]).toEqual([4, 2, 3, 1, 0]);
  });

  it.each([
    { size: "few", people: 300 },
    { size: "many", people: 6000 },
  ])("orders people as comparing them would: $size", ({ people }) => {
    for (const longest of [0, 1, 300, 5000, 2 ** 21, 2 ** 31 - 1])
      for (const kinds of [1, 3, 34, 255]) {
        const time = Int32Array.from({ length: people }, (_, i) => (i * 7919 * 104729) % (longest + 1));
        const kind = Uint8Array.from({ length: people }, (_, i) => (i * 7907) % (kinds + 1));
        const rank = (i: number): number => (kind[i] === CENSORED ? 256 : kind[i]);
        const compared = [...time.keys()].sort((a, b) => time[a] - time[b] || rank(a) - rank(b) || a - b);
        expect([...orderByTime(time, kind)]).toEqual(compared);
      }
  });

  it("refuses times that are not whole minutes", () => {
    expect(() => orderByTime(Float64Array.of(1.5), Uint8Array.of(EVENT))).toThrow(RangeError);
    expect(() => orderByTime(Int32Array.of(-1), Uint8Array.of(EVENT))).toThrow(RangeError);
  });

  it("splits an order by group and keeps it", () => {
    const codes = [0, 1, 0, 1, -1];
    const groups = groupsOf(codes.length, 2, (person) => codes[person]);
    const parts = splitOrder(Int32Array.of(3, 1, 0, 2, 4), groups);
    expect(parts.map((part) => [...part])).toEqual([
      [0, 2],
      [3, 1],
    ]);
  });
});
