import { describe, expect, it } from "vitest";
import { createSimulator } from "../../sim/experiment/simulator.ts";
import { ACTIONS } from "../../sim/scenario/actions.ts";
import { aTown } from "../support/a-town.ts";

function town(timeline: string): Float64Array {
  const { scenario, template } = aTown(timeline);
  return createSimulator(scenario, template, "every-lever").run(0).values;
}

describe("a dated action", () => {
  const without = town("");
  const examples = ACTIONS.map(({ kind, example }) => [kind, example] as const);

  it.each(examples)("of kind %s changes what is measured: %s", (kind, example) => {
    const values = town(`{ id: it, date: 2014-05-01, kind: ${kind}, ${example} }`);
    expect(values).not.toEqual(without);
  });
});
