import { describe, expect, it } from "vitest";
import { HAPPENED } from "../../sim/model/events.ts";
import { type Chronicle, chronicle } from "../../sim/stories/chronicle.ts";
import { patientName, readPatient } from "../../sim/stories/person.ts";
import { type Story, storyOf } from "../../sim/stories/story.ts";
import { worthReading } from "../../sim/stories/worth-reading.ts";
import { eventTables } from "../../sim/tables/events.ts";
import { aScenario } from "../support/a-scenario.ts";
import { rowsOf } from "../tables/some-results.ts";

/** Very different services, so that everything that can happen is told. */
const SERVICES: Readonly<Record<string, readonly [set: readonly string[], timeline: string]>> = {
  usual: [[], ""],
  "overrun, with a cut": [
    [
      "referral.rate=60 per 1000 a year",
      "waiting_list.patience=8 weeks",
      "waiting_list.limit=12 people",
      "referral.returns.chance=60 %",
    ],
    "timeline: [{ id: cut, date: 2014-06-02, kind: funding_cut, types: [local], share: 60 % }]\n",
  ],
  "in turmoil, with posts that end": [
    [
      "warm_up=13 weeks",
      "turnover.link_worker=200 % a year",
      "contact.crisis_rate=8 a year",
      "contact.telephone.share=30 %",
      "mechanisms.onward=on",
      "links.onward=60 %",
    ],
    "timeline: [{ id: fewer, date: 2014-11-03, kind: posts_cut, to: 1, announced: 2014-09-01 }]\n",
  ],
  "served as ready": [["contact.booking=as_ready", "contact.length=exponential"], ""],
};

function peopleOf({ journal }: Chronicle): { practice: number; register: number }[] {
  const found = new Map<string, { practice: number; register: number }>();
  journal.practice.forEach((practice, row) => {
    const register = journal.register[row];
    if (practice >= 0) found.set(`${practice}/${register}`, { practice, register });
  });
  return [...found.values()];
}

const isContact = (sentence: string): boolean =>
  /^(She|He) saw the link worker \(/.test(sentence) || /^[A-Z0-9][a-z0-9]+ contact\b/.test(sentence);

describe.each(Object.entries(SERVICES))("every story of a service: %s,", (_, [set, timeline]) => {
  const { scenario, template } = aScenario(set, timeline);
  const simulated = chronicle(scenario, template, "1", 0);
  const stories: Story[] = peopleOf(simulated).map((person) => storyOf(simulated, person));

  it("starts with a referral, or with one that was not made", () => {
    expect(stories.length).toBeGreaterThan(100);
    for (const { life } of stories) expect(["request", "never_referred"]).toContain(life[0]?.what);
  });

  it("is in order of time", () => {
    for (const { life, days } of stories) {
      expect(life.every(({ minute }, i) => i === 0 || minute >= (life[i - 1]?.minute ?? 0))).toBe(true);
      expect(days.every(({ minute }, i) => i === 0 || minute > (days[i - 1]?.minute ?? 0))).toBe(true);
    }
  });

  it("has the contacts of the table of events", () => {
    const counts = new Map<unknown, number>();
    for (const table of eventTables(simulated.names, 0, simulated.journal, Infinity))
      for (const { patient, event } of rowsOf(table))
        if (event === "contact") counts.set(patient, (counts.get(patient) ?? 0) + 1);
    for (const { patient, days } of stories) {
      const told = days.flatMap(({ sentences }) => sentences).filter(isContact).length;
      expect([patient, told]).toEqual([patient, counts.get(patient) ?? 0]);
    }
  });

  it("is made of whole sentences without holes", () => {
    for (const { days, person, ending } of stories)
      for (const text of [person, ending ?? ".", ...days.flatMap(({ sentences }) => sentences)]) {
        expect(text).toMatch(/\.$/);
        expect(text).not.toMatch(/undefined|NaN|null|Infinity| {2}/);
      }
  });

  it("uses each reason that was written down, once", () => {
    const told = stories.reduce(
      (count, { life }) => count + life.reduce((sum, { reasons }) => sum + reasons.length, 0),
      0,
    );
    expect(told).toBe(simulated.reasons.row.length);
  });

  it("can be read of each person that is named as worth reading", () => {
    const people = worthReading(simulated);
    expect(people.length).toBeGreaterThan(3);
    for (const { patient } of people) expect(readPatient([simulated], patient).kind).toBe("found");
    expect(new Set(people.map(({ patient }) => patient)).size).toBe(people.length);
  });
});

describe("a patient's name", () => {
  const { scenario, template } = aScenario([]);
  const simulated = chronicle(scenario, template, "1", 0);

  it("is that of the tables", () => {
    const row = simulated.journal.what.indexOf(HAPPENED.contact);
    const person = {
      practice: simulated.journal.practice[row] ?? -1,
      register: simulated.journal.register[row] ?? 0,
    };
    expect(readPatient([simulated], patientName(simulated, person))).toEqual({ kind: "found", person });
  });

  it("is refused with what is wrong with it", () => {
    expect(readPatient([simulated], "7")).toEqual({ kind: "no name" });
    expect(readPatient([simulated], "practice-9/7")).toEqual({ kind: "no practice", practice: "practice-9" });
    expect(readPatient([simulated], "practice-1/4001")).toEqual({
      kind: "not registered",
      practice: "practice-1",
      listSize: 4000,
    });
    const known = new Set(
      peopleOf(simulated).flatMap(({ practice, register }) => (practice === 0 ? [register] : [])),
    );
    const unknown = Array.from({ length: 4000 }, (__, i) => i + 1).find((register) => !known.has(register));
    const reading = readPatient([simulated], `practice-1/${unknown}`);
    expect(reading).toMatchObject({ kind: "never referred", practice: "practice-1" });
    if (reading.kind === "never referred")
      for (const near of reading.nearest) expect(readPatient([simulated], near).kind).toBe("found");
  });
});
