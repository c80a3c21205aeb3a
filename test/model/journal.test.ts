import { describe, expect, it } from "vitest";
import { createSimulator, makeWorld } from "../../sim/experiment/simulator.ts";
import { ENDED, HAPPENED, type What } from "../../sim/model/events.ts";
import { Journal } from "../../sim/model/journal.ts";
import type { JournalColumns } from "../../sim/model/journal-rows.ts";
import { runReplication } from "../../sim/model/run.ts";
import type { World } from "../../sim/model/world.ts";
import { replicationKey, rootKey } from "../../sim/random/keys.ts";
import { aScenario } from "../support/a-scenario.ts";

const TIMELINE = `timeline:
  - { id: cut, date: 2014-06-02, kind: funding_cut, types: [local], share: 60 % }
  - { id: close, date: 2014-11-03, kind: closure, types: [statutory] }
`;

/**
 * Very different services: as it is, overrun with a short list, served as ready, and in turmoil after a
 * warm-up.
 */
const SERVICES: Readonly<Record<string, readonly string[]>> = {
  usual: [],
  overrun: [
    "referral.rate=80 per 1000 a year",
    "waiting_list.limit=10 people",
    "waiting_list.patience=6 weeks",
    "waiting_list.order=crisis_first",
  ],
  "served as ready": ["contact.booking=as_ready", "contact.length=exponential"],
  turmoil: ["warm_up=26 weeks", "turnover.link_worker=300 % a year", "contact.crisis_rate=12 a year"],
};

/**
 * A service whose posts come and go, with organisations that pass people on and are present in practices.
 */
const LEVERS = `timeline:
  - { id: more, date: 2014-06-02, kind: posts_added, posts: [{ id: third, practice: practice-1 }] }
  - { id: cut, date: 2014-11-03, kind: posts_cut, to: 1, announced: 2014-09-01 }
`;
const WITH_LEVERS = [
  "mechanisms.onward=on",
  "links.onward=100 %",
  "mechanisms.presence=on",
  "referral.presence=60 %",
  "integration.drivers=[1, 1]",
];

function simulate(
  set: readonly string[],
  replication = 0,
  timeline = TIMELINE,
): { w: World; journal: JournalColumns } {
  const { scenario, template } = aScenario(set, timeline);
  const w = makeWorld(scenario, template);
  w.journal = new Journal();
  runReplication(w, replicationKey(rootKey("journal"), replication));
  return { w, journal: w.journal.copy(w) };
}

/** Gives the rows of each episode's record, in order. */
function stories(journal: JournalColumns, records: number): number[][] {
  const rows: number[][] = Array.from({ length: records }, () => []);
  journal.record.forEach((record, row) => {
    if (record >= 0) rows[record].push(row);
  });
  return rows;
}

const sum = (column: ArrayLike<number>): number => Array.from(column).reduce((all, value) => all + value, 0);

describe.each(Object.entries(SERVICES))("the journal of a service: %s,", (service, set) => {
  const { w, journal } = simulate(set);
  const e = w.episodes.columns;
  const told = stories(journal, w.episodes.length);
  const happened = (rows: readonly number[], ...whats: readonly What[]): number[] =>
    rows.filter((row) => (whats as readonly number[]).includes(journal.what[row]));
  const all = [...journal.what.keys()];
  /** Counts what happened since measuring began. */
  const measured = (...whats: readonly What[]): number =>
    happened(all, ...whats).filter((row) => journal.minute[row] >= w.clock.startMinute).length;

  it("is in order of time and within the run", () => {
    expect(journal.minute.every((minute, row) => row === 0 || minute >= journal.minute[row - 1])).toBe(true);
    expect(journal.minute.at(-1)).toBeLessThan(w.clock.endMinute);
    expect(told.length).toBeGreaterThan(100);
  });

  it("begins each episode with its request and ends each that ended exactly once", () => {
    told.forEach((rows, record) => {
      expect(journal.what[rows[0]]).toBe(HAPPENED.request);
      expect(journal.minute[rows[0]]).toBe(e.requestedAt[record]);
      const ends = happened(rows, HAPPENED.ended);
      const isOver = e.reason[record] !== ENDED.open;
      expect(ends.map((row) => [journal.minute[row], journal.value[row]])).toEqual(
        isOver ? [[e.endedAt[record], e.reason[record]]] : [],
      );
      const gaveUp = happened(rows, HAPPENED.gave_up_waiting).length === 1;
      expect(gaveUp).toBe(e.reason[record] === ENDED.gave_up_waiting);
      const declined = happened(rows, HAPPENED.declined).length === 1;
      expect(declined).toBe(e.reason[record] === ENDED.declined);
    });
  });

  it("tells after the end only of links that were sent before", () => {
    const { link_refused, link_queued, link_failed, link_started, link_met, link_unmet, need_met } = HAPPENED;
    const links = [link_refused, link_queued, link_failed, link_started, link_met, link_unmet, need_met];
    for (const rows of told) {
      const [end] = happened(rows, HAPPENED.ended);
      if (end === undefined) continue;
      const after = rows.filter((row) => row > end);
      expect(happened(after, ...links)).toEqual(after);
    }
  });

  it("numbers contacts from 1 and counts what the episode's record counts", () => {
    told.forEach((rows, record) => {
      const count = (...whats: readonly What[]): number => happened(rows, ...whats).length;
      const contacts = happened(rows, HAPPENED.contact);
      expect(contacts.map((row) => journal.value[row])).toEqual(contacts.map((_, n) => n + 1));
      const end = happened(rows, HAPPENED.ended)[0] ?? Infinity;
      const open = rows.filter((row) => row < end);
      expect({
        contacts: contacts.length,
        missed: count(HAPPENED.missed),
        needs: count(HAPPENED.need),
        met: count(HAPPENED.need_met),
        links: count(HAPPENED.link_sent),
        started: count(HAPPENED.link_started),
        bounces: happened(open, HAPPENED.link_refused, HAPPENED.link_failed).length,
        isAssigned: count(HAPPENED.offered) === 1,
        post: Math.max(...rows.map((row) => journal.post[row])),
      }).toEqual({
        contacts: e.contacts[record],
        missed: e.missed[record],
        needs: e.needs[record],
        met: e.met[record],
        links: e.links[record],
        started: e.started[record],
        bounces: e.bounces[record],
        isAssigned: e.assignedAt[record] >= 0,
        post: e.post[record],
      });
    });
  });

  it("has a contact or a missed appointment only where one was booked, at its time", () => {
    const { appointment_booked, appointment_moved, contact, missed } = HAPPENED;
    if (w.scenario.contact.booking === "as_ready") {
      expect(happened(all, appointment_booked, appointment_moved)).toEqual([]);
      expect(happened(all, contact).length).toBeGreaterThan(100);
      return;
    }
    for (const rows of told) {
      let due = -1;
      for (const row of happened(rows, appointment_booked, appointment_moved, contact, missed)) {
        const what = journal.what[row];
        if (what === appointment_booked) expect(due).toBe(-1);
        if (what === appointment_moved) expect(due).not.toBe(-1);
        const isMeeting = what === contact || what === missed;
        if (isMeeting) expect(journal.minute[row]).toBe(due);
        due = isMeeting ? -1 : journal.value[row];
      }
    }
  });

  it("counts what the measures count", () => {
    const { pool, post, organisation, run, failures } = w.tally;
    expect({
      requests: measured(HAPPENED.request),
      episodes: measured(HAPPENED.listed),
      alreadyOpen: measured(HAPPENED.already_open),
      turnedAway: measured(HAPPENED.turned_away),
      usualCare: measured(HAPPENED.usual_care),
      neverReferred: measured(HAPPENED.never_referred),
      contacts: measured(HAPPENED.contact),
      missed: measured(HAPPENED.missed),
      left: measured(HAPPENED.link_worker_left),
      links: measured(HAPPENED.link_sent),
      started: measured(HAPPENED.link_started),
      metLinks: measured(HAPPENED.link_met),
      closed: measured(HAPPENED.organisation_closed),
      held: measured(HAPPENED.need_held),
      failures: measured(HAPPENED.link_refused, HAPPENED.link_failed),
    }).toEqual({
      requests: sum(pool.requests),
      episodes: sum(pool.episodes),
      alreadyOpen: sum(pool.alreadyOpen),
      turnedAway: sum(pool.turnedAway),
      usualCare: sum(pool.usualCare),
      neverReferred: sum(pool.neverReferred),
      contacts: sum(post.contacts),
      missed: sum(post.missed),
      left: sum(post.left),
      links: sum(organisation.links),
      started: sum(organisation.started),
      metLinks: sum(organisation.metLinks),
      closed: sum(organisation.closed),
      held: sum(run.held),
      failures: sum(failures),
    });
    const returns = Array.from(e.source.subarray(0, w.episodes.length)).filter((source) => source === 3);
    expect(happened(all, HAPPENED.comes_back).length).toBeGreaterThanOrEqual(returns.length);
    expect(happened(all, HAPPENED.action).map((row) => journal.value[row])).toEqual([0, 1]);
  });

  it("fills each vacant post when its last leaver's vacancy is over", () => {
    const { post_vacant, post_filled } = HAPPENED;
    let fillings = 0;
    w.layout.posts.forEach((_, post) => {
      const rows = happened(all, post_vacant, post_filled).filter((row) => journal.post[row] === post);
      const filled = rows.filter((row) => journal.what[row] === post_filled);
      const before = filled.map((row) => rows[rows.indexOf(row) - 1]);
      expect(before.map((row) => journal.what[row])).toEqual(before.map(() => post_vacant));
      expect(filled.map((row) => journal.minute[row])).toEqual(before.map((row) => journal.value[row]));
      const stillVacant = rows.slice(-1).filter((row) => journal.what[row] === post_vacant);
      expect(stillVacant.every((row) => journal.value[row] >= w.clock.endMinute)).toBe(true);
      fillings += filled.length;
    });
    expect(fillings).toBeGreaterThanOrEqual(service === "turmoil" ? 3 : 0);
  });
});

describe("a journal", () => {
  it("has every kind of event in the services above", () => {
    const services = [
      ...Object.values(SERVICES).map((set) => simulate(set)),
      simulate(WITH_LEVERS, 0, LEVERS),
    ];
    const seen = new Set(services.flatMap(({ journal }) => [...journal.what]));
    const { usual_care, organisation_grew } = HAPPENED;
    const missing = Object.entries(HAPPENED).filter(([, what]) => !seen.has(what));
    // Every practice here has a post, and nothing wins back what a cut took.
    expect(
      missing.map(([, what]) => what).filter((w) => w !== usual_care && w !== organisation_grew),
    ).toEqual([]);
  });

  it("tells of requests at a practice without a post", () => {
    const { scenario, template } = aScenario(
      [],
      "link_workers: { posts: [{ id: only, practice: practice-1 }] }\n",
    );
    const w = makeWorld(scenario, template);
    w.journal = new Journal();
    runReplication(w, replicationKey(rootKey("journal"), 0));
    const { what } = w.journal.copy(w);
    expect(what.filter((kind) => kind === HAPPENED.usual_care).length).toBe(sum(w.tally.pool.usualCare));
    expect(sum(w.tally.pool.usualCare)).toBeGreaterThan(0);
  });

  it("fills a post after everything else has happened, but not after the end", () => {
    const { w } = simulate([]);
    const journal = w.journal as Journal;
    const { endMinute } = w.clock;
    journal.reset();
    w.now = endMinute - 100;
    w.posts.filledAt.set([endMinute - 5, endMinute]);
    journal.vacated(w, 0);
    journal.vacated(w, 1);
    const { what, minute, post } = journal.copy(w);
    expect([...what].map((kind, row) => [kind, minute[row], post[row]])).toEqual([
      [HAPPENED.post_vacant, endMinute - 100, 0],
      [HAPPENED.post_vacant, endMinute - 100, 1],
      [HAPPENED.post_filled, endMinute - 5, 0],
    ]);
  });

  it.each(Object.entries(SERVICES))("changes nothing by keeping reasons: %s", (_, set) => {
    const { scenario, template } = aScenario(set, TIMELINE);
    const [without, keeping] = [undefined, new Journal("everybody")].map((kept) => {
      const w = makeWorld(scenario, template);
      w.journal = kept;
      runReplication(w, replicationKey(rootKey("reasons"), 0));
      return w;
    });
    expect(keeping?.episodes).toEqual(without?.episodes);
    expect(keeping?.contacts).toEqual(without?.contacts);
    expect(keeping?.linkWaits).toEqual(without?.linkWaits);
    expect(keeping?.tally).toEqual(without?.tally);
    const reasons = keeping?.journal?.reasons();
    expect(reasons?.row.length).toBeGreaterThan(1000);
    expect([...new Set(reasons?.kind)].length).toBeGreaterThan(10);
  });

  it("keeps reasons of nobody unless asked, or of one person", () => {
    const { w, journal } = simulate([]);
    expect(w.journal?.reasons().row).toHaveLength(0);
    const row = journal.what.indexOf(HAPPENED.contact);
    const person = { practice: journal.practice[row] ?? -1, register: journal.register[row] ?? 0 };
    w.journal = new Journal(person);
    runReplication(w, replicationKey(rootKey("journal"), 0));
    const { record } = w.journal.reasons();
    expect(record.length).toBeGreaterThan(5);
    const theirs = new Set(
      [...journal.record].filter(
        (__, i) => journal.practice[i] === person.practice && journal.register[i] === person.register,
      ),
    );
    for (const one of record) expect(theirs.has(one)).toBe(true);
  });

  it("changes no result, and is the same however often its simulator has run", () => {
    const { scenario, template } = aScenario(SERVICES.turmoil, TIMELINE);
    const without = createSimulator(scenario, template, "1");
    const keeping = createSimulator(scenario, template, "1", { keepsJournal: true });
    keeping.run(0);
    expect(keeping.run(1)).toEqual(without.run(1));
    expect(without.journal()).toBeUndefined();
    const again = createSimulator(scenario, template, "1", { keepsJournal: true });
    again.run(1);
    expect(again.journal()).toEqual(keeping.journal());
  });
});
