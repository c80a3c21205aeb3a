import { describe, expect, it } from "vitest";
import { MINUTES_PER_DAY } from "../../sim/engine/minutes.ts";
import { makeWorld } from "../../sim/experiment/simulator.ts";
import { missedChance } from "../../sim/model/contacts/attendance.ts";
import { HAPPENED } from "../../sim/model/events.ts";
import { Journal } from "../../sim/model/journal.ts";
import { workUp } from "../../sim/model/mechanisms/cover.ts";
import { leavesBefore } from "../../sim/model/mechanisms/drop-off.ts";
import { runReplication } from "../../sim/model/run.ts";
import { AWAY, dayOf, NOT_WORKED } from "../../sim/model/state/diaries.ts";
import type { World } from "../../sim/model/world.ts";
import { replicationKey, rootKey } from "../../sim/random/keys.ts";
import { aScenario } from "../support/a-scenario.ts";
import { difference, valuesOf } from "../support/paired.ts";

function worldOf(set: readonly string[], more = ""): World {
  const { scenario, template } = aScenario(set, more);
  return makeWorld(scenario, template);
}

function lived(set: readonly string[], more = ""): World {
  const w = worldOf(set, more);
  w.journal = new Journal();
  runReplication(w, replicationKey(rootKey("staffing"), 0));
  return w;
}

describe("a vacancy", () => {
  const restless = ["turnover.link_worker=4 a year", "turnover.overload=0", "cover.vacancy=13 weeks"];

  it("has nobody who could leave: holders leave at least the time to fill apart", () => {
    const { tally } = lived([...restless, "horizon=520 weeks", "referral.rate=1 per 1000 a year"]);
    for (let post = 0; post < tally.posts; post++) {
      const weeks = Array.from({ length: tally.weeks }, (_, week) => week).filter(
        (week) => tally.post.left[week * tally.posts + post] > 0,
      );
      expect(weeks.length).toBeGreaterThan(10);
      weeks.slice(1).forEach((week, n) => {
        expect(week - weeks[n]).toBeGreaterThanOrEqual(13);
      });
    }
  });

  it("takes the share of post-time that tenures and times to fill make", () => {
    const of = valuesOf(aScenario([...restless, "horizon=1040 weeks", "referral.rate=1 per 1000 a year"]), 2);
    for (const share of of("posts.vacant_share")) expect(Math.abs(share - 0.5)).toBeLessThan(0.08);
  });

  it("is not filled while posts end by attrition", () => {
    const cut = "timeline: [{ id: cut, date: 2014-08-01, kind: posts_cut, to: 0, by_attrition: true }]\n";
    const { staffing } = lived(
      [...restless, "cover.vacancy=40 weeks", "turnover.link_worker=12 a year"],
      cut,
    );
    expect(staffing.count).toBe(0);
  });
});

describe("a new link worker", () => {
  it("works up to full productivity: half of the casework days, the first weeks none", () => {
    const w = worldOf(["calendar.holidays=[]"]);
    runReplication(w, replicationKey(rootKey("staffing"), 0));
    w.diary.away.fill(0);
    const end = workUp(w, 0, 0);
    expect(end).toBe(91);
    const casework = Array.from({ length: end }, (_, day) => day).filter(
      (day) => w.clock.isWorkday[day] === 1 && w.diary.away[dayOf(w.diary, 0, day)] === 0,
    );
    const workdays = w.clock.isWorkday.subarray(0, end).reduce((sum, day) => sum + day, 0);
    expect(casework.length).toBe(Math.floor(workdays / 2));
    expect(casework[0]).toBeGreaterThan(11);
    for (let day = 0; day < end; day++)
      expect(w.diary.away[dayOf(w.diary, 0, day)] & AWAY.known, String(day)).toBe(0);
  });

  it("has more time for organisations and less for people (W24)", () => {
    const restless = ["turnover.link_worker=2 a year", "turnover.overload=0", "mechanisms.squeeze=off"];
    const [trained, learning] = ["0 weeks", "26 weeks"].map((rampUp) =>
      valuesOf(aScenario([...restless, `cover.ramp_up=${rampUp}`]), 16),
    );
    expect(difference(trained("hours.networking"), learning("hours.networking")).low).toBeGreaterThan(0);
    expect(difference(trained("hours.casework"), learning("hours.casework")).high).toBeLessThan(0);
  });

  it("raises leaving at the next two bookings only", () => {
    const w = lived(["drop_off.base=-900", "drop_off.after_first=0", "drop_off.new_link_worker=1000"]);
    const patient = w.patients.take();
    w.patients.fields.newFor[patient] = 2;
    w.patients.fields.failedLinks[patient] = 0;
    expect([1, 2, 3].map(() => leavesBefore(w, patient, 0))).toEqual([true, true, false]);
  });
});

describe("absence", () => {
  it("leaves the working days of a year, with sickness among the days that are lost (W12)", () => {
    const w = lived(["horizon=60 weeks"]);
    const { isWorkday } = w.clock;
    for (let post = 0; post < w.layout.posts.length; post++) {
      const year = Array.from({ length: 365 }, (_, day) => w.diary.away[dayOf(w.diary, post, day)]);
      const worked = year.filter((away, day) => isWorkday[day] === 1 && (away & NOT_WORKED) === 0);
      expect(worked.length).toBe(220);
      expect(year.filter((away) => (away & AWAY.sick) !== 0).length).toBe(10);
    }
  });

  it("is known on the day if it is sickness: only then do its appointments move", () => {
    const still = [
      "mechanisms.turnover=off",
      "contact.crisis_rate=0 a year",
      "link_workers.leave_notice=100 weeks",
    ];
    const moves = (sickDays: number): number[] => {
      const w = lived([...still, `link_workers.sick_days=${sickDays}`]);
      const rows = w.journal?.copy(w);
      if (rows === undefined) throw new TypeError("no journal");
      const moved = [...rows.what.keys()].filter((row) => rows.what[row] === HAPPENED.appointment_moved);
      for (const row of moved) {
        const day = rows.minute[row] / MINUTES_PER_DAY;
        expect(
          w.layout.posts.some((_, post) => (w.diary.away[dayOf(w.diary, post, day)] & AWAY.sick) !== 0),
        ).toBe(true);
      }
      return moved;
    };
    expect(moves(15).length).toBeGreaterThan(20);
    expect(moves(0)).toEqual([]);
  });

  it("moves appointments when leave that was not known is known", () => {
    const moved = (notice: string): number => {
      const w = lived([
        "mechanisms.turnover=off",
        "link_workers.sick_days=0",
        `link_workers.leave_notice=${notice}`,
      ]);
      return w.journal?.copy(w).what.filter((what) => what === HAPPENED.appointment_moved).length ?? 0;
    };
    expect(moved("1 weeks")).toBeGreaterThan(moved("100 weeks"));
  });
});

describe("deprivation (C21)", () => {
  it("is centred on those who would be referred: the mean log odds stay", () => {
    const w = worldOf(["people.per_quintile=0.3"]);
    const { people, referral } = w.scenario;
    const weights = people.deprivation.map((share, q) => share * referral.relative_rate[q]);
    expect(weights.reduce((sum, weight, q) => sum + weight * w.shares.ease[q], 0)).toBeCloseTo(0, 12);
    expect([...w.shares.ease].map((ease, q) => (q === 0 ? 0 : ease - w.shares.ease[q - 1]))).toEqual([
      0,
      ...[1, 2, 3, 4].map(() => expect.closeTo(0.3, 12)),
    ]);
  });

  it("changes the chance of missing by its log odds, and none of it without a step", () => {
    const chances = (step: number): number[] => {
      const w = worldOf([`people.per_quintile=${step}`]);
      const patient = w.patients.take();
      w.patients.fields.isCrisisContact[patient] = 0;
      return [0, 1, 2, 3, 4].map((quintile) => {
        w.patients.fields.quintile[patient] = quintile;
        return missedChance(w, patient);
      });
    };
    expect(chances(0)).toEqual([0.2, 0.2, 0.2, 0.2, 0.2]);
    const logOdds = chances(0.2).map((p) => Math.log(p / (1 - p)));
    for (let q = 1; q < 5; q++) expect(logOdds[q] - logOdds[q - 1]).toBeCloseTo(-0.2, 12);
  });

  it("follows a change of policy, until the next replication begins", () => {
    const w = worldOf(["people.per_quintile=0.2"]);
    const before = [...w.shares.missed];
    w.changePolicy({ ...w.scenario, contact: { ...w.scenario.contact, non_attendance: 0 } });
    expect([...w.shares.missed]).toEqual([0, 0, 0, 0, 0]);
    w.reset(replicationKey(rootKey("policy"), 0));
    expect([...w.shares.missed]).toEqual(before);
  });

  it("makes a gap between quintiles that without the step is not there", () => {
    const mixed = "people: { deprivation: [20 %, 20 %, 20 %, 20 %, 20 %] }\n";
    const engaged = (step: string): ((quintile: string) => number[]) => {
      const of = valuesOf(aScenario([`people.per_quintile=${step}`], mixed), 16);
      return (quintile) => of("engaged.share", "quintile", quintile);
    };
    const [without, withStep] = [engaged("0"), engaged("0.3")];
    expect(difference(without("1"), withStep("1")).high).toBeLessThan(0);
    expect(difference(without("5"), withStep("5")).low).toBeGreaterThan(0);
  });
});
