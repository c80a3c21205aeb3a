import { describe, expect, it } from "vitest";
import { createSimulator } from "../../sim/experiment/simulator.ts";
import type { MeasureKey } from "../../sim/measures/result.ts";
import type { LoadedScenario } from "../../sim/scenario/load.ts";
import { aScenario } from "../support/a-scenario.ts";

/** Nobody comes back, and GPs hear nothing: all who are referred are candidates at the scenario's own rate. */
const UNDISTURBED = ["mechanisms.confidence=off", "referral.returns.chance=0"];

interface Measured {
  readonly keys: readonly MeasureKey[];
  of(metric: string, groupBy?: string, group?: string): number;
}

function measured({ scenario, template }: LoadedScenario, seed = "1"): Measured {
  const simulator = createSimulator(scenario, template, seed);
  const { values } = simulator.run(0);
  const keys = simulator.plan.metrics;
  return {
    keys,
    of(metric, groupBy = "all", group = "all") {
      const place = keys.findIndex(
        (key) => key.metric === metric && key.groupBy === groupBy && key.group === group,
      );
      expect(place, `${metric} by ${groupBy}`).toBeGreaterThanOrEqual(0);
      return values[place];
    },
  };
}

const OF_DEMAND = /[._]of_demand$/;
/** Names the metric of those referred beside one of the demand. */
const sibling = (metric: string): string =>
  metric === "people.demand" ? "people.referred" : metric.replace(OF_DEMAND, "");

describe("an undisturbed service with a post on site in every practice", () => {
  const standards = ["14_days", "10_working_days", "8_weeks"].map(
    (wait, n) => `{ id: s${n}, metric: wait.first_contact.within_${wait}, at_least: 50 % }`,
  );
  const run = measured(
    aScenario(
      [...UNDISTURBED, "referral.rate=30 per 1000 a year", "link_workers.fte=1", "warm_up=13 weeks"],
      `standards: [${standards.join(", ")}]\n`,
    ),
    "1",
  );
  const ofDemand = run.keys.filter(({ metric }) => metric === "people.demand" || OF_DEMAND.test(metric));

  it("has every number of the demand equal to that of those referred, in every group, to the bit", () => {
    // Who asks while open opens nothing and is counted among the demand alone.
    expect(run.of("requests.already_open")).toBe(0);
    expect(run.of("people.demand")).toBeGreaterThan(200);
    expect(ofDemand.length).toBeGreaterThan(100);
    for (const { metric, groupBy, group } of ofDemand)
      expect(run.of(metric, groupBy, group), `${metric} by ${groupBy} ${group}`).toBe(
        run.of(sibling(metric), groupBy, group),
      );
  });

  it("is measured by what people are: of all, practices, quintiles, sex, age, crisis and year", () => {
    const groupings = new Set(ofDemand.map(({ groupBy }) => groupBy));
    expect([...groupings]).toEqual(["all", "practice", "quintile", "sex", "age_band", "crisis", "year"]);
    for (const wait of ["14_days", "10_working_days", "8_weeks", "4_weeks"]) {
      const metric = `wait.first_contact.within_${wait}_of_demand`;
      const of = ofDemand.filter((key) => key.metric === metric).map(({ groupBy }) => groupBy);
      expect(new Set(of), metric).toEqual(groupings);
    }
  });

  it("waits, so that the shares are none of 0 and 1", () => {
    const share = run.of("wait.first_contact.within_14_days_of_demand");
    expect(share).toBeGreaterThan(0.05);
    expect(share).toBeLessThan(0.95);
  });
});

/** Two practices with half a post each; the second has the longer list, of people and of waiting. */
const service = (timeline: string): LoadedScenario =>
  aScenario(
    [...UNDISTURBED, "link_workers.fte=0.5", "referral.rate=40 per 1000 a year", "warm_up=26 weeks"],
    `timeline: [${timeline}]\n`,
  );
const CLOSES = "{ id: cut, date: 2014-04-02, kind: posts_cut, posts: [post-practice-2] }";

describe("closing the longer list", () => {
  const open = measured(service(""));
  const closed = measured(service(CLOSES));

  it("leaves the reference demand as it is, in every group", () => {
    for (const { metric, groupBy, group } of open.keys)
      if (metric === "people.demand")
        expect(closed.of(metric, groupBy, group), `${groupBy} ${group}`).toBe(
          open.of(metric, groupBy, group),
        );
    expect(closed.of("people.referred")).toBeLessThan(0.6 * open.of("people.referred"));
  });

  it.each(["wait.first_contact.within_4_weeks", "engaged.share"])(
    "raises %s of those referred and lowers it of the demand",
    (metric) => {
      expect(closed.of(metric)).toBeGreaterThan(open.of(metric));
      expect(closed.of(`${metric}_of_demand`)).toBeLessThan(open.of(`${metric}_of_demand`));
    },
  );

  it("counts whoever has no post to be referred to as not seen", () => {
    expect(closed.of("wait.first_contact.within_52_weeks_of_demand")).toBeGreaterThan(0);
    expect(closed.of("engaged.share_of_demand", "practice", "practice-2")).toBe(0);
    expect(closed.of("people.demand", "practice", "practice-2")).toBeGreaterThan(100);
  });
});
