import { type Columns, makeColumns, type Shape } from "../engine/columns.ts";
import { fractionsInLines } from "../engine/lines.ts";
import { MINUTES_PER_WEEK } from "../engine/minutes.ts";
import { makeRows, shiftOf } from "../engine/rows.ts";
import type { Clock } from "./clock.ts";
import { FAIL_REASONS, type FailReason } from "./events.ts";
import { KINDS } from "./kinds.ts";
import type { Layout } from "./layout.ts";
import type { Part } from "./parts.ts";
import type { Pools } from "./state/pools.ts";
import type { Posts } from "./state/posts.ts";
import type { Staffing } from "./state/staffing.ts";
import { OF_KIND, OF_POOL, OF_POST, RUN } from "./tally-columns.ts";

const POST_FIELDS = Object.keys(OF_POST) as (keyof typeof OF_POST)[];
const POST_SHIFT = shiftOf(POST_FIELDS);
const POOL_FIELDS = Object.keys(OF_POOL) as (keyof typeof OF_POOL)[];
const POOL_SHIFT = shiftOf(POOL_FIELDS);

/**
 * Counts and adds up while the run goes, in one pass: person-minutes of waiting lists and caseloads at each
 * change of state, counts and minutes at each event. Everything is kept by week of measuring and entity, at
 * `week * entities + entity` (organisations by kind); totals are sums over weeks. Weeks run from the start
 * of measuring; a last part of a week has a row of its own. What is counted of a post or pool in the week
 * that goes on lies side by side, and is put into the columns when the week ends.
 */
export class Tally {
  readonly weeks: number;
  readonly pool: Columns<typeof OF_POOL>;
  readonly post: Columns<typeof OF_POST>;
  readonly organisation: Columns<typeof OF_KIND>;
  /**
   * Weeks that somebody who came to an organisation would wait, at `week * organisations + organisation`;
   * NaN where it has no places.
   */
  readonly expectedWeeks: Float64Array;
  readonly run: Columns<typeof RUN>;
  readonly pools: number;
  readonly posts: number;
  readonly organisations: number;
  /** Week of measuring, -1 during warm-up. */
  week = -1;
  /** Links that failed since measuring began, by reason. */
  readonly failures: Float64Array;
  readonly peakCaseload: Int32Array;
  readonly peakWaiting: Int32Array;

  /** What was counted since the week began, by post and by pool. */
  private readonly postNow: Readonly<Record<keyof typeof OF_POST, Float64Array>>;
  private readonly poolNow: Readonly<Record<keyof typeof OF_POOL, Float64Array>>;
  private readonly waitingSince: Float64Array;
  private readonly caseloadSince: Float64Array;
  private readonly kindOf: Uint8Array;
  private readonly poolsNow: Pools;
  private readonly postsNow: Posts;
  private readonly staffing: Staffing;

  /** What it adds up it reads from the state as it is. */
  constructor(layout: Layout, clock: Clock, pools: Pools, posts: Posts, staffing: Staffing) {
    this.poolsNow = pools;
    this.postsNow = posts;
    this.staffing = staffing;
    this.weeks = Math.ceil((clock.endMinute - clock.startMinute) / MINUTES_PER_WEEK);
    this.pools = layout.pools.length;
    this.posts = layout.posts.length;
    this.organisations = layout.organisations.length;
    this.pool = makeColumns(OF_POOL, this.weeks * this.pools);
    this.post = makeColumns(OF_POST, this.weeks * this.posts);
    this.postNow = makeRows(POST_FIELDS, this.posts, fractionsInLines);
    this.poolNow = makeRows(POOL_FIELDS, this.pools, fractionsInLines);
    this.kindOf = layout.kindOf;
    this.organisation = makeColumns(OF_KIND, this.weeks * KINDS);
    this.expectedWeeks = new Float64Array(this.weeks * this.organisations);
    this.run = makeColumns(RUN, this.weeks);
    this.failures = new Float64Array(FAIL_REASONS.length);
    this.waitingSince = new Float64Array(this.pools);
    this.peakWaiting = new Int32Array(this.pools);
    this.caseloadSince = new Float64Array(this.posts);
    this.peakCaseload = new Int32Array(this.posts);
  }

  /** Forgets the last replication. */
  reset(): void {
    this.week = -1;
    const counts = [this.pool, this.post, this.organisation, this.run, this.postNow, this.poolNow];
    for (const columns of counts as Columns<Shape>[])
      for (const field of Object.keys(columns)) columns[field].fill(0);
    this.expectedWeeks.fill(NaN);
    this.failures.fill(0);
    for (const counts of [this.waitingSince, this.peakWaiting, this.caseloadSince, this.peakCaseload])
      counts.fill(0);
  }

  /** Counts something of a pool this week. */
  countPool(field: keyof typeof OF_POOL, pool: number, by: number): void {
    if (this.week >= 0) this.poolNow[field][pool << POOL_SHIFT] += by;
  }

  /** Counts something of a post this week. */
  countPost(field: keyof typeof OF_POST, post: number, by: number): void {
    if (this.week >= 0) this.postNow[field][post << POST_SHIFT] += by;
  }

  /** Counts something of an organisation this week. */
  countOrganisation(field: keyof typeof OF_KIND, organisation: number, by: number): void {
    if (this.week >= 0) this.organisation[field][this.week * KINDS + this.kindOf[organisation]] += by;
  }

  /** Records how an organisation stands after its intake of the week. */
  recordIntake(
    organisation: number,
    others: number,
    linked: number,
    places: number,
    inPlace: number,
    queued: number,
    expectedWeeks: number,
    quality: number,
  ): void {
    if (this.week < 0) return;
    const at = this.week * KINDS + this.kindOf[organisation];
    const columns = this.organisation;
    columns.arrivals[at] += others + linked;
    columns.linkedArrivals[at] += linked;
    columns.places[at] += places;
    columns.inPlace[at] += inPlace;
    columns.queued[at] += queued;
    columns.overPlaces[at] += Math.max(0, inPlace - places);
    columns.lostQuality[at] += Math.max(0, inPlace - places) + (1 - quality) * Math.min(inPlace, places);
    if (places > 0) this.expectedWeeks[this.week * this.organisations + organisation] = expectedWeeks;
  }

  /** Counts something of the whole run this week. */
  count(field: keyof typeof RUN, by: number): void {
    if (this.week >= 0) this.run[field][this.week] += by;
  }

  /** Counts a link that failed. */
  countFailure(reason: FailReason): void {
    if (this.week >= 0) this.failures[reason]++;
  }

  /** Closes the week of a part that ends now and opens week `week` of measuring. */
  openWeek(week: number, now: number, { pools, posts }: Part): void {
    for (const pool of pools) this.settlePool(pool, now);
    for (const post of posts) this.settlePost(post, now);
    if (this.week >= 0) {
      for (const field of POST_FIELDS)
        putWeek(this.postNow[field], POST_SHIFT, posts, this.post[field], this.week * this.posts);
      for (const field of POOL_FIELDS)
        putWeek(this.poolNow[field], POOL_SHIFT, pools, this.pool[field], this.week * this.pools);
    }
    if (this.week < 0 && week >= 0) {
      for (const pool of pools) this.peakWaiting[pool] = this.poolsNow.waitingCount[pool];
      for (const post of posts) this.peakCaseload[post] = this.postsNow.caseload[post];
    }
    this.week = week;
  }

  /** Adds up what a pool's count of those waiting was until now; called before it changes. */
  settlePool(pool: number, now: number): void {
    const count = this.poolsNow.waitingCount[pool];
    const personMinutes = count * (now - this.waitingSince[pool]);
    this.waitingSince[pool] = now;
    if (count > this.peakWaiting[pool]) this.peakWaiting[pool] = count;
    this.countPool("waitingMinutes", pool, personMinutes);
  }

  /** Adds up what a post's caseload, cap and funding were until now; called before one of them changes. */
  settlePost(post: number, now: number): void {
    const count = this.postsNow.caseload[post];
    const minutes = now - this.caseloadSince[post];
    this.caseloadSince[post] = now;
    if (count > this.peakCaseload[post]) this.peakCaseload[post] = count;
    if (this.week < 0) return;
    this.countPost("caseloadMinutes", post, count * minutes);
    if (this.staffing.isFunded[post] === 1) {
      this.countPost("fundedMinutes", post, minutes);
      this.countPost("fteMinutes", post, this.staffing.fte[post] * this.staffing.paid[post] * minutes);
    }
    if (count >= this.postsNow.cap[post]) this.countPost("atCapMinutes", post, minutes);
  }
}

/** Puts what was counted this week of some members into a column, and begins to count anew. */
function putWeek(
  now: Float64Array,
  shift: number,
  members: Int32Array,
  column: Float64Array,
  from: number,
): void {
  for (const n of members) {
    column[from + n] = now[n << shift];
    now[n << shift] = 0;
  }
}
