import { describe, expect, it } from "vitest";
import { truthsJson, truthsText } from "../../cli/screen/truths-text.ts";
import type { TriedTruth } from "../../sim/calibration/hidden-truth.ts";

const truth = (number: number, standing: readonly number[] | null): TriedTruth => ({
  ...{ truth: number, set: ["drop_off.base=-2"], implausibility: number === 3 ? 4 : 1 },
  ...{ isRuledOut: number === 3, isMet: number !== 2, left: 0.1 * number, standing },
  candidates: standing === null ? null : { simulated: 10, stay: number <= 10 ? 4 : 8 },
});
const told = (standingOf: (number: number) => readonly number[] | null) => ({
  ...{ scenario: "town", seed: "1", parameters: ["drop_off.base", "needs.own"] },
  tried: Array.from({ length: 20 }, (_, i) => truth(i + 1, standingOf(i + 1))),
});

describe("what is said of hidden truths", () => {
  it("counts those that are in, ruled out, and out by chance; without members no more", () => {
    const text = truthsText(told(() => null));
    expect(text).toContain("18 of 20 hidden truths are in");
    expect(text.replace(/\n/g, " ")).toContain(
      "Ruled out: 1; not ruled out, but outside a band by chance: 1.",
    );
    expect(text).not.toContain("members");
    expect(text).not.toContain("brute force");
  });

  it("says how much more is left than brute force leaves, where points of it were simulated", () => {
    const text = truthsText(told(() => [0.5, 0.5])).replace(/\n/g, " ");
    // Of 0.1, ..., 1 of the space 0.4 stays, of 1.1, ..., 2 twice that: 21 over 14.6.
    expect(text).toContain(
      "Of the space that is left 200 points were simulated: there is 1.44 times as much of it as",
    );
  });

  it("names the parameter in which they stand least evenly among members, and whether that is too uneven", () => {
    const even = (number: number) => (number - 0.5) / 20;
    const heaped = truthsText(told((number) => [even(number), 0.9 + 0.1 * even(number)])).replace(/\n/g, " ");
    expect(heaped).toContain("least in needs.own, p 0.000");
    expect(heaped).toContain("too uneven: the limit for 2 parameters is 0.0050");
    expect(truthsText(told((number) => [even(number), even(number)]))).not.toContain("too uneven");
  });

  it("gives the same to machines", () => {
    const { truths } = JSON.parse(truthsJson(told(() => [0.5, 0.25]))) as {
      truths: { standing: number[] }[];
    };
    expect(truths[0].standing).toEqual([0.5, 0.25]);
  });
});
