import { describe, expect, it } from "vitest";
import { whyOf } from "../../cli/report/input/why-of.ts";
import { ATTRIBUTION, attributionTable } from "../../sim/tables/attribution.ts";

const interval = (mean: number) => ({ n: 10, mean, sd: 1, ciLow: mean - 1, ciHigh: mean + 1 });
const made = { alone: 0, last: 0, least: 0, greatest: 0, ordersError: 0 };
const changes = ["places", "posts"].map((name) => ({ name, parts: [] }));

describe("why two scenarios differ, on the front page", () => {
  it("is told of people who reach three contacts, the greatest share first", () => {
    const table = attributionTable({ base: "a", scenario: "b", changes }, [
      {
        metric: "people.reached_3",
        groupBy: "all",
        group: "all",
        unit: "people",
        base: 100,
        other: 60,
        difference: interval(-40),
        shares: [-10, -30].map((share) => ({ share: interval(share), ...made })),
      },
    ]);
    expect(whyOf(new Map([[ATTRIBUTION.name, table]]))).toEqual({
      gist: "posts -30, places -10",
      text: "40 fewer people reach three contacts; of that posts -30 and places -10, averaged over all orders of making the changes.",
    });
    expect(whyOf(new Map())).toBeUndefined();
  });
});
