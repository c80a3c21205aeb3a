import { describe, expect, it } from "vitest";
import { Draws, mutated } from "../../bench/hostile/mutate.ts";
import { type Outcome, outcomeOf, scenarioTargets, unknownTargets } from "../../bench/hostile/targets.ts";
import { ScenarioError } from "../../sim/scenario/problem.ts";

const FILES = 330;
const SEED = "ci";

describe("a mutated scenario or table", () => {
  it("is read, or refused in words", async () => {
    const targets = [...scenarioTargets(), ...unknownTargets()];
    const outcomes: Outcome[] = [];
    for (let n = 0; n < FILES; n++) {
      const target = targets[n % targets.length];
      outcomes.push(await outcomeOf(target, mutated(target.base, new Draws(`${SEED}/${n}`))));
    }
    expect(outcomes.filter((outcome) => typeof outcome !== "string")).toEqual([]);
    for (const outcome of ["read", "refused"])
      expect(outcomes.filter((one) => one === outcome).length).toBeGreaterThan(20);
  });

  it("is found at fault if what reads it breaks, or says a stack trace", async () => {
    const target = { name: "a", base: "a", encoding: "utf8" as const };
    const broken = () => {
      throw new TypeError("Cannot read properties of undefined");
    };
    expect(await outcomeOf({ ...target, read: broken }, new Uint8Array())).toMatchObject({
      fault: expect.stringContaining("TypeError"),
    });
    const mute = () => {
      throw new ScenarioError([]);
    };
    expect(await outcomeOf({ ...target, read: mute }, new Uint8Array())).toHaveProperty("fault");
  });

  it("is the same for the same seed", () => {
    const [one, other] = ["1", "1"].map((seed) => mutated("name: a\nhorizon: 4 weeks\n", new Draws(seed)));
    expect(one).toEqual(other);
    expect(mutated("name: a\n", new Draws("2"))).not.toEqual(mutated("name: a\n", new Draws("3")));
  });
});
