import { describe, expect, it } from "vitest";
import { carriedBy } from "../../cli/report/input/carried-by.ts";
import { someInput } from "../figures/some-tables.ts";

describe("what carries a result, in a sentence", () => {
  const { tables } = someInput();

  it("names the parameters by their weight, of two scenarios for the difference, with what is chance", () => {
    expect(carriedBy(tables, "difference")?.sentence).toBe(
      "These numbers carry the result (reached three contacts, the difference), the first the most: " +
        "referral.rate (C) and drop_off.base (A). Of the variance 80 % rests on assumptions " +
        "(grade C), 15 % is chance.",
    );
  });

  it("says nothing of a variance that was not parted, and nothing at all without an analysis", () => {
    const screened = new Map([...tables].filter(([name]) => name !== "variance_shares"));
    expect(carriedBy(screened, "difference")?.sentence).toMatch(/drop_off\.base \(A\)\.$/);
    expect(carriedBy(new Map(), "difference")).toBeUndefined();
    expect(carriedBy(tables, "scenario")?.sentence).toMatch(
      /^These numbers carry the result \(reached three contacts\),/,
    );
  });
});
