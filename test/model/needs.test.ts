import { describe, expect, it } from "vitest";
import { makeWorld } from "../../sim/experiment/simulator.ts";
import { runReplication } from "../../sim/model/run.ts";
import type { World } from "../../sim/model/world.ts";
import { replicationKey, rootKey } from "../../sim/random/keys.ts";
import { FOCUSES } from "../../sim/words/focuses.ts";
import { aScenario } from "../support/a-scenario.ts";
import { valuesOf } from "../support/paired.ts";

/** Runs a replication and gives the world at its end. */
function lived(set: readonly string[], more = ""): World {
  const { scenario, template } = aScenario(set, more);
  const w = makeWorld(scenario, template);
  runReplication(w, replicationKey(rootKey("needs"), 0));
  return w;
}

/** Nobody is ever seen, nobody leaves and nobody comes back: everybody's needs stay as they were drawn. */
const untouched = [
  "referral.rate=110 per 1000 a year",
  "referral.returns.chance=0 %",
  "waiting_list.patience=3000 weeks",
  "waiting_list.uptake=50",
  "contact.notice=100 weeks",
];

/** The focuses of everybody's needs, in the order in which they were drawn. */
function focusesOf(w: World): number[][] {
  return w.patients.records().map((patient) => {
    const length = w.patients.fields.needs[patient];
    return Array.from({ length }, (_, n) => w.needs.focus[w.patients.need(patient, n)]);
  });
}

describe("needs", () => {
  const drawn = focusesOf(lived(untouched));

  it("of one person have different focuses", () => {
    expect(drawn.length).toBeGreaterThan(500);
    expect(Math.max(...drawn.map((focuses) => focuses.length))).toBe(7);
    for (const focuses of drawn) expect(new Set(focuses).size).toBe(focuses.length);
  });

  // Share of the first need p_i, and of the second, drawn from what is left: sum over i of p_i p_j / (1 -
  // p_i). Each count is within 3.9 standard errors of its share: 16 checks at 0.01 %, together 0.2 %.
  it.each([0, 1])("number %i from 0 have the focuses that drawing without replacement gives", (n) => {
    const share = FOCUSES.map((focus) => aScenario().scenario.needs.focus[focus]);
    const expected =
      n === 0
        ? share
        : share.map((pj, j) => share.reduce((sum, pi, i) => sum + (i === j ? 0 : (pi * pj) / (1 - pi)), 0));
    const of = drawn.filter((focuses) => focuses.length > n).map((focuses) => focuses[n]);
    expected.forEach((p, focus) => {
      const seen = of.filter((other) => other === focus).length / of.length;
      expect(Math.abs(seen - p)).toBeLessThan(3.9 * Math.sqrt((p * (1 - p)) / of.length));
    });
  });

  it("that go together come together where structure.needs says so, and a factor of 1 is the default", () => {
    const pairs = (all: readonly (readonly number[])[]): number => {
      const [money, work] = [FOCUSES.indexOf("money_advice"), FOCUSES.indexOf("work")];
      return all.filter((focuses) => focuses[0] === money && focuses[1] === work).length;
    };
    const together = focusesOf(lived([...untouched, "structure.needs=together", "needs.clustering=3"]));
    expect(pairs(together)).toBeGreaterThan(1.5 * pairs(drawn));
    const neutral = focusesOf(lived([...untouched, "structure.needs=together", "needs.clustering=1"]));
    expect(neutral).toEqual(drawn);
  });

  it("end where no focus is left", () => {
    const few = [...untouched, "needs.extra=6"];
    const two = `needs: { focus: { mental_health: 50 %, isolation_wellbeing: 50 %, money_advice: 0 %, alcohol: 0 %,
  safety: 0 %, bereavement_faith: 0 %, work: 0 %, health_care: 0 % } }\n`;
    for (const focuses of focusesOf(lived(few, two))) expect(focuses.length).toBeLessThanOrEqual(2);
  });
});

describe("somebody who comes back", () => {
  /** Everybody is closed at the third missed appointment and comes back within days. */
  const back = [
    "referral.rate=30 per 1000 a year",
    "waiting_list.uptake=50",
    "contact.non_attendance=100 %",
    "contact.crisis_rate=0 a year",
    "referral.returns.chance=100 %",
    "referral.returns.delay=1 days",
    "horizon=30 weeks",
  ];

  it("has the needs of before and, with none new, no other; age and readiness are the same", () => {
    const w = lived([...back, "referral.returns.new_needs=0"]);
    const e = w.episodes.columns;
    const first = new Map<number, number>();
    let returns = 0;
    for (let r = 0; r < w.episodes.length; r++) {
      const person = e.practice[r] * 1e6 + e.register[r];
      const former = first.get(person);
      first.set(person, r);
      if (former === undefined) continue;
      if (e.source[r] !== 3) continue;
      returns++;
      expect(e.needs[r]).toBe(e.needs[former]);
      expect([e.ageBand[r], e.sex[r], e.quintile[r]]).toEqual([
        e.ageBand[former],
        e.sex[former],
        e.quintile[former],
      ]);
    }
    expect(returns).toBeGreaterThan(100);
  });

  it("brings new needs beside the old ones, up to the most that are kept", () => {
    const w = lived([...back, "referral.returns.new_needs=20"]);
    const e = w.episodes.columns;
    const needs = Array.from({ length: w.episodes.length }, (_, r) => r)
      .filter((r) => e.source[r] === 3)
      .map((r) => e.needs[r]);
    expect(needs.length).toBeGreaterThan(100);
    expect(new Set(needs)).toEqual(new Set([7]));
  });

  it("is counted among the cases closed: everybody within the year, or nobody where nobody comes back", () => {
    const year = [...back.slice(0, -1), "horizon=104 weeks", "warm_up=0 weeks"];
    const share = (set: readonly string[]): number[] =>
      valuesOf(aScenario([...year, ...set]), 2)("returns.within_52_weeks");
    for (const all of share([])) expect(all).toBeGreaterThan(0.99);
    expect(share(["referral.returns.chance=0 %", "referral.rate=0 per 1000 a year"])).toEqual([NaN, NaN]);
    for (const few of share(["referral.returns.chance=0 %"])) expect(few).toBeLessThan(0.05);
  });
});
