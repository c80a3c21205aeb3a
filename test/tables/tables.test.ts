import { describe, expect, it } from "vitest";
import { describeMetric } from "../../sim/measures/describe-metric.ts";
import type { ScenarioResults } from "../../sim/measures/scenario-results.ts";
import { RUN_TABLES } from "../../sim/tables/declarations.ts";
import { dictionaryTable } from "../../sim/tables/dictionary.ts";
import { differenceTable } from "../../sim/tables/differences.ts";
import { replicationTable } from "../../sim/tables/replications.ts";
import { retentionTable } from "../../sim/tables/retention.ts";
import { seriesTable } from "../../sim/tables/series.ts";
import { summaryTable } from "../../sim/tables/summary.ts";
import { aPlan, aResult, rowsOf } from "./some-results.ts";

const base: ScenarioResults = {
  plan: aPlan("base"),
  results: [aResult(1, [20, 0.4]), aResult(2, [22, Number.NaN]), aResult(3, [27, 0.5])],
};
const cut: ScenarioResults = { plan: aPlan("cut"), results: [aResult(1, [30, Number.NaN])] };

describe("declarations", () => {
  it("keep the columns that notebooks rely on, in their order", () => {
    const columns = RUN_TABLES.map(({ name, columns }) => `${name}: ${columns.map((c) => c.name).join(" ")}`);
    expect(columns).toEqual([
      "board: label base scenario base_value scenario_value difference ci_low ci_high unit in_words",
      "replications: scenario replication metric group_by group unit value",
      "summary: scenario metric group_by group unit n mean sd ci_low ci_high p05 p50 p95 events upper_limit no_interval",
      "windows: scenario window first_day last_day metric group_by group unit n mean sd ci_low ci_high p05 p50" +
        " p95 events upper_limit no_interval reason",
      "series: scenario week metric group_by group unit mean ci_low ci_high p05 p95",
      "retention: scenario contacts group_by group referred reached reached_share ci_low ci_high left_after" +
        " finished gave_up_waiting declined never_attended left reviewed_out post_ended still_open n",
      "standards: scenario standard name metric group_by group unit bound target n mean ci_low ci_high verdict met_share replications_to_decide of referred_mean referred_verdict",
      "events: scenario replication time patient episode link_worker organisation event detail minute case need" +
        " focus event_type stage resource_id",
      "cells: scenario point first_replication last_replication sha256",
      "dictionary: kind table name type unit meaning headline better",
    ]);
  });
});

describe("replicationTable", () => {
  it("has a row for each scenario, replication and metric, and none for a number that is not there", () => {
    const rows = rowsOf(replicationTable([base, cut]));
    expect(rows).toHaveLength(8);
    expect(rows[0]).toEqual({
      scenario: "base",
      replication: 1,
      metric: "caseload.mean",
      group_by: "all",
      group: "all",
      unit: "people",
      value: 20,
    });
    expect(rows[3]).toMatchObject({ replication: 2, metric: "reached_3.share", value: null });
    expect(rows[6]).toMatchObject({ scenario: "cut", value: 30 });
  });
});

describe("summaryTable", () => {
  it("has the mean, deviation, interval and quantiles of the replications that have a value", () => {
    const rows = rowsOf(summaryTable([base, cut]));
    expect(rows).toHaveLength(4);
    expect(rows[0]).toMatchObject({ scenario: "base", n: 3, mean: 23, p50: 22 });
    expect(rows[0]?.sd).toBeCloseTo(Math.sqrt(13), 12);
    expect(rows[0]?.ci_low).toBeCloseTo(23 - 4.302653 * Math.sqrt(13 / 3), 5);
    expect(rows[0]?.ci_high).toBeCloseTo(23 + 4.302653 * Math.sqrt(13 / 3), 5);
    expect(rows[0]?.p05).toBeCloseTo(20.2, 12);
    expect(rows[0]?.p95).toBeCloseTo(26.5, 12);
    expect(rows[1]).toMatchObject({ metric: "reached_3.share", n: 2 });
  });

  it("gives the same rows a stretch of metrics at a time, as differences do", () => {
    const stretches = [{ before: 1 }, { from: 1 }];
    expect(stretches.flatMap((stretch) => rowsOf(summaryTable([base], undefined, stretch)))).toEqual(
      rowsOf(summaryTable([base])),
    );
    const of = (stretch = {}) => rowsOf(differenceTable(base, [base], undefined, stretch));
    expect(of()).toHaveLength(2);
    expect(stretches.flatMap(of)).toEqual(of());
  });

  it("has no interval for one replication and nothing but n for none", () => {
    const rows = rowsOf(summaryTable([cut]));
    expect(rows[0]).toMatchObject({
      n: 1,
      mean: 30,
      sd: null,
      ci_low: null,
      ci_high: null,
      p05: 30,
      p95: 30,
    });
    expect(rows[1]).toMatchObject({ n: 0, mean: null, sd: null, p05: null, p50: null, p95: null });
  });
});

describe("seriesTable", () => {
  it("counts weeks from 1 and averages each over replications", () => {
    const rows = rowsOf(seriesTable([base]));
    expect(rows.map((row) => [row.week, row.mean, row.p05])).toEqual([
      [1, 2, 1.1],
      [2, 20, 11],
    ]);
  });
});

describe("retentionTable", () => {
  it("averages counts over replications", () => {
    const rows = rowsOf(retentionTable([base]));
    expect(
      rows.map((row) => [row.contacts, row.referred, row.reached, row.left_after, row.post_ended, row.n]),
    ).toEqual([
      [0, 102, 103, 105, 112, 3],
      [1, 52, 53, 55, 62, 3],
    ]);
  });

  it("keeps the interval of a share inside 0 to 1", () => {
    const rows = rowsOf(retentionTable([base]));
    expect(rows[0]).toMatchObject({ reached_share: 1, ci_low: null, ci_high: null });
    expect(rows[1]?.ci_high ?? 1).toBeLessThanOrEqual(1);
    expect(rows[1]?.ci_low ?? 0).toBeGreaterThanOrEqual(0);
  });
});

describe("every table of results", () => {
  it.each([
    ["replications", replicationTable],
    ["summary", summaryTable],
    ["series", seriesTable],
    ["retention", retentionTable],
  ])("%s is the same in whatever order results arrive", (_, make) => {
    const backwards = { plan: base.plan, results: [...base.results].reverse() };
    expect(make([backwards, cut])).toEqual(make([base, cut]));
  });

  it("refuses a replication that comes twice", () => {
    const twice = { plan: base.plan, results: [aResult(4, [1, 1]), aResult(4, [1, 1])] };
    expect(() => summaryTable([twice])).toThrow("base, replication 4: there twice");
  });

  it("refuses a result that does not fit its plan", () => {
    const short = { plan: base.plan, results: [aResult(4, [1])] };
    expect(() => summaryTable([short])).toThrow("base, replication 4: expected 2 numbers in values, got 1");
  });
});

describe("dictionaryTable", () => {
  it("explains every column of every table and each metric once", () => {
    const rows = rowsOf(dictionaryTable(RUN_TABLES, [base.plan, cut.plan]));
    const columns = RUN_TABLES.reduce((sum, table) => sum + table.columns.length, 0);
    expect(rows.slice(columns).map((row) => [row.kind, row.name, row.unit])).toEqual([
      ["metric", "caseload.mean", "people"],
      ["metric", "reached_3.share", "share"],
      ["metric", "waiting_list.mean", "people"],
    ]);
    for (const row of rows) expect(row.meaning).not.toBe("");
  });
});

describe("the catalogue of metrics", () => {
  const promised =
    "caseload.mean caseload.peak caseload.at_cap waiting_list.mean waiting_list.end wait.first_contact.mean " +
    "wait.first_contact.p50 wait.first_contact.p90 wait.first_contact.p95 wait.first_contact.within_4_weeks " +
    "wait.link.mean wait.link.p50 wait.link.p90 contacts.per_referral contacts.per_link_worker_year " +
    "referrals.per_link_worker_year engaged.share reached_3.share dropoff.after_0 dropoff.after_12 links.per_referral " +
    "intervention.share utilisation.casework hours.casework hours.networking hours.practice hours.admin " +
    "organisations.places organisations.closed organisation.load organisation.wait.p50 needs.met_share " +
    "bounces.per_patient relationship.mean integrated.share cost.total cost.per_reached_3 equity.engaged.share.gap " +
    "equity.wait.first_contact.p90.gap appointments.per_referral dna.share lost.share left_or_finished.after_2 " +
    "load.hours load.places wait.need.mean wait.need.p90 people.referred people.engaged people.reached_3 " +
    "people.gave_up closing_list";

  it.each(promised.split(" "))("describes %s", (metric) => {
    const entry = describeMetric(metric);
    expect(entry?.metric).toBe(metric);
    expect(entry?.unit).not.toMatch(/^$|</);
    expect(entry?.meaning).not.toMatch(/^$|<|\bN\b/);
  });

  it("puts the number in", () => {
    expect(describeMetric("reached_3.share")?.meaning).toContain("3 or more contacts");
    expect(describeMetric("wait.first_contact.p90")?.meaning).toContain("90 % do not exceed");
    expect(describeMetric("equity.wait.first_contact.p90.gap")?.unit).toBe("days");
  });

  it("does not know what nobody described", () => {
    expect(describeMetric("happiness.mean")).toBeUndefined();
    expect(describeMetric("equity.happiness.gap")).toBeUndefined();
    expect(describeMetric("happiness.after_3")).toBeUndefined();
  });
});
