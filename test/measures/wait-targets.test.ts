import { describe, expect, it } from "vitest";
import { createSimulator } from "../../sim/experiment/simulator.ts";
import { CENSORED, COMPETING, EVENT } from "../../sim/stats/follow-up.ts";
import { shareWithin } from "../../sim/stats/kaplan-meier.ts";
import { orderByTime } from "../../sim/stats/order-by-time.ts";
import { eventTables } from "../../sim/tables/events.ts";
import { aScenario } from "../support/a-scenario.ts";
import { cumulativeIncidence } from "../support/aalen-johansen.ts";
import { rowsOf } from "../tables/some-results.ts";

const HOLIDAYS = ["2014-04-18", "2014-04-21", "2014-05-05"];
const metrics = [
  "wait.first_contact.within_10_working_days",
  "wait.first_contact.staying_within_10_working_days",
  "wait.first_contact.within_14_days",
  "wait.first_contact.staying_within_2_weeks",
  "wait.first_contact.within_2_weeks",
  "wait.first_contact.within_300_working_days",
];
const NONE: readonly string[] = ["engaged.share"];
const asked = (list: readonly string[]): string =>
  `standards:\n${list.map((metric, i) => `  - { id: s${i}, metric: ${metric}, at_least: 50 % }\n`).join("")}`;
const loaded = (list: readonly string[]): ReturnType<typeof aScenario> =>
  aScenario(["horizon=26 weeks"], `calendar: { holidays: [${HOLIDAYS.join(", ")}] }\n${asked(list)}`);

const { scenario, template } = loaded(metrics);
const simulator = createSimulator(scenario, template, "1", { keepsJournal: true });
const { values } = simulator.run(0);
const numberOf = (metric: string, groupBy = "all", group = "all"): number => {
  const place = simulator.plan.metrics.findIndex(
    (key) => key.metric === metric && key.groupBy === groupBy && key.group === group,
  );
  expect(place).toBeGreaterThanOrEqual(0);
  return values[place];
};

/** Counts working days after one date up to and with another, a day at a time. */
function workingDays(from: string, to: string): number {
  let count = 0;
  for (let day = Date.parse(from) + 86_400_000; day <= Date.parse(to); day += 86_400_000) {
    const weekday = new Date(day).getUTCDay();
    if (weekday !== 0 && weekday !== 6 && !HOLIDAYS.includes(new Date(day).toISOString().slice(0, 10)))
      count++;
  }
  return count;
}

/**
 * Follows everybody from the journal: working days to the first contact, to the end before it, or to the
 * last day of the run.
 */
function followUp(): { time: Int32Array; kind: Uint8Array } {
  const cases = new Map<string, { from: string; to: string; kind: number }>();
  for (const row of [...eventTables(simulator.names, 0, simulator.journal()!, Infinity)].flatMap(rowsOf)) {
    const name = String(row.case);
    const day = String(row.time).slice(0, 10);
    const one = cases.get(name);
    if (row.event === "request" && row.case !== null)
      cases.set(name, { from: day, to: "2014-09-30", kind: CENSORED });
    if (one === undefined || one.kind !== CENSORED) continue;
    if (row.event === "contact") Object.assign(one, { to: day, kind: EVENT });
    if (row.event === "ended") Object.assign(one, { to: day, kind: COMPETING });
  }
  const all = [...cases.values()];
  return {
    time: Int32Array.from(all, ({ from, to }) => workingDays(from, to)),
    kind: Uint8Array.from(all, ({ kind }) => kind),
  };
}

describe("shares seen within a time that a standard asks for", () => {
  it("count working days by the scenario's calendar with its holidays, person by person", () => {
    const { time, kind } = followUp();
    const order = orderByTime(time, kind);
    expect(numberOf("wait.first_contact.within_10_working_days")).toBeCloseTo(
      cumulativeIncidence({ time, kind, order }, 10) as number,
      12,
    );
    const staying = kind.map((ending) => (ending === EVENT ? EVENT : CENSORED));
    expect(numberOf("wait.first_contact.staying_within_10_working_days")).toBeCloseTo(
      shareWithin({ time, kind: staying, order: orderByTime(time, staying) }, 10) as number,
      12,
    );
    // Two weeks have ten working days but for holidays and the hours of the last day.
    expect(numberOf("wait.first_contact.within_10_working_days")).toBeGreaterThan(
      numberOf("wait.first_contact.within_14_days"),
    );
  });

  it("say the same in days and weeks, and more of those who stay than of all", () => {
    expect(numberOf("wait.first_contact.within_14_days")).toBeCloseTo(
      numberOf("wait.first_contact.within_2_weeks"),
      12,
    );
    const [inDays, inWeeks] = ["14_days", "2_weeks"].map((time) =>
      numberOf(`wait.first_contact.within_${time}`, "practice", "practice-1"),
    );
    expect(inDays).toBe(inWeeks);
    const names = simulator.plan.metrics.map(({ metric, groupBy, group }) => `${metric} ${groupBy} ${group}`);
    expect(new Set(names).size).toBe(names.length);
    expect(numberOf("wait.first_contact.staying_within_2_weeks")).toBeGreaterThan(
      numberOf("wait.first_contact.within_2_weeks"),
    );
  });

  it("are there for every group", () => {
    const one = numberOf("wait.first_contact.within_14_days", "practice", "practice-1");
    const two = numberOf("wait.first_contact.within_14_days", "practice", "practice-2");
    const all = numberOf("wait.first_contact.within_14_days");
    expect(all).toBeGreaterThanOrEqual(Math.min(one, two));
    expect(all).toBeLessThanOrEqual(Math.max(one, two));
  });

  it("are none where the run is shorter than the time", () => {
    expect(numberOf("wait.first_contact.within_300_working_days")).toBeNaN();
  });

  it("come after every other number, which they leave as it was", () => {
    const plain = createSimulator(loaded(NONE).scenario, template, "1");
    const before = plain.run(0).values;
    expect(simulator.plan.metrics.slice(0, before.length)).toEqual(plain.plan.metrics);
    expect(values.slice(0, before.length)).toEqual(before);
  });
});
