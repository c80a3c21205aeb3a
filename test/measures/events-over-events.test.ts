import { describe, expect, it } from "vitest";
import { createSimulator } from "../../sim/experiment/simulator.ts";
import { columnsOf } from "../../sim/tables/columns-of.ts";
import { summaryTable } from "../../sim/tables/summary.ts";
import { aScenario } from "../support/a-scenario.ts";

const REPLICATIONS = 3;

function summaryOf(set: readonly string[], more = "") {
  const { scenario, template } = aScenario(set, more);
  const simulator = createSimulator(scenario, template, "7");
  const results = Array.from({ length: REPLICATIONS }, (_, replication) => simulator.run(replication));
  const { plan } = simulator;
  const table = columnsOf(summaryTable([{ plan, results }]));
  const mean = (metric: string, groupBy = "all", group = "all"): number => {
    const row = table.metric.findIndex(
      (name, i) => name === metric && table.group_by[i] === groupBy && table.group[i] === group,
    );
    expect(row, metric).toBeGreaterThanOrEqual(0);
    return table.mean[row];
  };
  const sumOver = (metric: string, groupBy: string): number =>
    plan.metrics
      .filter((key) => key.metric === metric && key.groupBy === groupBy)
      .reduce((sum, { group }) => sum + mean(metric, groupBy, group), 0);
  return { mean, sumOver };
}

describe("events over events", () => {
  // A post that is vacant now and then, people carried in, and referrals that differ by replication.
  const busy = summaryOf(["referral.rate=60 per 1000 a year", "warm_up=26 weeks"]);

  it("make contacts a post-year the contacts a referral times the referrals a post-year, before rounding", () => {
    const { mean } = busy;
    for (const what of ["contacts", "appointments"])
      expect(mean(`${what}.per_link_worker_year`) / mean(`${what}.per_referral`)).toBeCloseTo(
        mean("referrals.per_link_worker_year"),
        9,
      );
  });

  it("are the ratio of the sums over replications", () => {
    const { mean } = busy;
    expect(mean("contacts.per_referral")).toBeCloseTo(mean("contacts.count") / mean("people.referred"), 12);
    expect(mean("links.per_referral")).toBeCloseTo(mean("links.sent") / mean("people.referred"), 12);
    expect(mean("cost.per_contact")).toBeCloseTo(mean("cost.posts") / mean("contacts.count"), 9);
    expect(mean("cost.per_reached_3")).toBeCloseTo(mean("cost.running") / mean("contacts.third"), 9);
  });

  it("count the same contacts and links at posts, at organisations and at people, carried in or not", () => {
    const { mean, sumOver } = busy;
    expect(mean("posts.contacts")).toBe(mean("contacts.count"));
    expect(mean("posts.appointments")).toBe(mean("appointments.count"));
    for (const groupBy of ["quintile", "practice", "sex"]) {
      expect(sumOver("contacts.count", groupBy)).toBeCloseTo(mean("contacts.count"), 9);
      expect(sumOver("appointments.missed", groupBy)).toBeCloseTo(mean("appointments.missed"), 9);
      expect(sumOver("links.sent", groupBy)).toBeCloseTo(mean("links.sent"), 9);
      expect(sumOver("contacts.third", groupBy)).toBeCloseTo(mean("contacts.third"), 9);
    }
    expect(mean("contacts.third")).toBeGreaterThan(mean("people.reached_3"));
  });

  it("do not hang on the length of the run, as one person's number by a time does not", () => {
    const long = summaryOf(["referral.rate=60 per 1000 a year", "warm_up=26 weeks", "horizon=130 weeks"]);
    const short = summaryOf(["referral.rate=60 per 1000 a year", "warm_up=26 weeks", "horizon=65 weeks"]);
    for (const metric of ["contacts.per_referral", "links.per_referral", "contacts.per_person_by_39_weeks"])
      expect(Math.abs(long.mean(metric) / short.mean(metric) - 1), metric).toBeLessThan(0.12);
    expect(long.mean("contacts.per_person_by_52_weeks")).toBeGreaterThan(
      long.mean("contacts.per_person_by_39_weeks"),
    );
  });
});
