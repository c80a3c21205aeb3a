import { describe, expect, test } from "vitest";
import { dayNumber } from "../../sim/engine/civil-date.ts";
import { readQuantity, writeQuantity } from "../../sim/scenario/internal/read-quantity.ts";
import { KINDS, type QuantityKind } from "../../sim/scenario/internal/units.ts";
import fc from "../support/fast-check.ts";

const SEED = { seed: 20140402, numRuns: 2000 };

describe("any quantity", () => {
  test("written for users reads back to the last bit", () => {
    const kinds = fc.constantFrom(...(Object.keys(KINDS) as QuantityKind[]));
    const value = fc.oneof(
      fc.double({ min: -1e9, max: 1e9, noNaN: true }),
      fc.integer({ min: -1e6, max: 1e6 }),
    );
    fc.assert(
      fc.property(kinds, value, (kind, drawn) => {
        const base = kind === "money" || kind === "whole" ? Math.round(drawn) : drawn;
        const amount = kind === "duration" ? Math.abs(base) : base;
        const reading = readQuantity(kind, writeQuantity(kind, amount));
        expect(reading).toEqual({ ok: true, value: amount === 0 ? 0 : amount });
      }),
      SEED,
    );
  });

  test("made of any text or value is read or refused, never thrown", () => {
    const kinds = fc.constantFrom(...(Object.keys(KINDS) as QuantityKind[]));
    const outcomes = { read: 0, refused: 0 };
    const unit = fc.oneof(fc.constantFrom("", " %", " weeks", " GBP", " a year", "e3"), fc.string());
    const nearlyRight = fc.tuple(fc.double(), unit).map(([number, text]) => `${number}${text}`);
    fc.assert(
      fc.property(kinds, fc.oneof(fc.string(), fc.anything(), nearlyRight), (kind, written) => {
        const reading = readQuantity(kind, written);
        expect(!reading.ok || Number.isFinite(reading.value)).toBe(true);
        outcomes[reading.ok ? "read" : "refused"]++;
      }),
      SEED,
    );
    expect(Math.min(outcomes.read, outcomes.refused)).toBeGreaterThan(100);
  });
});

test("days are counted as the calendar of ECMAScript counts them", () => {
  fc.assert(
    fc.property(fc.integer({ min: -25_000, max: 83_000 }), (day) => {
      expect(dayNumber(new Date(day * 86_400_000).toISOString().slice(0, 10))).toBe(day);
    }),
    SEED,
  );
});
