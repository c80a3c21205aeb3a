import { describe, expect, it } from "vitest";
import { createSimulator, makeWorld } from "../../sim/experiment/simulator.ts";
import { monthsOf, windowsOf } from "../../sim/measures/windows.ts";
import { columnsOf } from "../../sim/tables/columns-of.ts";
import { seriesTable } from "../../sim/tables/series.ts";
import { summaryTable } from "../../sim/tables/summary.ts";
import { windowTable } from "../../sim/tables/windows.ts";
import { aScenario } from "../support/a-scenario.ts";

const TWO_YEARS = ["horizon=104 weeks", "referral.rate=40 per 1000 a year", "warm_up=8 weeks"];

const world = (timeline: string, set = TWO_YEARS) => {
  const { scenario, template } = aScenario(set, `timeline:\n${timeline}`);
  return makeWorld(scenario, template);
};
const named = (timeline: string, set = TWO_YEARS) =>
  windowsOf(world(timeline, set)).map(
    ({ name, firstDay, lastDay, empty }) => `${name}: ${empty ?? `${firstDay} to ${lastDay}`}`,
  );

describe("the windows of a run", () => {
  it("are the whole, its years, before and 26 weeks after each dated change, and the last 26 weeks", () => {
    expect(
      named("  - { id: cut, date: 2014-10-08, kind: funding_cut, types: [local], share: 50 % }\n"),
    ).toEqual([
      "whole: 2014-04-02 to 2016-03-29",
      "year 1: 2014-04-02 to 2015-04-02",
      "year 2: 2015-04-02 to 2016-03-29",
      "before cut: 2014-04-02 to 2014-10-07",
      "after cut: 2015-04-08 to 2016-03-29",
      "last 26 weeks: 2015-09-30 to 2016-03-29",
    ]);
  });

  it("end before a change is known, and begin when it has come in whole and settled, in whole weeks", () => {
    const cut = "kind: funding_cut, types: [local], share: 50 %";
    const windows = named(
      `  - { id: cut, date: 2014-10-08, ${cut}, over: 10 weeks, announced: 2014-08-10 }\n`,
    );
    // 2014-04-02 is a Wednesday: weeks of measuring begin on Wednesdays.
    expect(windows.slice(3, 5)).toEqual([
      "before cut: 2014-04-02 to 2014-08-05",
      "after cut: 2015-06-17 to 2016-03-29",
    ]);
  });

  it("lie between two changes, and are empty with the reason where too little is left", () => {
    const close = "kind: closure, types: [local]";
    expect(
      named(
        `  - { id: first, date: 2014-04-10, ${close} }
  - { id: second, date: 2014-12-01, ${close} }
  - { id: too, date: 2014-12-01, kind: closure, types: [city_wide] }
  - { id: third, date: 2015-03-02, ${close} }
  - { id: last, date: 2015-12-01, ${close} }
`,
      ).slice(3),
    ).toEqual([
      "before first: nothing_before",
      "after first: 2014-10-15 to 2014-11-25",
      "before second and too: 2014-10-15 to 2014-11-25",
      "after second and too: next_change",
      "before third: next_change",
      "after third: 2015-09-02 to 2015-11-24",
      "before last: 2015-09-02 to 2015-11-24",
      "after last: few_weeks_left",
      "last 26 weeks: 2015-09-30 to 2016-03-29",
    ]);
    expect(named("  []\n", ["horizon=20 weeks"]).at(-1)).toBe("last 26 weeks: short_run");
  });

  it("leave changes out that come before or after the measured time", () => {
    const close = "kind: closure, types: [local]";
    const timeline = `  - { id: early, date: 2014-03-20, ${close} }\n  - { id: late, date: 2016-06-01, ${close} }\n`;
    expect(named(timeline).filter((name) => /early|late/.test(name))).toEqual([]);
  });

  it("have months of referral that are as the calendar's, the first and the last begun", () => {
    const months = monthsOf(world("  []\n", ["horizon=13 weeks"]));
    expect(months.map(({ name, firstDay, lastDay }) => `${name}: ${firstDay} to ${lastDay}`)).toEqual([
      "2014-04: 2014-04-02 to 2014-04-30",
      "2014-05: 2014-05-01 to 2014-05-31",
      "2014-06: 2014-06-01 to 2014-06-30",
      "2014-07: 2014-07-01 to 2014-07-01",
    ]);
  });
});

const CUT = (share: number): string =>
  `timeline: [{ id: cut, date: 2015-04-01, kind: posts_cut, posts: [post-practice-${share}] }]\n`;

function measured(more: string, replications = 3) {
  const { scenario, template } = aScenario(TWO_YEARS, more);
  const simulator = createSimulator(scenario, template, "5");
  const results = Array.from({ length: replications }, (_, replication) => simulator.run(replication));
  return { plan: simulator.plan, results };
}

/** A table's rows by their keys. */
const tableOf = (run: ReturnType<typeof measured>) => {
  const { window, metric, group, mean, ci_low, events, reason, n } = columnsOf(windowTable([run]));
  return new Map(
    metric.map((name, i) => [
      `${window[i]} ${name} ${group[i]}`,
      { mean: mean[i], low: ci_low[i], events: events[i], n: n[i], reason: reason[i] },
    ]),
  );
};

describe("numbers of windows", () => {
  const run = measured(CUT(1));
  const table = tableOf(run);
  const meanOf = (window: string, metric: string, group = "all"): number =>
    table.get(`${window} ${metric} ${group}`)?.mean ?? expect.fail(`${window} ${metric} ${group}`);

  it("of the whole run are those of the summary, but for loads, which are there of the last 26 weeks", () => {
    const { metric, group, group_by, mean, ci_low, events } = columnsOf(summaryTable([run]));
    let compared = 0;
    metric.forEach((name, i) => {
      const ofLoad = /^organisation\.(load|weeks_asked|place_weeks)$/.test(name);
      const row = table.get(`${ofLoad ? "last 26 weeks" : "whole"} ${name} ${group[i]}`);
      if (row === undefined || !["all", "organisation_type"].includes(group_by[i])) return;
      if (name === "links.sent" && (group_by[i] === "all") !== (group[i] === "all")) return;
      compared++;
      expect([name, group[i], row.mean, row.low, row.events]).toEqual([
        name,
        group[i],
        mean[i],
        ci_low[i],
        events[i],
      ]);
    });
    expect(compared).toBeGreaterThan(40);
  });

  it("add up over the years, where they are counts", () => {
    for (const metric of [
      "people.referred",
      "contacts.count",
      "contacts.third",
      "links.sent",
      "posts.fte_years",
    ])
      expect(meanOf("year 1", metric) + meanOf("year 2", metric)).toBeCloseTo(meanOf("whole", metric), 9);
  });

  it("are the ratio of sums over replications, with a value of each window", () => {
    for (const window of ["year 2", "before cut", "after cut", "last 26 weeks"])
      expect(meanOf(window, "contacts.per_referral")).toBeCloseTo(
        meanOf(window, "contacts.count") / meanOf(window, "people.referred"),
        12,
      );
  });

  it("from before a change know nothing of it, and those from after it do", () => {
    const other = tableOf(measured(CUT(2)));
    let differ = 0;
    for (const [name, row] of table) {
      if (name.startsWith("before cut ")) expect([name, other.get(name)]).toEqual([name, row]);
      if (name.startsWith("after cut ") && other.get(name)?.mean !== row.mean) differ++;
    }
    expect(meanOf("before cut", "reached_3.share")).toBeGreaterThan(0);
    expect(differ).toBeGreaterThan(10);
  });

  it("are empty with the reason where people are not followed for as long as they need", () => {
    const reasonOf = (window: string, metric: string) => table.get(`${window} ${metric} all`);
    expect(reasonOf("last 26 weeks", "reached_3.share")).toMatchObject({
      mean: Number.NaN,
      n: 0,
      reason: "it needs people to be followed for 39 weeks, and here it is 26",
    });
    expect(reasonOf("year 2", "people.reached_3")?.reason).toBe(
      "it needs people to be followed for 39 weeks, and here it is 0",
    );
    expect(reasonOf("year 2", "reached_3.share")).toMatchObject({ n: 3, reason: "" });
  });
});

describe("cohorts by month of referral", () => {
  const run = measured("", 2);
  const series = columnsOf(seriesTable([run]));
  const monthly = (metric: string): number[] =>
    [...series.mean].filter((_, i) => series.metric[i] === metric && series.group_by[i] === "month");

  it("stand in the series after its weeks, and hold everybody referred", () => {
    const referred = monthly("people.referred");
    expect(referred).toHaveLength(24);
    const whole = columnsOf(summaryTable([run]));
    expect(referred.reduce((sum, count) => sum + count)).toBeCloseTo(
      whole.mean[whole.metric.indexOf("people.referred")],
      9,
    );
    expect(series.week[series.group_by.indexOf("month")]).toBe(1);
    expect(series.group_by.lastIndexOf("all")).toBeLessThan(series.group_by.indexOf("month"));
  });

  it("have a share by 39 weeks as long as all of them are followed for so long", () => {
    const shares = monthly("reached_3.share");
    const known = shares.findIndex((share) => Number.isNaN(share));
    // 104 weeks from 2 April 2014 end on 29 March 2016, and 39 weeks before that is 1 July 2015.
    expect(known).toBe(15);
    expect(shares.slice(known).every((share) => Number.isNaN(share))).toBe(true);
    expect(monthly("wait.first_contact.within_4_weeks").findIndex((share) => Number.isNaN(share))).toBe(23);
  });
});
