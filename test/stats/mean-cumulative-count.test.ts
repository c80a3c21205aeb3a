import { describe, expect, it } from "vitest";
import { Counter } from "../../sim/stats/counter.ts";
import { meanCumulativeCounts } from "../../sim/stats/mean-cumulative-count.ts";

function eventsAt(...minutes: number[]): Counter {
  const events = new Counter();
  for (const minute of minutes) events.add(minute);
  return events;
}

describe("the mean cumulative count", () => {
  it("is events over people while all are observed", () => {
    const observed = Int32Array.of(100, 100, 100, 100);
    expect(meanCumulativeCounts(observed, eventsAt(5, 7, 50), [10, 60])).toEqual([0.5, 0.75]);
  });

  it("weighs an event up by those who were observed for so long", () => {
    const observed = Int32Array.of(10, 20, 40, 40);
    expect(meanCumulativeCounts(observed, eventsAt(30, 5), [40])).toEqual([1 / 4 + 1 / 2]);
  });

  it("counts somebody observed up to the very moment of an event", () => {
    expect(meanCumulativeCounts(Int32Array.of(10, 20), eventsAt(10), [15])).toEqual([0.5]);
  });

  it("adds events of one minute one by one, to the bit", () => {
    const observed = Int32Array.of(50, 100, 100);
    const [count] = meanCumulativeCounts(observed, eventsAt(60, 60, 60, 40), [100]);
    expect(count).toBe(1 / 3 + 1 / 2 + 1 / 2 + 1 / 2);
  });

  it("is no number for a time that nobody was observed for", () => {
    expect(meanCumulativeCounts(Int32Array.of(10), eventsAt(), [11])).toEqual([Number.NaN]);
    expect(meanCumulativeCounts(new Int32Array(0), eventsAt(), [1])).toEqual([Number.NaN]);
  });
});
