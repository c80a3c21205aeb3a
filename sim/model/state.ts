import type { Calendar } from "../engine/calendar.ts";
import { dayNumber } from "../engine/civil-date.ts";
import type { Log } from "../engine/columns.ts";
import { Queues } from "../engine/queues.ts";
import { entityKey, type Key } from "../random/keys.ts";
import { cumulate } from "../random/quantiles.ts";
import type { Scenario } from "../scenario/schema.ts";
import { FOCUSES } from "../scenario/vocabulary.ts";
import { type Clock, MINUTES_PER_DAY, SLOT_MINUTES } from "./clock.ts";
import type { Journal } from "./journal.ts";
import type { Layout } from "./layout.ts";
import { type Hearsay, makeHearsay } from "./mechanisms/confidence.ts";
import type { Memory } from "./memory.ts";
import type { Patients } from "./patients.ts";
import { practiceRates } from "./practice-rates.ts";
import type { EPISODE } from "./records.ts";
import { Staffing } from "./staffing.ts";
import { Tally } from "./tally.ts";

export const FOCUS_COUNT = FOCUSES.length;

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
  isReturn: boolean;
}

/** Holds everything that changes in one replication. Its arrays are kept from one replication to the next. */
export class World {
  /** The scenario of the first day, and as the timeline's changes of policy have made it. */
  readonly base: Scenario;
  scenario: Scenario;
  readonly layout: Layout;
  readonly clock: Clock;
  readonly calendar: Calendar;
  /** Who works where now. */
  readonly staffing: Staffing;
  /** Key of the replication. */
  key: Key = { k0: 0, k1: 0 };
  now = 0;
  /** Minute of the last month's accounts. */
  lastMonth = 0;
  /** Whether an open need keeps an episode open (absorption), and whether people in crisis go first at organisations (open door). */
  readonly absorbs: boolean;
  readonly triages: boolean;

  private readonly memory: Memory;
  readonly patients: Patients;
  readonly needs: Patients["needs"];
  readonly links: Memory["links"];
  readonly returns: Memory["returns"];
  readonly episodes: EpisodeLog;
  readonly contacts: Memory["contacts"];
  readonly linkWaits: Memory["linkWaits"];

  /** One bit a registered person: open in an episode now. */
  readonly openBits: Uint8Array;
  readonly openOffset: Float64Array;

  readonly request: Request = {
    practice: 0,
    register: 0,
    quintile: 0,
    person0: 0,
    person1: 0,
    key0: 0,
    key1: 0,
    isReturn: false,
  };
  /** Mean surgery minutes between candidates of a block; surgery minutes in a minute of the calendar; surgery time past the end. */
  candidateGap = 0;
  surgeryShare = 1;
  surgeryEnd = 0;

  // practices
  readonly practiceKey0: Int32Array;
  readonly practiceKey1: Int32Array;
  readonly listSize: Int32Array;
  /** Yearly rate of a practice's people with a post on site all week, and the highest rate in any state over the ceiling. */
  readonly practiceRate: Float64Array;
  readonly practiceHighest: Float64Array;
  /** GPs' confidence in the service, which multiplies their rate of referral, and what they hear of it. */
  readonly confidence: Float64Array;
  readonly hearsay: Hearsay;
  /** Scores of three constructs, and four drivers, of each practice. */
  readonly scores: Float64Array;
  readonly drivers: Float64Array;
  /** Months of accounts since the first day. */
  month = 0;

  // blocks of 1,000 register numbers, each with its process of candidates
  readonly blockPractice: Int32Array;
  readonly blockFirst: Int32Array;
  readonly blockKey0: Int32Array;
  readonly blockKey1: Int32Array;
  readonly blockClock: Float64Array;
  /** Highest rate of the practice over the ceiling: a candidate above it is never a request. */
  readonly blockHighest: Float64Array;

  /** Waiting lists, a queue for each pool: those without a post. */
  readonly waiting: Queues;
  readonly isDispatching: Uint8Array;

  // posts
  readonly postKey0: Int32Array;
  readonly postKey1: Int32Array;
  readonly caseload: Int32Array;
  readonly cap: Float64Array;
  /** Open cases of a post, newcomers with an appointment among them. */
  readonly roster: Queues;
  /** Casework minutes owed (calls, short visits to the files) that no slot is booked for yet. */
  readonly deskMinutes: Float64Array;
  /** Networking minutes kept for the next visit, and visits made so far. */
  readonly networkingMinutes: Float64Array;
  readonly visits: Int32Array;
  /** Holders of a post so far, what is left of the threshold of the present one, and when a vacant post is filled. */
  readonly tenure: Int32Array;
  readonly tenureLeft: Float64Array;
  readonly filledAt: Int32Array;
  /** Diary: for post p and day d, a bit for each slot booked at `p * days + d`. */
  readonly booked: Int32Array;
  /** Days on which a post is away, at `p * days + d`. */
  readonly isAway: Uint8Array;
  /** Casework slots of post p on weekday d as a mask, at `p * 7 + d`. */
  readonly caseworkMask: Int32Array;
  /** People ready for a contact (served as ready), and whether the post is busy. */
  readonly ready: Queues;
  readonly isBusy: Uint8Array;

  // what posts believe: an entry for each edge of the layout
  readonly tie: Float64Array;
  readonly perceivedWeeks: Float64Array;
  readonly perceivedAt: Int32Array;
  readonly refusals: Int32Array;
  /** Looks at the organisation so far: the occasion of the next one's error. */
  readonly looks: Int32Array;
  readonly visitedAt: Int32Array;
  /** The draw by which a post knows an organisation at the start, and the order in which it comes to know others. */
  readonly acquaintance: Float64Array;
  /** When the person known at the organisation leaves, and how many have. */
  readonly contactLeavesAt: Float64Array;
  readonly contactsLeft: Int32Array;

  // organisations
  readonly organisationKey0: Int32Array;
  readonly organisationKey1: Int32Array;
  readonly isOrganisationOpen: Uint8Array;
  readonly places: Float64Array;
  readonly placesAtStart: Float64Array;
  readonly othersInPlace: Int32Array;
  readonly othersQueued: Int32Array;
  readonly othersQueuedCrisis: Int32Array;
  readonly othersPerWeek: Float64Array;
  /** Displaced clients who come in a week on top of them. */
  readonly displacedPerWeek: Float64Array;
  /** Factor by which surges raise them now. */
  othersSurge = 1;
  /** Chance that somebody leaves a place within a week, and the logarithm of the chance to stay. */
  readonly leavingChance: Float64Array;
  readonly logStaying: Float64Array;
  /** Chance of a week without an ordinary newcomer, and without one in crisis. */
  readonly noOrdinary: Float64Array;
  readonly noCrisis: Float64Array;
  /** People who came by themselves since the last intake (`self_help`). */
  readonly extraArrivals: Int32Array;
  readonly expectedWeeks: Float64Array;
  readonly newcomers: Queues;
  readonly queued: Queues;
  readonly queuedCrisis: Queues;
  readonly inPlace: Queues;
  // money, in pence
  readonly coreIncome: Float64Array;
  readonly grantIncome: Float64Array;
  readonly reserves: Float64Array;
  readonly openingReserves: Float64Array;
  readonly totalIncome: Float64Array;
  readonly totalSpend: Float64Array;
  /** Minute at which the places change to what income pays; -1 for no notice running. */
  readonly noticeEndsAt: Int32Array;
  readonly grantsHeld: Int32Array;
  /** Whether an action of the timeline hits an organisation, at `action * organisations + organisation`. */
  readonly isHit: Uint8Array;
  /** Minute at which each action takes effect; negative for one in force before the first day. */
  readonly actionMinute: readonly number[];
  /** Minute at which a cut of posts is made known; Infinity for one that is not announced. */
  readonly announcedMinute: readonly number[];
  /** Places of the organisations that an action hits. */
  readonly hitPlaces: Float64Array;
  /** Share of an organisation's places that was withdrawn, and the tie that an agreement with the programme stands for. */
  readonly withdrawn: Float64Array;
  readonly agreedTie: Float64Array;
  /** What grants of the timeline and growth funding pay in a year, in pence, and when growth funding ends. */
  readonly extraIncome: Float64Array;
  readonly growthEndsAt: Float64Array;
  /** How far organisations are present in a practice, and the part of its practice-development time that a post could keep last week. */
  readonly presence: Float64Array;
  readonly developing: Float64Array;

  readonly tally: Tally;
  /** Written if there is one. */
  journal: Journal | undefined = undefined;

  // cumulative shares, added up once
  /** Of each practice's people. */
  readonly quintileShares: readonly Float64Array[];
  readonly ageShares: Float64Array;
  readonly sourceShares: Float64Array;
  readonly severityShares: Float64Array;
  readonly focusShares: Float64Array;
  /** Mean minutes in a place, by focus. */
  readonly minutesInPlace: Float64Array;

  constructor(scenario: Scenario, layout: Layout, clock: Clock, memory: Memory) {
    memory.reset();
    this.memory = memory;
    this.calendar = memory.calendar;
    this.patients = memory.patients;
    this.needs = memory.patients.needs;
    this.links = memory.links;
    this.returns = memory.returns;
    this.episodes = memory.episodes;
    this.contacts = memory.contacts;
    this.linkWaits = memory.linkWaits;
    this.base = scenario;
    this.scenario = scenario;
    this.layout = layout;
    this.clock = clock;
    this.absorbs = scenario.mechanisms.absorption !== false;
    this.staffing = new Staffing(layout);
    this.triages = scenario.mechanisms["open-door"] !== false;
    const { practices, pools, posts, organisations, edgeOrganisation } = layout;

    this.openOffset = new Float64Array(practices.length + 1);
    const blockPractice: number[] = [];
    const blockFirst: number[] = [];
    practices.forEach((practice, n) => {
      this.openOffset[n + 1] = this.openOffset[n] + practice.listSize + 1;
      for (let first = 1; first <= practice.listSize; first += REGISTER_BLOCK) {
        blockPractice.push(n);
        blockFirst.push(first);
      }
    });
    this.openBits = new Uint8Array(Math.ceil(this.openOffset[practices.length] / 8) + 1);
    this.practiceKey0 = new Int32Array(practices.length);
    this.practiceKey1 = new Int32Array(practices.length);
    this.listSize = Int32Array.from(practices, ({ listSize }) => listSize);
    this.practiceRate = practiceRates(scenario, layout);
    this.practiceHighest = new Float64Array(practices.length);
    this.confidence = new Float64Array(practices.length);
    this.scores = new Float64Array(practices.length * 3);
    this.drivers = new Float64Array(practices.length * 4);
    this.hearsay = makeHearsay(practices.length);
    this.blockPractice = Int32Array.from(blockPractice);
    this.blockFirst = Int32Array.from(blockFirst);
    this.blockKey0 = new Int32Array(blockPractice.length);
    this.blockKey1 = new Int32Array(blockPractice.length);
    this.blockClock = new Float64Array(blockPractice.length);
    this.blockHighest = new Float64Array(blockPractice.length);

    this.waiting = new Queues(pools.length, this.patients.shift);
    this.isDispatching = new Uint8Array(pools.length);

    this.postKey0 = new Int32Array(posts.length);
    this.postKey1 = new Int32Array(posts.length);
    this.caseload = new Int32Array(posts.length);
    this.cap = new Float64Array(posts.length);
    this.roster = new Queues(posts.length, this.patients.shift);
    this.deskMinutes = new Float64Array(posts.length);
    this.networkingMinutes = new Float64Array(posts.length);
    this.visits = new Int32Array(posts.length);
    this.tenure = new Int32Array(posts.length);
    this.tenureLeft = new Float64Array(posts.length);
    this.filledAt = new Int32Array(posts.length);
    this.booked = new Int32Array(posts.length * clock.days);
    this.isAway = new Uint8Array(posts.length * clock.days);
    this.caseworkMask = new Int32Array(posts.length * 7);
    this.ready = new Queues(posts.length, this.patients.shift);
    this.isBusy = new Uint8Array(posts.length);

    this.tie = new Float64Array(edgeOrganisation.length);
    this.perceivedWeeks = new Float64Array(edgeOrganisation.length);
    this.perceivedAt = new Int32Array(edgeOrganisation.length);
    this.refusals = new Int32Array(edgeOrganisation.length);
    this.looks = new Int32Array(edgeOrganisation.length);
    this.visitedAt = new Int32Array(edgeOrganisation.length);
    this.acquaintance = new Float64Array(edgeOrganisation.length);
    this.contactLeavesAt = new Float64Array(edgeOrganisation.length);
    this.contactsLeft = new Int32Array(edgeOrganisation.length);

    const n = organisations.length;
    this.organisationKey0 = new Int32Array(n);
    this.organisationKey1 = new Int32Array(n);
    this.isOrganisationOpen = new Uint8Array(n);
    this.places = new Float64Array(n);
    this.placesAtStart = new Float64Array(n);
    for (const [o, { places, type }] of organisations.entries())
      this.placesAtStart[o] = places ?? scenario.organisations.types[type].places;
    this.othersInPlace = new Int32Array(n);
    this.othersQueued = new Int32Array(n);
    this.othersQueuedCrisis = new Int32Array(n);
    this.othersPerWeek = new Float64Array(n);
    this.displacedPerWeek = new Float64Array(n);
    this.leavingChance = new Float64Array(n);
    this.logStaying = new Float64Array(n);
    this.noOrdinary = new Float64Array(n);
    this.noCrisis = new Float64Array(n);
    this.extraArrivals = new Int32Array(n);
    this.expectedWeeks = new Float64Array(n);
    this.newcomers = new Queues(n, this.links.shift);
    this.queued = new Queues(n, this.links.shift);
    this.queuedCrisis = new Queues(n, this.links.shift);
    this.inPlace = new Queues(n, this.links.shift);
    this.coreIncome = new Float64Array(n);
    this.grantIncome = new Float64Array(n);
    this.reserves = new Float64Array(n);
    this.openingReserves = new Float64Array(n);
    this.totalIncome = new Float64Array(n);
    this.totalSpend = new Float64Array(n);
    this.noticeEndsAt = new Int32Array(n);
    this.grantsHeld = new Int32Array(n);
    this.isHit = new Uint8Array(n * scenario.timeline.length);
    this.actionMinute = scenario.timeline.map(
      ({ date }) => (dayNumber(date) - clock.firstDay) * MINUTES_PER_DAY,
    );

    this.announcedMinute = scenario.timeline.map((action) =>
      action.kind === "posts_cut" && action.announced !== undefined
        ? (dayNumber(action.announced) - clock.firstDay) * MINUTES_PER_DAY
        : Infinity,
    );
    this.hitPlaces = new Float64Array(scenario.timeline.length);
    this.withdrawn = new Float64Array(n);
    this.agreedTie = new Float64Array(n);
    this.extraIncome = new Float64Array(n);
    this.growthEndsAt = new Float64Array(n);
    this.presence = new Float64Array(practices.length);
    this.developing = new Float64Array(posts.length);

    this.tally = new Tally(layout, clock);
    const { people, referral, needs } = scenario;
    this.quintileShares = practices.map(({ deprivation }) => cumulate(deprivation));
    this.ageShares = cumulate(Object.values(people.age_bands));
    this.sourceShares = cumulate([
      referral.sources.gp,
      referral.sources.practice_team,
      referral.sources.self,
    ]);
    this.severityShares = cumulate(needs.severity);
    this.focusShares = cumulate(FOCUSES.map((focus) => needs.focus[focus]));
    this.minutesInPlace = Float64Array.from(FOCUSES, (focus) => scenario.organisations.weeks_in_place[focus]);
  }

  /** Empties the world for a replication and derives the keys of everybody in it. */
  reset(key: Key): void {
    this.key = key;
    this.scenario = this.base;
    this.staffing.reset();
    this.setCaps();
    this.withdrawn.fill(0);
    this.agreedTie.fill(0);
    this.extraIncome.fill(0);
    this.growthEndsAt.fill(0);
    this.presence.fill(0);
    this.developing.fill(0);
    this.now = 0;
    this.lastMonth = 0;
    this.month = 0;
    this.othersSurge = 1;
    this.displacedPerWeek.fill(0);
    this.confidence.fill(1);
    for (const column of Object.values(this.hearsay)) column.fill(0);
    this.memory.reset();
    for (const queues of [
      this.waiting,
      this.roster,
      this.ready,
      this.newcomers,
      this.queued,
      this.queuedCrisis,
      this.inPlace,
    ])
      queues.reset();
    this.openBits.fill(0);
    this.blockClock.fill(0);
    this.caseload.fill(0);
    this.deskMinutes.fill(0);
    this.networkingMinutes.fill(0);
    this.visits.fill(0);
    this.filledAt.fill(0);
    this.booked.fill(0);
    this.isAway.fill(0);
    this.isBusy.fill(0);
    this.tally.reset();
    this.journal?.reset();
    const { practices, posts, organisations } = this.layout;
    keysInto(this.practiceKey0, this.practiceKey1, practices, key, "practice");
    keysInto(this.postKey0, this.postKey1, posts, key, "post");
    keysInto(this.organisationKey0, this.organisationKey1, organisations, key, "organisation");
    for (let b = 0; b < this.blockPractice.length; b++) {
      const practice = this.blockPractice[b];
      const owner = { k0: this.practiceKey0[practice], k1: this.practiceKey1[practice] };
      const block = entityKey(owner, "block", String(this.blockFirst[b]));
      this.blockKey0[b] = block.k0;
      this.blockKey1[b] = block.k1;
    }
  }

  /** Sets the caseload caps of posts by the scenario. */
  setCaps(): void {
    const { caseload_cap: cap } = this.scenario.link_workers;
    this.layout.posts.forEach(({ fte }, post) => {
      this.cap[post] = Math.max(1, Math.round(cap * fte));
      this.tally.changeCaseload(post, 0, this.cap[post], this.now);
    });
  }

  /** Says whether a registered person is open in an episode. */
  isPersonOpen(practice: number, register: number): boolean {
    const bit = this.openOffset[practice] + register;
    return (this.openBits[Math.floor(bit / 8)] & (1 << (bit % 8))) !== 0;
  }

  /** Marks a registered person as open or not. */
  markPerson(practice: number, register: number, isOpen: boolean): void {
    const bit = this.openOffset[practice] + register;
    if (isOpen) this.openBits[Math.floor(bit / 8)] |= 1 << (bit % 8);
    else this.openBits[Math.floor(bit / 8)] &= ~(1 << (bit % 8));
  }

  /** Gives the minute at which a diary slot begins. */
  slotMinute(day: number, slot: number): number {
    return day * MINUTES_PER_DAY + this.clock.openingMinute + slot * SLOT_MINUTES;
  }
}

/** Register numbers in a block; belongs to the model version, never to a scenario, or people would change with it. */
export const REGISTER_BLOCK = 1000;
/** Candidates a year for each person of a block: the ceiling of every referral rate. Belongs to the model version too. */
export const CEILING_PER_YEAR = 0.12;

function keysInto(
  k0: Int32Array,
  k1: Int32Array,
  owners: readonly { readonly id: string }[],
  key: Key,
  kind: string,
): void {
  for (let n = 0; n < owners.length; n++) {
    const derived = entityKey(key, kind, owners[n].id);
    k0[n] = derived.k0;
    k1[n] = derived.k1;
  }
}
