import { describe, expect, it } from "vitest";
import {
  type AccountRules,
  accountRules,
  fillSlot,
  makeAccounts,
  openAccount,
  openBooks,
  settleMonth,
  vacateSlot,
} from "../../sim/model/accounts.ts";
import { incomeScale } from "../../sim/model/income-scale.ts";
import { aScenario } from "../support/a-scenario.ts";
import { difference, valuesOf } from "../support/paired.ts";

const MONTH = 43830;
const WEEK = 7 * 24 * 60;
const PLACES = 12;

/** Keeps the accounts of one charity of twelve places for months in which it earns a share of its income. */
function keep(cutFirst: AccountRules["cutFirst"], share: number, months: number) {
  const { scenario } = aScenario(["funding.reserves=13 weeks", "funding.notice=13 weeks"]);
  const rules = { ...accountRules(scenario, "national"), cutFirst };
  const accounts = makeAccounts(1, 1);
  const slots = {
    key0: Int32Array.of(1),
    key1: Int32Array.of(2),
    isOpen: Uint8Array.of(1),
    places: Float64Array.of(PLACES),
    placesAtStart: Float64Array.of(PLACES),
  };
  openAccount(accounts, slots, 0, PLACES, rules);
  openBooks(accounts, 0);
  const yearly = PLACES * rules.placeYear * share;
  const changes: string[] = [];
  const places: number[] = [];
  for (let month = 1; month <= months; month++) {
    changes.push(settleMonth(accounts, slots, 0, month * MONTH, yearly, PLACES, rules));
    places.push(slots.places[0]);
  }
  const balance =
    accounts.openingReserves[0] + accounts.totalIncome[0] - accounts.totalSpend[0] - accounts.reserves[0];
  return { rules, accounts, slots, changes, places, balance };
}

describe("an organisation that loses half of its income", () => {
  it("spends its reserves first, then gives notice, then has half of the places", () => {
    const { places, accounts, balance } = keep("reserves", 0.5, 14);
    // Thirteen weeks of spending last six months at half pay, not quite; from then a notice of three months runs.
    expect(places.lastIndexOf(PLACES) + 1).toBe(8);
    expect(places[8]).toBe(PLACES / 2);
    expect(accounts.reserves[0]).toBeLessThan(0.1 * accounts.openingReserves[0]);
    expect(balance).toBe(0);
  });

  it("gives notice at once where places give way first, and keeps the reserves that the notice leaves", () => {
    const { places, accounts, balance } = keep("places", 0.5, 14);
    expect(places.lastIndexOf(PLACES) + 1).toBe(3);
    expect(accounts.reserves[0]).toBeGreaterThan(0.3 * accounts.openingReserves[0]);
    expect(balance).toBe(0);
  });

  it("keeps its places and its reserves where quality gives way first, and halves what a place gets", () => {
    const { places, accounts, balance } = keep("quality", 0.5, 14);
    expect(new Set(places)).toEqual(new Set([PLACES]));
    expect(accounts.quality[0]).toBeCloseTo(0.5, 3);
    expect(accounts.reserves[0]).toBe(accounts.openingReserves[0]);
    expect(balance).toBe(0);
  });

  it("closes under a fifth of its income, whatever gives way first", () => {
    for (const cutFirst of ["reserves", "places", "quality"] as const) {
      expect(keep(cutFirst, 0.15, 24).changes, cutFirst).toContain("closed");
      expect(keep(cutFirst, 0.25, 24).changes, cutFirst).not.toContain("closed");
    }
  });
});

describe("what a cut organisation gives up first", () => {
  it("is what structure.cut_first says, in a whole service too: places sooner, or quality in place of them", () => {
    const cut = "timeline: [{ id: cut, date: 2014-06-02, kind: funding_cut, share: 40 % }]\n";
    const of = (reading: string) => valuesOf(aScenario([`structure.cut_first=${reading}`], cut), 8);
    const [reserves, places, quality] = [of("reserves"), of("places"), of("quality")];
    const moved = (to: ReturnType<typeof valuesOf>, metric: string) =>
      difference(reserves(metric), to(metric));
    expect(moved(places, "organisations.places").high).toBeLessThan(0);
    expect(moved(quality, "organisation.quality").high).toBeLessThan(0);
    expect(moved(quality, "organisations.places").low).toBeGreaterThan(0);
  });
});

describe("a vacant slot", () => {
  it("is filled after an exponential time with the stated mean, drawn anew each time", () => {
    const { rules, accounts, slots } = keep("reserves", 1, 1);
    const waits = Array.from({ length: 4000 }, () => {
      vacateSlot(accounts, slots, 0, 0, rules);
      return accounts.opensAt[0] / WEEK;
    });
    const mean = waits.reduce((sum, wait) => sum + wait, 0) / waits.length;
    // Three standard errors of a mean of 4,000 are 2.5 weeks: it fails for a right program once in 370.
    expect(Math.abs(mean - 52)).toBeLessThan(2.5);
    expect(new Set(waits).size).toBe(waits.length);
  });

  it("waits on where income pays for too few places, and else begins with new reserves", () => {
    const { rules, accounts, slots } = keep("reserves", 1, 1);
    const yearly = PLACES * rules.placeYear;
    slots.isOpen[0] = 0;
    slots.places[0] = 0;
    expect(fillSlot(accounts, slots, 0, 1000, 0.1 * yearly, PLACES, rules)).toBe(false);
    expect(slots.isOpen[0]).toBe(0);
    expect(accounts.opensAt[0]).toBeGreaterThan(1000);
    const opening = accounts.openingReserves[0];
    expect(fillSlot(accounts, slots, 0, 2000, yearly, PLACES, rules)).toBe(true);
    expect([slots.isOpen[0], slots.places[0]]).toEqual([1, PLACES]);
    expect(accounts.openingReserves[0]).toBe(2 * opening);
  });
});

describe("the scale of incomes", () => {
  it("is 1 without grants or limit, and more the surer grants are lost", () => {
    const rules = accountRules(aScenario().scenario, "local");
    expect(incomeScale({ ...rules, grants: 0 }, 15)).toBe(1);
    expect(incomeScale(rules, Infinity)).toBe(1);
    const usual = incomeScale(rules, 15);
    expect(usual).toBeGreaterThan(1);
    expect(incomeScale({ ...rules, renewal: 0.75 }, 15)).toBeGreaterThan(usual);
  });
});
