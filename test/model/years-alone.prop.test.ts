import { describe, expect, it } from "vitest";
import { MINUTES_PER_DAY, MINUTES_PER_WEEK, MINUTES_PER_YEAR } from "../../sim/engine/minutes.ts";
import { type AccountRules, makeAccounts, openAccount } from "../../sim/model/accounts.ts";
import { monthAlone, yearsAlone } from "../../sim/model/years-alone.ts";
import fc from "../support/fast-check.ts";

const YEARS = 40;
const MEASURED = 15;

/** Shares in percent: doubles would nearly all lie next to 0. */
const share = fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100);

const rules: fc.Arbitrary<AccountRules> = fc.record({
  placeYear: fc.integer({ min: 1000, max: 300_000 }),
  reserves: fc.oneof(
    fc.constant(0),
    fc.integer({ min: 1, max: 60 }).map((weeks) => weeks * MINUTES_PER_WEEK),
  ),
  notice: fc.integer({ min: 0, max: 30 }).map((weeks) => weeks * MINUTES_PER_WEEK),
  closeBelow: share.map((part) => 0.5 * part),
  reopens: fc.oneof(fc.constant(Infinity), fc.integer({ min: 1, max: 2 * MINUTES_PER_YEAR })),
  grantCycle: fc.oneof(
    // The shortest that a scenario may have, of which two may end within a month.
    fc.constant(28 * MINUTES_PER_DAY),
    fc.integer({ min: 280, max: 11_000 }).map((tenths) => tenths * 144.03),
  ),
  grants: fc.integer({ min: 0, max: 6 }),
  grantShare: share,
  renewal: share,
  newGrant: share,
  cutFirst: fc.constantFrom("reserves", "places", "quality"),
});

/** Opens two organisations alike, with places and a part of one paid for besides. */
function twins(rule: AccountRules, paid: number, key: number, reserves?: number) {
  return [0, 1].map(() => {
    const accounts = makeAccounts(1, 6);
    const slots = {
      key0: Int32Array.of(key),
      key1: Int32Array.of(key ^ 0x55),
      isOpen: Uint8Array.of(1),
      places: Float64Array.of(Math.floor(paid)),
      placesAtStart: Float64Array.of(paid),
    };
    openAccount(accounts, slots, 0, paid, rule);
    if (reserves !== undefined) accounts.reserves[0] = reserves;
    return { accounts, slots };
  });
}

const minuteOf = (month: number): number => Math.round((month * MINUTES_PER_YEAR) / 12);

/** Expects that years end as if every month were simulated; gives the places of each month. */
function expectSameEnd(rule: AccountRules, [passed, { accounts, slots }]: ReturnType<typeof twins>) {
  const sum = yearsAlone(passed.accounts, passed.slots, 0, rule, YEARS, MEASURED);
  const places: number[] = [];
  for (let month = 1 - 12 * YEARS; month <= 0; month++) {
    monthAlone(accounts, slots, 0, minuteOf(month), minuteOf(month - 1), rule);
    places.push(slots.places[0]);
  }
  const { reserves, grantsHeld, noticeEndsAt, opensAt, vacancies } = accounts;
  expect(sum).toBe(places.slice(-12 * MEASURED).reduce((all, one) => all + one));
  expect(passed.slots).toEqual(slots);
  expect(passed.accounts).toMatchObject({ reserves, grantsHeld, noticeEndsAt, opensAt, vacancies });
  return places;
}

describe("years of funding alone", () => {
  it("end as if every month were simulated, whatever gives way first", () => {
    let closed = 0;
    let short = 0;
    fc.assert(
      fc.property(rules, fc.integer({ min: 100, max: 3000 }), fc.nat(), (rule, percent, key) => {
        const places = expectSameEnd(rule, twins(rule, percent / 100, key));
        closed += places.filter((n) => n === 0).length;
        short += places.filter((n) => n > 0 && n < Math.floor(percent / 100)).length;
      }),
      { seed: 1, numRuns: 2000 },
    );
    // Of 960,000 months a fifth each were of closed ones and of ones with fewer places than paid for.
    expect(closed).toBeGreaterThan(100_000);
    expect(short).toBeGreaterThan(100_000);
  });

  it("give notice in the month after the one that takes all reserves to the penny", () => {
    const rule: AccountRules = {
      placeYear: 1200,
      reserves: 0,
      notice: 13 * MINUTES_PER_WEEK,
      closeBelow: 0,
      reopens: Infinity,
      grantCycle: MINUTES_PER_YEAR,
      grants: 1,
      grantShare: 0.5,
      renewal: 0,
      newGrant: 0,
      cutFirst: "reserves",
    };
    // Half of the income is 500 a month, and lost within a year.
    const places = expectSameEnd(rule, twins(rule, 10, 7, 500));
    const kept = expectSameEnd(rule, twins(rule, 10, 7, 0));
    expect(places.lastIndexOf(10) - kept.lastIndexOf(10)).toBe(1);
  });
});
