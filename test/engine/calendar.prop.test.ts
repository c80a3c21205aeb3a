import { describe, expect, it } from "vitest";
import { Calendar } from "../../sim/engine/calendar.ts";
import fc from "../support/fast-check.ts";

describe("the calendar", () => {
  it("gives events by time, then kind, then the order of scheduling, whatever is scheduled in between", () => {
    const step = fc.oneof(
      fc.record({
        // Close together, and days apart.
        delay: fc.oneof(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 20_000 })),
        kind: fc.integer({ min: 0, max: 31 }),
        subject: fc.nat(1000),
        token: fc.nat(1000),
      }),
      fc.constant("next" as const),
      fc.record({ before: fc.oneof(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 20_000 })) }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 400 }), (steps) => {
        const calendar = new Calendar(2);
        const oracle: { time: number; kind: number; sequence: number; subject: number; token: number }[] = [];
        let now = 0;
        let sequence = 0;
        for (const one of steps) {
          if (one !== "next" && "delay" in one) {
            calendar.schedule(now + one.delay, one.kind, one.subject, one.token);
            oracle.push({
              time: now + one.delay,
              kind: one.kind,
              sequence: sequence++,
              subject: one.subject,
              token: one.token,
            });
            continue;
          }
          oracle.sort((a, b) => a.time - b.time || a.kind - b.kind || a.sequence - b.sequence);
          // What comes at the minute or after it stays.
          const isNext = one === "next" || (oracle.length > 0 && oracle[0].time < now + one.before);
          const expected = isNext ? oracle.shift() : undefined;
          expect(one === "next" ? calendar.next() : calendar.nextBefore(now + one.before)).toBe(
            expected !== undefined,
          );
          if (expected === undefined) continue;
          now = calendar.time;
          const { time, kind, subject, token } = calendar;
          expect({ time, kind, subject, token, sequence: expected.sequence }).toEqual(expected);
        }
        expect(calendar.pending).toBe(oracle.length);
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  it("sorts a day of a nation as it sorts a day of a practice", () => {
    const event = fc.record({ minute: fc.nat(1439), kind: fc.integer({ min: 0, max: 31 }) });
    fc.assert(
      fc.property(fc.array(event, { minLength: 33, maxLength: 600 }), (events) => {
        const calendar = new Calendar(2);
        for (const [subject, { minute, kind }] of events.entries())
          calendar.schedule(3 * 1440 + minute, kind, subject, subject + 1);
        const expected = [...events.keys()].sort(
          (a, b) => events[a].minute - events[b].minute || events[a].kind - events[b].kind || a - b,
        );
        const given: number[] = [];
        while (calendar.next()) {
          given.push(calendar.subject);
          expect(calendar.token).toBe(calendar.subject + 1);
          expect([calendar.time, calendar.kind]).toEqual([
            3 * 1440 + events[calendar.subject].minute,
            events[calendar.subject].kind,
          ]);
        }
        expect(given).toEqual(expected);
      }),
      { seed: 1, numRuns: 100 },
    );
  });

  it("takes an event at once only if none of the same minute and a kind as low is to come", () => {
    const calendar = new Calendar();
    calendar.schedule(5000, 2, 7, 0);
    calendar.schedule(5000, 4, 8, 0);
    calendar.next();
    expect(calendar.takeNow(5000, 3, 9, 1)).toBe(true);
    const { time, kind, subject, token, popped } = calendar;
    expect({ time, kind, subject, token, popped }).toEqual({
      time: 5000,
      kind: 3,
      subject: 9,
      token: 1,
      popped: 2,
    });
    expect(calendar.takeNow(5000, 4, 9, 1)).toBe(false);
    expect(calendar.takeNow(5000, 5, 9, 1)).toBe(false);
    expect([calendar.next(), calendar.subject]).toEqual([true, 8]);
  });

  it("is empty after a reset, and counts pops from 0", () => {
    const calendar = new Calendar();
    calendar.schedule(5, 1, 2, 3);
    calendar.next();
    calendar.schedule(6, 1, 2, 3);
    calendar.schedule(60_000, 1, 2, 3);
    calendar.reset();
    expect([calendar.next(), calendar.popped, calendar.pending]).toEqual([false, 0, 0]);
  });
});
