import { expect, it } from "vitest";
import { createSimulator } from "../../sim/experiment/simulator.ts";
import { Memory } from "../../sim/model/state/memory.ts";
import { aScenario } from "../support/a-scenario.ts";

const MEMBERS = ["practice", "link_worker", "pool"];

/** Every measure that is there on demand: with standards, benefit and cost. */
const { scenario, template } = aScenario(
  ["mechanisms.benefit=on"],
  "standards: [{ id: soon, metric: wait.first_contact.within_20_working_days, at_least: 90 % }]\n",
);

it("a summary is the whole without series, life tables and members, to the bit", () => {
  const memory = new Memory();
  // First something else on the same memory, which must leave no trace.
  createSimulator(aScenario(["referral.rate=60 per 1000 a year"]).scenario, template, "2", { memory }).run(3);
  const summary = createSimulator(scenario, template, "1", { detail: "summary", memory });
  const whole = createSimulator(scenario, template, "1");
  const kept = whole.plan.metrics.flatMap(({ groupBy }, n) => (MEMBERS.includes(groupBy) ? [] : [n]));
  expect(kept.length).toBeLessThan(whole.plan.metrics.length);
  expect(summary.plan).toEqual({
    ...whole.plan,
    weeks: 0,
    metrics: kept.map((n) => whole.plan.metrics[n]),
    series: [],
    retention: [],
    windows: [],
    windowed: [],
  });
  for (const replication of [1, 0]) {
    const all = whole.run(replication);
    expect(summary.run(replication)).toEqual({
      replication,
      events: all.events,
      values: Float64Array.from(kept, (n) => all.values[n]),
      series: new Float64Array(0),
      retention: new Float64Array(0),
      windowed: new Float64Array(0),
    });
  }
});
