import { describe, expect, test } from "vitest";
import type { z } from "zod";
import { writeQuantity } from "../../sim/scenario/internal/read-quantity.ts";
import { KINDS, type QuantityKind } from "../../sim/scenario/internal/units.ts";
import { date, quantity, text, timeOfDay, unlimited } from "../../sim/scenario/quantity.ts";

const read = (kind: QuantityKind, written: unknown, bounds = { min: -1e15, max: 1e15 }) =>
  quantity(kind, { ...bounds, meaning: "a test" }).safeParse(written);
const hint = (result: z.ZodSafeParseResult<unknown>): unknown => {
  const issue = result.error?.issues[0];
  return issue?.code === "custom" ? issue.params?.hint : undefined;
};
const hintOf = (kind: QuantityKind, written: unknown, bounds?: { min: number; max: number }) =>
  hint(read(kind, written, bounds));

describe("a quantity", () => {
  test.each<[QuantityKind, unknown, number]>([
    ["duration", "4 weeks", 40_320],
    ["duration", "1 week", 10_080],
    ["duration", "45 minutes", 45],
    ["duration", "2 years", 1_051_920],
    ["duration", "1 month", 43_830],
    ["duration", "1.5 days", 2160],
    ["duration", "7hours", 420],
    ["share", "45 %", 0.45],
    ["share", "45%", 0.45],
    ["share", 0.45, 0.45],
    ["share", "0.4 per cent", 0.004],
    ["number", -2.3, -2.3],
    ["number", "0.8", 0.8],
    ["whole", "1,250", 1250],
    ["people", "40 people", 40],
    ["people", 40, 40],
    ["places", "1 place", 1],
    ["contacts", "1.5 contacts", 1.5],
    ["days", "220 days", 220],
    ["per_year", "0.3 a year", 0.3],
    ["per_year", "0.3 per year", 0.3],
    ["per_year", "-1.7 % a year", -0.017],
    ["per_year", "-1.7% per year", -0.017],
    ["per_week", "-0.15 a week", -0.15],
    ["rate_per_person", "25 per 1000 a year", 0.025],
    ["rate_per_person", "25 per 1,000 per year", 0.025],
    ["money", "2150 GBP", 215_000],
    ["money", "42,900 GBP", 4_290_000],
    ["money", "£42,900", 4_290_000],
    ["money", "£ 0.01", 1],
    ["money", "1.2 million GBP", 120_000_000],
    ["money", "£1.2 million", 120_000_000],
  ])("reads %s %j as %d", (kind, written, expected) => {
    expect(read(kind, written).data).toBe(expected);
  });

  test.each<[QuantityKind, unknown]>([
    ["duration", 4],
    ["duration", "4"],
    ["duration", "4 GBP"],
    ["duration", "weeks"],
    ["share", "45 weeks"],
    ["people", "40 places"],
    ["money", 2150],
    ["money", "2150 EUR"],
    ["money", "0.005 GBP"],
    ["per_year", 0.3],
    ["per_year", "0.3 a week"],
    ["rate_per_person", "25 per 0 a year"],
    ["rate_per_person", 0.025],
    ["number", "1e999"],
    ["number", "1,00"],
    ["number", Number.NaN],
    ["number", Number.POSITIVE_INFINITY],
    ["number", "NaN"],
    ["number", "inf"],
    ["number", "0x10"],
    ["number", ""],
    ["number", null],
    ["number", true],
    ["number", [1]],
    ["number", { valueOf: 1 }],
  ])("refuses %s %j", (kind, written) => {
    expect(read(kind, written).success).toBe(false);
  });

  test("says which units fit when the unit is wrong or missing", () => {
    expect(hintOf("duration", "4 weks")).toContain("Did you mean weeks?");
    expect(hintOf("duration", "4 GBP")).toContain("minutes, hours, days, weeks, months or years");
    expect(hintOf("money", 2150)).toContain("GBP");
    expect(hintOf("share", 57, { min: 0, max: 1 })).toBe("Did you mean 57 %?");
  });

  test("keeps to its bounds, both included", () => {
    const bounds = { min: 60, max: 120 };
    expect(read("duration", "1 hour", bounds).success).toBe(true);
    expect(read("duration", "2 hours", bounds).success).toBe(true);
    expect(read("duration", "121 minutes", bounds).success).toBe(false);
    expect(read("duration", "59 minutes", bounds).success).toBe(false);
  });

  test("says its bounds in units of the user", () => {
    const message = read("duration", "9 years", { min: 60, max: 20_160 }).error?.issues[0].message;
    expect(message).toBe("a test: a duration from 1 hour to 2 weeks");
  });

  test("of whole things refuses parts", () => {
    const whole = quantity("people", { min: 0, max: 10, whole: true, meaning: "people" });
    expect(whole.safeParse("2.5 people").success).toBe(false);
    expect(whole.safeParse("2 people").data).toBe(2);
  });

  test.each(Object.keys(KINDS) as QuantityKind[])(
    "of kind %s accepts its own example and matches its own pattern",
    (kind) => {
      const { example, pattern } = KINDS[kind];
      expect(read(kind, example).success).toBe(true);
      expect(example).toMatch(new RegExp(pattern));
      expect(writeQuantity(kind, 3)).toMatch(new RegExp(pattern));
    },
  );
});

describe("the other leaves", () => {
  test("a date is a real day", () => {
    const day = date("a day");
    expect(day.safeParse("2016-02-29").data).toBe("2016-02-29");
    for (const wrong of [
      "2015-02-29",
      "2014-13-01",
      "2014-4-2",
      "02/04/2014",
      20140402,
      "1066-10-14",
      "2014-00-10",
    ]) {
      expect(day.safeParse(wrong).success).toBe(false);
    }
  });

  test("a time of day becomes minutes after midnight", () => {
    expect(timeOfDay("opening").safeParse("09:30").data).toBe(570);
    for (const wrong of ["24:00", "9:00", "09:60", 9])
      expect(timeOfDay("opening").safeParse(wrong).success).toBe(false);
  });

  test("a text keeps to its pattern and length, and asks for quotes around a number", () => {
    const id = text({ max: 5, pattern: /^[a-z]+$/, meaning: "id" });
    expect(id.safeParse("abc").data).toBe("abc");
    expect(id.safeParse("abcdef").success).toBe(false);
    expect(hint(id.safeParse(7))).toBe('Put quotes around it: "7".');
  });

  test("none is no limit", () => {
    expect(unlimited().safeParse("none").data).toBe(Number.POSITIVE_INFINITY);
    expect(unlimited().safeParse("None").success).toBe(false);
  });
});
