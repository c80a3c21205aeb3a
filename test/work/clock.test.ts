import { expect, it, vi } from "vitest";
import { secondsSince, startClock } from "../../cli/work/clock.ts";

it("a run takes no less than no time, even if the computer's date is set back while it goes on", () => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-03-01") });
  const began = startClock();
  vi.setSystemTime(new Date("2025-03-01"));
  const seconds = secondsSince(began);
  vi.useRealTimers();
  expect(seconds).toBeGreaterThanOrEqual(0);
  expect(seconds).toBeLessThan(100);
});
