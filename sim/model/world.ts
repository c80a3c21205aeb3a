import type { Calendar } from "../engine/calendar.ts";
import type { Log } from "../engine/columns.ts";
import type { Key } from "../random/keys.ts";
import type { Scenario } from "../scenario/schema.ts";
import { setCaps } from "./caseload.ts";
import type { Clock } from "./clock.ts";
import type { Journal } from "./journal.ts";
import type { Layout } from "./layout.ts";
import { type Part, partsOf, wholeOf } from "./parts.ts";
import { type Beliefs, makeBeliefs } from "./state/beliefs.ts";
import { type Candidates, makeCandidates, resetCandidates } from "./state/candidates.ts";
import { type Diaries, makeDiaries, resetDiaries } from "./state/diaries.ts";
import type { Memory } from "./state/memory.ts";
import { type Money, makeMoney, resetMoney } from "./state/money.ts";
import { makeOrganisations, type Organisations, resetOrganisations } from "./state/organisations.ts";
import type { Patients } from "./state/patients.ts";
import { makePools, type Pools, resetPools } from "./state/pools.ts";
import { makePosts, type Posts, resetPosts } from "./state/posts.ts";
import { makePractices, type Practices, resetPractices } from "./state/practices.ts";
import type { EPISODE } from "./state/records.ts";
import { Register } from "./state/register.ts";
import { makeShares, type Shares } from "./state/shares.ts";
import { Staffing } from "./state/staffing.ts";
import { makeTimeline, type Timeline } from "./state/timeline.ts";
import { Tally } from "./tally.ts";

export type EpisodeLog = Log<typeof EPISODE>;

/** Says who asks to be seen: one record that is filled anew for each request, so that none is allocated. */
export interface Request {
  practice: number;
  register: number;
  quintile: number;
  person0: number;
  person1: number;
  key0: number;
  key1: number;
  /** Record of the episode after which somebody comes back; -1 of others. */
  former: number;
}

/**
 * Holds everything that changes in one replication, in slices. Their arrays are kept from one replication to
 * the next.
 */
export class World {
  /** The scenario of the first day, and as the timeline's changes of policy have made it. */
  readonly base: Scenario;
  scenario: Scenario;
  readonly layout: Layout;
  readonly clock: Clock;
  /** All of it, and its parts: those that run one after another, or the whole. */
  readonly whole: Part;
  readonly parts: readonly Part[];
  /** The part that is on. */
  part: Part;
  readonly calendar: Calendar;
  /** Key of the replication. */
  key: Key = { k0: 0, k1: 0 };
  now = 0;
  /** Months of accounts since the first day, and the minute of the last one's. */
  month = 0;
  lastMonth = 0;
  /** Factor by which surges raise organisations' other clients now. */
  othersSurge = 1;
  /** Events so far that are of no part alone: weeks, months and actions. */
  ofAllParts = 0;
  /**
   * Whether an open need keeps an episode open (absorption), and whether people in crisis go first at
   * organisations (open door).
   */
  readonly absorbs: boolean;
  readonly triages: boolean;

  private readonly memory: Memory;
  readonly patients: Patients;
  readonly needs: Patients["needs"];
  readonly links: Memory["links"];
  readonly returns: Memory["returns"];
  readonly episodes: EpisodeLog;
  /** The reference demand of the measured time. */
  readonly demand: Memory["demand"];
  readonly contacts: Memory["contacts"];
  readonly linkWaits: Memory["linkWaits"];
  readonly needWaits: Memory["needWaits"];

  readonly practices: Practices;
  readonly register: Register;
  readonly candidates: Candidates;
  shares: Shares;
  private readonly sharesOfBase: Shares;
  readonly pools: Pools;
  readonly posts: Posts;
  /** Who works where now. */
  readonly staffing: Staffing;
  readonly diary: Diaries;
  readonly beliefs: Beliefs;
  readonly organisations: Organisations;
  readonly money: Money;
  readonly timeline: Timeline;

  readonly request: Request = {
    practice: 0,
    register: 0,
    quintile: 0,
    person0: 0,
    person1: 0,
    key0: 0,
    key1: 0,
    former: -1,
  };

  readonly tally: Tally;
  /** Written if there is one. */
  journal: Journal | undefined = undefined;

  constructor(scenario: Scenario, layout: Layout, clock: Clock, memory: Memory) {
    memory.reset();
    this.memory = memory;
    this.calendar = memory.calendar;
    this.patients = memory.patients;
    this.needs = memory.patients.needs;
    this.links = memory.links;
    this.returns = memory.returns;
    this.episodes = memory.episodes;
    this.demand = memory.demand;
    this.contacts = memory.contacts;
    this.linkWaits = memory.linkWaits;
    this.needWaits = memory.needWaits;
    this.base = scenario;
    this.scenario = scenario;
    this.layout = layout;
    this.clock = clock;
    this.absorbs = scenario.mechanisms.absorption !== false;
    this.triages = scenario.mechanisms["open-door"] !== false;
    this.practices = makePractices(scenario, layout);
    this.register = new Register(layout);
    this.candidates = makeCandidates(layout, clock);
    this.whole = wholeOf(layout, this.candidates);
    this.parts = partsOf(layout, this.candidates, this.whole);
    this.part = this.whole;
    this.sharesOfBase = makeShares(scenario);
    this.shares = this.sharesOfBase;
    this.pools = makePools(layout, memory.patients);
    this.posts = makePosts(layout, memory.patients);
    this.staffing = new Staffing(layout);
    this.diary = makeDiaries(layout, clock);
    this.beliefs = makeBeliefs(layout);
    this.organisations = makeOrganisations(scenario, layout, memory);
    this.money = makeMoney(scenario, layout);
    this.timeline = makeTimeline(scenario, layout, clock);
    this.tally = new Tally(layout, clock, this.pools, this.posts, this.staffing);
  }

  /** Lets every mechanism work on by a scenario, and by what follows from its numbers. */
  changePolicy(scenario: Scenario): void {
    this.scenario = scenario;
    this.shares = makeShares(scenario);
  }

  /** Lets every mechanism work by the scenario of the first day. */
  keepFirstPolicy(): void {
    this.scenario = this.base;
    this.shares = this.sharesOfBase;
  }

  /** Goes back to the first day with a part of the world; what others did stays. */
  enter(part: Part): void {
    this.part = part;
    this.memory.resetRecords();
    this.keepFirstPolicy();
    this.now = 0;
    this.month = 0;
    this.lastMonth = 0;
    this.othersSurge = 1;
    this.ofAllParts = 0;
    this.tally.week = -1;
  }

  /** Empties the world for a replication and derives the keys of everybody in it. */
  reset(key: Key): void {
    const { layout } = this;
    this.key = key;
    this.memory.reset();
    this.enter(this.whole);
    resetPractices(this.practices, layout, key);
    this.register.reset();
    resetCandidates(this.candidates, this.practices);
    resetPools(this.pools);
    resetPosts(this.posts, layout, key);
    this.staffing.reset();
    resetDiaries(this.diary);
    resetOrganisations(this.organisations, layout, key);
    resetMoney(this.money);
    setCaps(this);
    this.tally.reset();
    this.journal?.reset();
  }
}
