import { type Columns, makeColumns, type Shape } from "../engine/columns.ts";
import { MINUTES_PER_WEEK } from "../engine/minutes.ts";
import { FOCUSES } from "../words/focuses.ts";
import { ORGANISATION_TYPES } from "../words/organisation-types.ts";
import type { Clock } from "./clock.ts";
import type { Layout } from "./layout.ts";

const OF_POOL = {
  requests: Float64Array,
  episodes: Float64Array,
  alreadyOpen: Float64Array,
  turnedAway: Float64Array,
  usualCare: Float64Array,
  /** Requests that GPs' confidence kept back. */
  neverReferred: Float64Array,
  /** Requests taken while the rate was cut to the ceiling of candidates. */
  clipped: Float64Array,
  /** Sum of the chances that the people of the episodes would take up an appointment without a wait. */
  wouldTakeUp: Float64Array,
  waitingMinutes: Float64Array,
  /** People open with a post on the day that it ended. */
  closingList: Float64Array,
  /** Requests that went straight to an organisation in the practice, and those of usual care that reached one. */
  straight: Float64Array,
  blind: Float64Array,
} as const;

const OF_POST = {
  firstContacts: Float64Array,
  contacts: Float64Array,
  appointments: Float64Array,
  missed: Float64Array,
  caseworkMinutes: Float64Array,
  /** The part of the casework minutes that is administration of contacts. */
  adminMinutes: Float64Array,
  availableMinutes: Float64Array,
  workingMinutes: Float64Array,
  networkingMinutes: Float64Array,
  practiceMinutes: Float64Array,
  /** Holders who left, and weeks that began with the post vacant. */
  left: Float64Array,
  vacantWeeks: Float64Array,
  caseloadMinutes: Float64Array,
  atCapMinutes: Float64Array,
  /** Minutes for which the post was funded, and the same times its share of full time. */
  fundedMinutes: Float64Array,
  fteMinutes: Float64Array,
} as const;

/** Kinds of organisation: type by focus. */
export const KINDS = ORGANISATION_TYPES.length * FOCUSES.length;

/** By kind of organisation: a week's numbers of thousands of organisations would fill the memory. */
const OF_KIND = {
  places: Float64Array,
  inPlace: Float64Array,
  queued: Float64Array,
  arrivals: Float64Array,
  links: Float64Array,
  /** Those that were right for the person. */
  rightLinks: Float64Array,
  started: Float64Array,
  failed: Float64Array,
  metLinks: Float64Array,
  overPlaces: Float64Array,
  closed: Float64Array,
} as const;

const RUN = {
  held: Float64Array,
  calls: Float64Array,
  onward: Float64Array,
} as const;

/**
 * Counts and adds up while the run goes, in one pass: person-minutes of waiting lists and caseloads at each change of state, counts
 * and minutes at each event. Everything is kept by week of measuring and entity, at `week * entities + entity` (organisations by kind); totals are sums over weeks.
 * Weeks run from the start of measuring; a last part of a week has a row of its own.
 */
export class Tally {
  readonly weeks: number;
  readonly pool: Columns<typeof OF_POOL>;
  readonly post: Columns<typeof OF_POST>;
  readonly organisation: Columns<typeof OF_KIND>;
  /** Weeks that somebody who came to an organisation would wait, at `week * organisations + organisation`; NaN where it has no places. */
  readonly expectedWeeks: Float64Array;
  readonly run: Columns<typeof RUN>;
  readonly failures: Float64Array;
  readonly pools: number;
  readonly posts: number;
  readonly organisations: number;
  /** Week of measuring, -1 during warm-up. */
  week = -1;
  /** Events that happened after warm-up began to be measured are counted here only; the calendar counts all. */
  readonly waitingCount: Int32Array;
  readonly peakCaseload: Int32Array;
  readonly peakWaiting: Int32Array;

  private readonly waitingSince: Float64Array;
  private readonly caseloadCount: Int32Array;
  private readonly caseloadSince: Float64Array;
  private readonly caps: Float64Array;
  private readonly fte: Float64Array;
  private readonly kindOf: Uint8Array;

  constructor(layout: Layout, clock: Clock) {
    this.weeks = Math.ceil((clock.endMinute - clock.startMinute) / MINUTES_PER_WEEK);
    this.pools = layout.pools.length;
    this.posts = layout.posts.length;
    this.organisations = layout.organisations.length;
    this.pool = makeColumns(OF_POOL, this.weeks * this.pools);
    this.post = makeColumns(OF_POST, this.weeks * this.posts);
    this.kindOf = layout.kindOf;
    this.organisation = makeColumns(OF_KIND, this.weeks * KINDS);
    this.expectedWeeks = new Float64Array(this.weeks * this.organisations);
    this.run = makeColumns(RUN, this.weeks);
    this.failures = new Float64Array(6);
    this.waitingCount = new Int32Array(this.pools);
    this.waitingSince = new Float64Array(this.pools);
    this.peakWaiting = new Int32Array(this.pools);
    this.caseloadCount = new Int32Array(this.posts);
    this.caseloadSince = new Float64Array(this.posts);
    this.peakCaseload = new Int32Array(this.posts);
    this.caps = new Float64Array(this.posts);
    this.fte = new Float64Array(this.posts);
  }

  /** Forgets the last replication. */
  reset(): void {
    this.week = -1;
    for (const columns of [this.pool, this.post, this.organisation, this.run] as Columns<Shape>[])
      for (const field of Object.keys(columns)) columns[field].fill(0);
    this.expectedWeeks.fill(NaN);
    this.failures.fill(0);
    for (const counts of [
      this.waitingCount,
      this.waitingSince,
      this.peakWaiting,
      this.caseloadCount,
      this.caseloadSince,
      this.peakCaseload,
      this.fte,
    ])
      counts.fill(0);
  }

  /** Counts something of a pool this week. */
  countPool(field: keyof typeof OF_POOL, pool: number, by: number): void {
    if (this.week >= 0) this.pool[field][this.week * this.pools + pool] += by;
  }

  /** Counts something of a post this week. */
  countPost(field: keyof typeof OF_POST, post: number, by: number): void {
    if (this.week >= 0) this.post[field][this.week * this.posts + post] += by;
  }

  /** Counts something of an organisation this week. */
  countOrganisation(field: keyof typeof OF_KIND, organisation: number, by: number): void {
    if (this.week >= 0) this.organisation[field][this.week * KINDS + this.kindOf[organisation]] += by;
  }

  /** Records how an organisation stands after its intake of the week. */
  recordIntake(
    organisation: number,
    arrivals: number,
    places: number,
    inPlace: number,
    queued: number,
    expectedWeeks: number,
  ): void {
    if (this.week < 0) return;
    const at = this.week * KINDS + this.kindOf[organisation];
    const columns = this.organisation;
    columns.arrivals[at] += arrivals;
    columns.places[at] += places;
    columns.inPlace[at] += inPlace;
    columns.queued[at] += queued;
    columns.overPlaces[at] += Math.max(0, inPlace - places);
    if (places > 0) this.expectedWeeks[this.week * this.organisations + organisation] = expectedWeeks;
  }

  /** Counts something of the whole run this week. */
  count(field: keyof typeof RUN, by: number): void {
    if (this.week >= 0) this.run[field][this.week] += by;
  }

  /** Changes the number of people waiting for a first contact with a pool. */
  changeWaiting(pool: number, by: number, now: number): void {
    this.settleWaiting(pool, now);
    const count = this.waitingCount[pool] + by;
    this.waitingCount[pool] = count;
    if (count > this.peakWaiting[pool]) this.peakWaiting[pool] = count;
  }

  /** Changes a post's caseload. */
  changeCaseload(post: number, by: number, cap: number, now: number): void {
    this.settleCaseload(post, now);
    this.caps[post] = cap;
    const count = this.caseloadCount[post] + by;
    this.caseloadCount[post] = count;
    if (count > this.peakCaseload[post]) this.peakCaseload[post] = count;
  }

  /** Changes the share of full time for which a post is funded; 0 for a post that is not. */
  changeFunding(post: number, fte: number, now: number): void {
    this.settleCaseload(post, now);
    this.fte[post] = fte;
  }

  /** Closes the week that ends now and opens week `week` of measuring. */
  openWeek(week: number, now: number): void {
    for (let pool = 0; pool < this.pools; pool++) this.settleWaiting(pool, now);
    for (let post = 0; post < this.posts; post++) this.settleCaseload(post, now);
    if (this.week < 0 && week >= 0) {
      this.peakWaiting.set(this.waitingCount);
      this.peakCaseload.set(this.caseloadCount);
    }
    this.week = week;
  }

  private settleWaiting(pool: number, now: number): void {
    const personMinutes = this.waitingCount[pool] * (now - this.waitingSince[pool]);
    this.waitingSince[pool] = now;
    if (this.week >= 0) this.pool.waitingMinutes[this.week * this.pools + pool] += personMinutes;
  }

  private settleCaseload(post: number, now: number): void {
    const minutes = now - this.caseloadSince[post];
    this.caseloadSince[post] = now;
    if (this.week < 0) return;
    const at = this.week * this.posts + post;
    this.post.caseloadMinutes[at] += this.caseloadCount[post] * minutes;
    if (this.fte[post] > 0) this.post.fundedMinutes[at] += minutes;
    this.post.fteMinutes[at] += this.fte[post] * minutes;
    if (this.caseloadCount[post] >= this.caps[post] && this.caps[post] > 0)
      this.post.atCapMinutes[at] += minutes;
  }
}
