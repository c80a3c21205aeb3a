import { describe, expect, it } from "vitest";
import { createSimulator, makeWorld } from "../../sim/experiment/simulator.ts";
import { Journal } from "../../sim/model/journal.ts";
import { LEVERS } from "../../sim/model/levers/levers.ts";
import { REASON_KINDS } from "../../sim/model/reasons.ts";
import { runReplication, runsByPart } from "../../sim/model/run.ts";
import { replicationKey, rootKey } from "../../sim/random/keys.ts";
import { ACTIONS, type ActionKind } from "../../sim/scenario/actions.ts";
import type { LoadedScenario } from "../../sim/scenario/load.ts";
import { scenarioFrom } from "../support/a-scenario.ts";
import { drawnServices, timelineOf } from "../support/drawn-services.ts";
import fc from "../support/fast-check.ts";

/** Practices of each of three regions: more than make a part. */
const PRACTICES = 25;

interface Nation {
  readonly set?: readonly string[];
  readonly timeline?: readonly string[];
  /** Region of a practice, from 0. */
  readonly regionOf?: (practice: number) => number;
  readonly organisations?: string;
  readonly more?: string;
}

const GENERATED = "  generate: { local_per_practice: 2, posts_per_city_wide: 6, posts_per_statutory: 9 }";

/** Loads a small nation of three regions, each practice with a post. */
function aNation({
  set = [],
  timeline = [],
  regionOf = inOrder,
  organisations = GENERATED,
  more = "",
}: Nation = {}): LoadedScenario {
  const practices = Array.from({ length: 3 * PRACTICES }, (_, n) => {
    const size = 300 + 40 * (n % 7);
    return `  - { id: practice-${n + 1}, list_size: ${size}, region: region-${regionOf(n) + 1} }\n`;
  });
  return scenarioFrom(
    `name: nation
start: 2014-04-02
horizon: 34 weeks
data: { organisation_template: organisations.csv }
practices:
${practices.join("")}
organisations:
${organisations}
${more}
${timelineOf(timeline)}`,
    ["referral.list_exponent=0", ...set],
  );
}

const inOrder = (practice: number): number => Math.floor(practice / PRACTICES);

const worldOf = ({ scenario, template }: LoadedScenario) => makeWorld(scenario, template);
const sizesOf = (loaded: LoadedScenario): number[] =>
  worldOf(loaded).parts.map(({ practices }) => practices.length);

const SURGE = "{ id: need, date: 2014-07-14, kind: demand_surge, rise: 20 %, over: 9 weeks }";

/** Says whether an action names no post and no practice. */
const isOfNoPlace = (action: string): boolean => {
  const kind = /kind: (\w+)/.exec(action)?.[1] as ActionKind;
  return LEVERS[kind].names === undefined;
};

/** Runs a world's first two replications; with a journal, parts run together. */
function resultsOf({ scenario, template }: LoadedScenario, keepsJournal: boolean) {
  const simulator = createSimulator(scenario, template, "nation", { keepsJournal });
  return [0, 1].map((replication) => ({
    result: structuredClone(simulator.run(replication)),
    fates: simulator.fates(),
  }));
}

describe("parts of a world", () => {
  it("run one after another as they do together, to the bit, whatever the services and timelines are", () => {
    let byPart = 0;
    fc.assert(
      fc.property(drawnServices, fc.boolean(), ({ set, timeline }, ofPlaces) => {
        const actions = ofPlaces ? timeline : [SURGE, ...timeline.filter(isOfNoPlace)];
        const nation = aNation({ set, timeline: actions });
        if (runsByPart(worldOf(nation))) byPart++;
        expect(resultsOf(nation, false)).toEqual(resultsOf(nation, true));
      }),
      { numRuns: 20 },
    );
    expect(byPart).toBeGreaterThan(9);
  });

  it.each(
    ACTIONS.filter(({ kind }) => LEVERS[kind].names === undefined).map(({ kind, example }) => [
      kind,
      example,
    ]),
  )("run so too under an action of kind %s", (kind, example) => {
    const set = ["warm_up=4 weeks", "horizon=20 weeks", "link_workers.caseload_cap=3 people"];
    const nation = aNation({ set, timeline: [`{ id: it, date: 2014-05-01, kind: ${kind}, ${example} }`] });
    expect(runsByPart(worldOf(nation))).toBe(true);
    expect(resultsOf(nation, false)).toEqual(resultsOf(nation, true));
  });

  it("are regions, whose organisations are for their own practices", () => {
    expect(sizesOf(aNation())).toEqual([25, 25, 25]);
  });

  it("hang together by what organisations of a region turn away, though each is for a practice of its own", () => {
    const members = Array.from({ length: 3 * PRACTICES }, (_, n) => {
      const where = `locality: practice-${n + 1}, region: region-${inOrder(n) + 1}`;
      return `    - { id: cafe-${n + 1}, type: local, focus: isolation_wellbeing, ${where} }\n`;
    });
    const organisations = `  members:\n${members.join("")}`;
    expect(sizesOf(aNation({ organisations }))).toEqual([25, 25, 25]);
  });

  it("are taken together while they are small", () => {
    expect(sizesOf(aNation({ regionOf: (practice) => Math.floor(practice / 10) }))).toEqual([30, 30, 15]);
  });

  it("hang together by a practice, a list or an organisation of both", () => {
    const list = "pools:\n  - { id: both, practices: [practice-25, practice-26] }\n";
    expect(sizesOf(aNation({ more: list }))).toEqual([50, 25]);
    const member = "{ id: helpline, type: national, focus: mental_health, places: none }";
    expect(sizesOf(aNation({ more: `  members:\n    - ${member}\n` }))).toEqual([75]);
    const moved =
      "{ id: move, date: 2014-06-02, kind: posts_moved, posts: [post-practice-1], practice: practice-30 }";
    expect(sizesOf(aNation({ timeline: [moved] }))).toEqual([50, 25]);
  });

  it("are one where organisations of a kind do not stand region by region: sums over a kind have an order", () => {
    expect(sizesOf(aNation({ regionOf: (practice) => practice % 3 }))).toEqual([75]);
  });

  it("leave a journal that names the episodes by their places in the log", () => {
    const w = worldOf(aNation({ set: ["referral.rate=80 per 1000 a year", "referral.ramp=0 weeks"] }));
    const journal = new Journal("everybody");
    w.journal = journal;
    runReplication(w, replicationKey(rootKey("nation"), 0));
    const { practice, register, requestedAt } = w.episodes.columns;
    const rows = journal.copy(w);
    const reasons = journal.reasons();
    expect(requestedAt.subarray(0, w.episodes.length)).toEqual(
      requestedAt.slice(0, w.episodes.length).sort(),
    );
    rows.record.forEach((record, row) => {
      if (record >= 0)
        expect([practice[record], register[record]]).toEqual([rows.practice[row], rows.register[row]]);
    });
    // A booking is explained right after its own row.
    const bookings = reasons.kind.reduce((count, kind, n) => {
      if (REASON_KINDS[kind] !== "booking") return count;
      expect(reasons.record[n]).toBe(rows.record[reasons.row[n]]);
      return count + 1;
    }, 0);
    expect(bookings).toBeGreaterThan(1000);
  });

  it("run together where the timeline changes posts or practices, of which it counts all", () => {
    const cut = (kind: string) =>
      worldOf(aNation({ timeline: [`{ id: cut, date: 2014-06-02, kind: ${kind} }`] }));
    expect(runsByPart(cut("funding_cut, share: 20 %"))).toBe(true);
    expect(runsByPart(cut("posts_cut, to: 60"))).toBe(false);
    expect(runsByPart(cut("integration_support, by: 30 %"))).toBe(false);
    expect(cut("posts_cut, to: 60").parts).toHaveLength(3);
  });
});
