import { describe, expect, it } from "vitest";
import { makeWorld } from "../../sim/experiment/simulator.ts";
import { ENDED } from "../../sim/model/events.ts";
import { runReplication } from "../../sim/model/run.ts";
import type { World } from "../../sim/model/world.ts";
import { replicationKey, rootKey } from "../../sim/random/keys.ts";
import { aScenario } from "../support/a-scenario.ts";
import { difference, valuesOf } from "../support/paired.ts";

function lived(set: readonly string[]): World {
  const { scenario, template } = aScenario(set);
  const w = makeWorld(scenario, template);
  runReplication(w, replicationKey(rootKey("decliners"), 0));
  return w;
}

const ended = (w: World, reason: number): number[] =>
  Array.from({ length: w.episodes.length }, (_, r) => r).filter(
    (r) => w.episodes.columns.reason[r] === reason,
  );

/** Nobody takes an appointment up, whatever the wait. */
const nobody = ["waiting_list.uptake=-60", "contact.crisis_rate=0 a year"];

describe("who does not take an appointment up", () => {
  it("says so at the referral: no post has them, and no slot is wasted", () => {
    const w = lived([...nobody, "waiting_list.says_so=100 %"]);
    const e = w.episodes.columns;
    const declined = ended(w, ENDED.declined);
    expect(declined.length).toBe(w.episodes.length);
    for (const r of declined)
      expect([e.endedAt[r], e.post[r], e.appointments[r]]).toEqual([e.requestedAt[r], -1, 0]);
  });

  it("says so when reached from the list, where the structure has it so: at the offer of a post", () => {
    const w = lived([...nobody, "waiting_list.says_so=100 %", "structure.decliners=when_reached"]);
    const e = w.episodes.columns;
    const declined = ended(w, ENDED.declined);
    expect(declined.length).toBe(w.episodes.length);
    for (const r of declined) expect([e.endedAt[r], e.appointments[r]]).toEqual([e.assignedAt[r], 0]);
  });

  it("or holds a place until the slot, wastes it once and is closed", () => {
    const w = lived([...nobody, "waiting_list.says_so=0 %"]);
    const e = w.episodes.columns;
    const never = ended(w, ENDED.never_attended);
    expect(ended(w, ENDED.declined)).toEqual([]);
    expect(never.length).toBeGreaterThan(100);
    for (const r of never) {
      expect([e.appointments[r], e.missed[r], e.contacts[r]]).toEqual([1, 1, 0]);
      expect(e.endedAt[r] - e.assignedAt[r]).toBeGreaterThanOrEqual(7 * 1440);
    }
  });

  it("is the same person, who says so or not, where waiting does not matter", () => {
    const alike = [
      "waiting_list.uptake_per_week=0",
      "waiting_list.patience=3000 weeks",
      "contact.non_attendance=0 %",
      "referral.returns.chance=0 %",
      "mechanisms.integration=off",
      "mechanisms.confidence=off",
    ];
    const lost = (saysSo: number, reason: number): Set<string> => {
      const w = lived([...alike, `waiting_list.says_so=${saysSo} %`]);
      const { practice, register, requestedAt } = w.episodes.columns;
      const early = ended(w, reason).filter((r) => requestedAt[r] < 30 * 7 * 1440);
      return new Set(early.map((r) => `${practice[r]}/${register[r]}`));
    };
    const saying = lost(100, ENDED.declined);
    expect(saying.size).toBeGreaterThan(10);
    expect(lost(0, ENDED.never_attended)).toEqual(saying);
  });

  it("makes others wait longer by holding slots than by saying so", () => {
    const full = ["referral.rate=50 per 1000 a year"];
    const wait = (saysSo: string): number[] =>
      valuesOf(aScenario([...full, `waiting_list.says_so=${saysSo}`]), 16)("wait.first_contact.mean");
    expect(difference(wait("100 %"), wait("0 %")).low).toBeGreaterThan(0);
  });
});

describe("the booking horizon", () => {
  const busy = ["referral.rate=60 per 1000 a year", "contact.booking_horizon=3 weeks"];

  it("offers nobody an appointment further ahead, so people stand on the list and give up there", () => {
    const w = lived(busy);
    const { assignedAt, firstContactAt, missed } = w.episodes.columns;
    for (let r = 0; r < w.episodes.length; r++)
      if (firstContactAt[r] >= 0 && missed[r] === 0)
        expect(firstContactAt[r] - assignedAt[r]).toBeLessThan((3 + 4) * 7 * 1440);
    const full = ["referral.rate=70 per 1000 a year", "link_workers.caseload_cap=none"];
    const gaveUp = (horizon: string): number[] =>
      valuesOf(aScenario([...full, `contact.booking_horizon=${horizon}`]), 8)("people.gave_up");
    expect(difference(gaveUp("26 weeks"), gaveUp("2 weeks")).low).toBeGreaterThan(0);
  });
});

describe("contacts while every need is held or sent", () => {
  it("are fewer where they are made only if a slot is free", () => {
    const full = [
      "referral.rate=50 per 1000 a year",
      "link_workers.caseload_cap=none",
      ...["local", "city_wide", "national", "statutory"].map(
        (type) => `organisations.types.${type}.background=150 %`,
      ),
    ];
    const contacts = (reading: string): number[] =>
      valuesOf(aScenario([...full, `structure.absorption_contacts=${reading}`]), 16)("contacts.per_referral");
    expect(difference(contacts("due"), contacts("if_free")).high).toBeLessThan(0);
  });
});
