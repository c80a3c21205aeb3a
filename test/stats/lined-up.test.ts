import { describe, expect, it } from "vitest";
import { EVENT } from "../../sim/stats/follow-up.ts";
import { groupsOf } from "../../sim/stats/groups.ts";
import { LinedUp } from "../../sim/stats/lined-up.ts";
import { inOrder } from "../../sim/stats/order-by-time.ts";

describe("people lined up", () => {
  const time = Int32Array.of(30, 10, 20);
  const people = new LinedUp(inOrder({ time, kind: Uint8Array.of(EVENT, 3, EVENT) }));

  it("have their times, endings and groups as they come", () => {
    expect([...people.time]).toEqual([10, 20, 30]);
    expect([...people.kind]).toEqual([3, EVENT, EVENT]);
    expect([...people.codesOf(groupsOf(3, 3, (person) => person))]).toEqual([1, 2, 0]);
  });

  it("give the groups asked for, whatever was asked for before, few or many", () => {
    const few = groupsOf(3, 3, (person) => person);
    const others = groupsOf(3, 3, (person) => 2 - person);
    const many = groupsOf(3, 300, (person) => 299 - person);
    const most = groupsOf(3, 70_000, (person) => 69_999 - person);
    for (const [groups, codes] of [
      [few, [1, 2, 0]],
      [others, [1, 0, 2]],
      [few, [1, 2, 0]],
      [many, [298, 297, 299]],
      [most, [69_998, 69_997, 69_999]],
      [few, [1, 2, 0]],
    ] as const)
      expect([...people.codesOf(groups)]).toEqual(codes);
  });

  it("are counted up to a time, that moment included", () => {
    expect([9, 10, 29, 30, 31].map((bound) => people.countWithin(bound))).toEqual([0, 1, 2, 3, 3]);
  });
});

describe("groups", () => {
  it("have everybody in one of them but who is given no number of theirs", () => {
    const codes = [0, -1, 2, 1, 3, 256, 2];
    const { code, sizes } = groupsOf(codes.length, 3, (person) => codes[person]);
    expect([...code]).toEqual([0, 3, 2, 1, 3, 3, 2]);
    expect([...sizes]).toEqual([1, 1, 2]);
  });
});
