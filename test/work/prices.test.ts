import { describe, expect, it } from "vitest";
import { openScenario } from "../../cli/scenarios/open-scenario.ts";
import { pricesOf } from "../../cli/work/prices.ts";

/** Eight weeks from 1 April 2024, the last six of them with a grant; another ends after two. */
const { scenario } = openScenario("starter").under([
  "horizon=8 weeks",
  'timeline=[{"id":"good","date":"2024-04-15","kind":"grant","types":["local"],"amount":"8000 GBP"},' +
    '{"id":"short","date":"2024-04-15","kind":"grant","types":["local"],"amount":"8000 GBP","lasts":"2 weeks"}]',
]);
const priceOf = (path: string, text: string, written: readonly string[] = []) =>
  pricesOf([{ path, values: [{ value: 1, text }] }], written, scenario);

describe("what a lever costs a year", () => {
  it("is the money of a dated change, for as long as it lasts in the measured time", () => {
    expect(priceOf("timeline[good].amount", "8000 GBP").priced([0])).toBeCloseTo(6000, 9);
    expect(priceOf("timeline[short].amount", "8000 GBP").priced([0])).toBeCloseTo(2000, 9);
  });

  it("is all of what is no dated change, and of a price that is written", () => {
    expect(priceOf("costs.post", "8000 GBP").priced([0])).toBe(8000);
    expect(priceOf("timeline[good].amount", "3 GBP", ["timeline[good].amount=100 GBP"]).priced([0])).toBe(
      300,
    );
  });

  it("leaves the programme's own cost to count where a lever has no price", () => {
    expect(priceOf("link_workers.fte", "0.5").countsProgramme).toBe(true);
    expect(priceOf("costs.post", "8000 GBP").countsProgramme).toBe(false);
  });
});
