import { describe, expect, it } from "vitest";
import { createSimulator } from "../../sim/experiment/simulator.ts";
import { csvText } from "../../sim/tables/csv.ts";
import { eventTables } from "../../sim/tables/events.ts";
import type { Cell } from "../../sim/tables/table.ts";
import { aScenario } from "../support/a-scenario.ts";
import { rowsOf } from "./some-results.ts";

const { scenario, template } = aScenario(["warm_up=10 weeks", "referral.returns.chance=60 %"]);
const simulator = createSimulator(scenario, template, "1", { keepsJournal: true });
simulator.run(3);
const journal = simulator.journal()!;
const events = (rowsAtOnce: number): Record<string, Cell>[] =>
  [...eventTables(simulator.names, 3, journal, rowsAtOnce)].flatMap((table) => rowsOf(table));
const rows = events(Infinity);

describe("the table of events", () => {
  it("is the same however many rows are made at once", () => {
    expect(rows).toHaveLength(journal.what.length);
    expect(events(100)).toEqual(rows);
  });

  it("writes local date-times that agree with the minutes", () => {
    const first = Date.parse("2014-01-22T00:00:00Z");
    for (const { time, minute } of rows)
      expect(Date.parse(`${time}Z`)).toBe(first + (minute as number) * 60_000);
  });

  it("numbers a person's episodes from 1 and names each case once", () => {
    const requests = rows.filter(({ event, episode }) => event === "request" && episode !== null);
    const cases = requests.map((row) => row.case);
    expect(new Set(cases).size).toBe(cases.length);
    const soFar = new Map<Cell, number>();
    for (const { patient, episode, case: name } of requests) {
      const ordinal = (soFar.get(patient as Cell) ?? 0) + 1;
      soFar.set(patient as Cell, ordinal);
      expect([episode, name]).toEqual([ordinal, `${patient}/${ordinal}`]);
    }
    expect(Math.max(...soFar.values())).toBeGreaterThan(1);
    expect(requests[0]?.patient).toMatch(/^practice-[12]\/\d+$/);
  });

  it("says where everybody is, in a place of their own", () => {
    const stages = new Map<Cell, Cell[]>();
    const placeOf = new Map<Cell, Cell>();
    for (const { case: name, event_type, stage, resource_id } of rows) {
      if (event_type === "") continue;
      stages.set(name as Cell, [...(stages.get(name as Cell) ?? []), stage as Cell]);
      if (stage === "depart") placeOf.delete(name as Cell);
      if (stage !== "caseload") continue;
      const taken = new Set(placeOf.values());
      let lowest = 1;
      while (taken.has(lowest)) lowest++;
      expect(resource_id).toBe(lowest);
      placeOf.set(name as Cell, resource_id as Cell);
    }
    for (const stage of stages.values())
      expect(stage.join(" ")).toMatch(/^arrival waiting_list( caseload)?( depart)?$/);
  });

  it("gives reasons, numbers and dates in the detail", () => {
    const details = (event: string): Cell[] => [
      ...new Set(rows.filter((row) => row.event === event).map(({ detail }) => detail as Cell)),
    ];
    expect(details("ended")).toContain("finished");
    expect(details("link_failed")).toContain("gave_up");
    expect(details("request").sort()).toEqual(["", "gp", "practice_team", "return", "self"]);
    expect(details("contact").slice(0, 2).sort()).toEqual(["1", "2"]);
    for (const time of details("appointment_booked")) expect(time).toMatch(/^201[45]-..-..T..:..:00$/);
  });

  it("is written so that a spreadsheet runs no name as a formula", () => {
    const names = { ...simulator.names, scenario: "=now()", practices: ["-a", "+b"] };
    const [table] = eventTables(names, 3, journal, 50);
    const [, line] = csvText(table!).split("\n");
    expect(line).toMatch(/^"'=now\(\)",3,[^,]+,"'[-+][ab]\/\d+",/);
  });
});
