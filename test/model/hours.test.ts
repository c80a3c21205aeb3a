import { describe, expect, it } from "vitest";
import { MINUTES_PER_DAY, MINUTES_PER_WEEK, MINUTES_PER_YEAR } from "../../sim/engine/minutes.ts";
import { makeWorld } from "../../sim/experiment/simulator.ts";
import { timelineTexts } from "../../sim/findings/timeline-texts.ts";
import { HAPPENED } from "../../sim/model/events.ts";
import { Journal } from "../../sim/model/journal.ts";
import { runReplication } from "../../sim/model/run.ts";
import type { World } from "../../sim/model/world.ts";
import { replicationKey, rootKey } from "../../sim/random/keys.ts";
import { ScenarioError } from "../../sim/scenario/problem.ts";
import { aScenario } from "../support/a-scenario.ts";
import { difference, valuesOf } from "../support/paired.ts";

const day = "2014-10-01";
const loaded = (actions: string, set: readonly string[] = []) =>
  aScenario(["turnover.link_worker=0 a year", ...set], `timeline: [${actions}]\n`);

function lived(actions: string, set: readonly string[] = []): World {
  const { scenario, template } = loaded(actions, set);
  const w = makeWorld(scenario, template);
  w.journal = new Journal();
  runReplication(w, replicationKey(rootKey("hours"), 0));
  return w;
}

/** Paid full-time years of each post. */
function paidYears(w: World): number[] {
  return w.layout.posts.map((_, post) => {
    let minutes = 0;
    for (let week = 0; week < w.tally.weeks; week++)
      minutes += w.tally.post.fteMinutes[week * w.tally.posts + post];
    return minutes / MINUTES_PER_YEAR;
  });
}

const year = (52 * MINUTES_PER_WEEK) / MINUTES_PER_YEAR;

describe("hours_changed", () => {
  const half = `{ id: h, date: ${day}, kind: hours_changed, posts: [post-practice-1], fte: 0.5 }`;

  it("pays half from that day on, and keeps every patient with the post", () => {
    const w = lived(half);
    const [one, two] = paidYears(w);
    expect(one).toBeCloseTo(year - (0.5 * 183 * MINUTES_PER_DAY) / MINUTES_PER_YEAR, 2);
    expect(two).toBeCloseTo(year, 9);
    expect(w.staffing.fullTime()).toBe(1.5);
    expect(w.posts.cap[0]).toBe(20);
    expect(w.journal?.copy(w).what).not.toContain(HAPPENED.relisted);
  });

  it("leaves no appointment on a day that is no longer worked", () => {
    const w = lived(`{ id: h, date: 2015-03-30, kind: hours_changed, posts: [post-practice-1], fte: 0.2 }`);
    const c = w.patients.fields;
    let ahead = 0;
    for (let patient = w.posts.roster.head[0]; patient >= 0; patient = w.posts.roster.next(patient)) {
      if (c.day[patient] * MINUTES_PER_DAY < w.now) continue;
      ahead++;
      const weekday = (w.clock.firstDay + c.day[patient] + 3) % 7;
      expect(w.diary.caseworkMask[weekday]).not.toBe(0);
    }
    expect(ahead).toBeGreaterThan(5);
  });

  it("makes people wait longer there", () => {
    const wait = (actions: string): number[] =>
      valuesOf(loaded(actions, ["referral.rate=50 per 1000 a year"]), 8)(
        "wait.first_contact.mean",
        "practice",
        "practice-1",
      );
    expect(difference(wait(""), wait(half.replace(day, "2014-05-01"))).low).toBeGreaterThan(0);
  });

  it("given again as it was changes nothing", () => {
    const same = valuesOf(loaded(half.replace("0.5", "1")), 1);
    expect(same("contacts.per_link_worker_year")).toEqual(
      valuesOf(loaded(""), 1)("contacts.per_link_worker_year"),
    );
  });
});

describe("a cut in full-time equivalents", () => {
  it("ends whole posts by the rule, and takes the rest from the hours of the next", () => {
    const w = lived(`{ id: c, date: ${day}, kind: posts_cut, to_fte: 0.7 }`);
    expect([...w.staffing.isFunded]).toEqual([0, 1]);
    expect(w.staffing.fullTime()).toBeCloseTo(0.7, 12);
  });

  it("takes the same part of every post's hours if it is spread, and ends nobody", () => {
    const w = lived(`{ id: c, date: ${day}, kind: posts_cut, to_fte: 1.2, rule: spread }`);
    expect([...w.staffing.fte]).toEqual([0.6, 0.6]);
    expect(w.tally.pool.closingList.every((people) => people === 0)).toBe(true);
  });

  it("is read back in posts and full-time equivalents", () => {
    const posts =
      "link_workers: { posts: [{ id: a, practice: practice-1, fte: 0.5 }, { id: b, practice: practice-2 }] }\n";
    const cut = `{ id: c, date: ${day}, kind: posts_cut, to_fte: 0.8, announced: 2014-08-01 }`;
    const more = `{ id: d, date: 2014-11-03, kind: hours_changed, posts: [b], fte: 0.6 }`;
    expect(timelineTexts(aScenario([], `${posts}timeline: [${cut}, ${more}]\n`))).toEqual([
      "from 1 October 2014: 2 posts, 1.5 full-time equivalents, become 0.8 full-time equivalents; those of the " +
        "practices with the smallest lists go, known since 1 August 2014.",
      "from 3 November 2014: b goes from 1 to 0.6 of full time.",
    ]);
  });

  it("says about how many are left where a rule has chosen among unlike posts, and no more", () => {
    const posts = (a: number): string =>
      `link_workers: { posts: [{ id: a, practice: practice-1, fte: ${a} }, { id: b, practice: practice-2 }, ` +
      "{ id: c, practice: practice-2 }] }\n";
    const second = (a: number, cut: string): string =>
      timelineTexts(
        aScenario(
          [],
          `${posts(a)}timeline: [{ id: d, date: ${day}, kind: posts_cut, ${cut} }, ` +
            "{ id: e, date: 2014-11-03, kind: posts_cut, to: 1 }]\n",
        ),
      )[1];
    expect(second(0.5, "to: 2")).toMatch(/: about 2 posts, 1\.7 full-time equivalents, become 1; /);
    expect(second(1, "to: 2")).toMatch(/: 2 posts become 1; /);
    expect(second(0.5, "posts: [a]")).toMatch(/: 2 posts become 1; /);
    expect(second(0.5, "to_fte: 2, rule: spread")).toMatch(/: 3 posts, 2 full-time equivalents, become 1; /);
    expect(second(1, "to_fte: 2.4")).toMatch(/: 3 posts, 2\.4 full-time equivalents, become 1; /);
  });

  it("is announced before it comes: later is refused", () => {
    expect(() =>
      loaded(`{ id: c, date: ${day}, kind: posts_cut, to_fte: 1, announced: 2014-11-01 }`),
    ).toThrow(ScenarioError);
  });
});

describe("absence", () => {
  const away = (more: string): string =>
    `{ id: a, date: 2014-09-01, kind: absence, post: post-practice-1, until: 2014-12-01, ${more} }`;

  it("keeps the caseload with its link worker and moves its appointments to after the return", () => {
    const w = lived(away("list: waits"));
    const rows = w.journal?.copy(w);
    if (rows === undefined) throw new TypeError("no journal");
    const [from] = w.timeline.minute;
    const until = from + 91 * MINUTES_PER_DAY;
    const met = [...rows.what.keys()].filter(
      (row) => rows.what[row] === HAPPENED.contact && rows.practice[row] === 0,
    );
    expect(met.some((row) => rows.minute[row] < from)).toBe(true);
    expect(met.some((row) => rows.minute[row] >= from && rows.minute[row] < until)).toBe(false);
    expect(met.some((row) => rows.minute[row] >= until)).toBe(true);
    expect(rows.what).not.toContain(HAPPENED.relisted);
  });

  it("ends the pay if it is unpaid, but for cover", () => {
    const share = (91 * MINUTES_PER_DAY) / MINUTES_PER_YEAR;
    expect(paidYears(lived(away("paid: true")))[0]).toBeCloseTo(year, 9);
    expect(paidYears(lived(away("paid: false")))[0]).toBeCloseTo(year - share, 9);
    expect(paidYears(lived(away("paid: false, cover: 20 %")))[0]).toBeCloseTo(year - 0.8 * share, 9);
  });

  it("lets colleagues of the region see newcomers, who stay with them", () => {
    const w = lived(away("list: colleagues"));
    const { practice, post, requestedAt } = w.episodes.columns;
    const [from] = w.timeline.minute;
    const helped = Array.from({ length: w.episodes.length }, (_, r) => r).filter(
      (r) => practice[r] === 0 && post[r] === 1,
    );
    expect(helped.length).toBeGreaterThan(5);
    for (const r of helped) expect(requestedAt[r]).toBeGreaterThan(from - 20 * MINUTES_PER_WEEK);
  });

  it("lets newcomers be seen on days of cover only if the list goes to cover", () => {
    const first = (list: string): number => {
      const w = lived(away(`cover: 60 %, list: ${list}`));
      const { practice, firstContactAt } = w.episodes.columns;
      const [from] = w.timeline.minute;
      return Array.from({ length: w.episodes.length }, (_, r) => r).filter(
        (r) =>
          practice[r] === 0 &&
          firstContactAt[r] > from + 8 * MINUTES_PER_WEEK &&
          firstContactAt[r] < from + 13 * MINUTES_PER_WEEK,
      ).length;
    };
    expect(first("waits")).toBe(0);
    expect(first("cover")).toBeGreaterThan(0);
  });

  it("is read back, and refused if it ends before it begins", () => {
    expect(timelineTexts(loaded(away("cover: 20 %, paid: false")))).toEqual([
      "from 1 September 2014: the holder of post-practice-1 is away until 1 December 2014, unpaid and with cover on " +
        "20 % of the days; patients keep their link worker, and the list waits.",
    ]);
    expect(() => loaded(away("").replace("2014-12-01, ", "2014-08-01"))).toThrow(ScenarioError);
  });
});

describe("a cut of money that is known", () => {
  it("lets people at the organisations leave more often until it has come", () => {
    const cut = (known: string): string =>
      `{ id: c, date: 2015-03-01, kind: funding_cut, share: 1 %${known} }`;
    const left = (known: string): number =>
      lived(cut(known), ["turnover.announced=3"]).beliefs.contactsLeft.reduce((sum, count) => sum + count, 0);
    expect(left(", announced: 2014-05-01")).toBeGreaterThan(2 * left(""));
  });
});
