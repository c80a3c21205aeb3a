import { FOCUSES } from "../../words/focuses.ts";
import type { Layout } from "../layout.ts";

/**
 * Knows which posts are funded now, which pool each serves, and which practices share a pool: what the
 * timeline's changes of posts change.
 */
export class Staffing {
  readonly isFunded: Uint8Array;
  /** Number of funded posts. */
  count = 0;
  /** Full-time equivalents of each post now, and how much of them is paid: more than 1 with paid cover. */
  readonly fte: Float64Array;
  readonly paid: Float64Array;
  /** Posts of other pools that take people from a pool's list while its own post is away. */
  readonly helpersOf: number[][];
  readonly poolOfPost: Int32Array;
  readonly poolOfPractice: Int32Array;
  /** Funded posts of each pool, and its practices, in order. */
  readonly postsOf: number[][];
  readonly practicesOf: number[][];
  /** Share of the week that a post is on site in a practice. */
  readonly onSite: Float64Array;
  /** Minute from which a practice has had a post, -1 while it has none; 0 for one that began with a post. */
  readonly servedSince: Float64Array;
  /** Whether an organisation is within reach of where its post works now, for each edge. */
  readonly isInReach: Uint8Array;
  private readonly layout: Layout;

  constructor(layout: Layout) {
    this.layout = layout;
    this.isFunded = new Uint8Array(layout.posts.length);
    this.fte = new Float64Array(layout.posts.length);
    this.paid = new Float64Array(layout.posts.length);
    this.helpersOf = layout.pools.map(() => []);
    this.poolOfPost = new Int32Array(layout.posts.length);
    this.poolOfPractice = new Int32Array(layout.practices.length);
    this.postsOf = layout.pools.map(() => []);
    this.practicesOf = layout.pools.map(() => []);
    this.onSite = new Float64Array(layout.practices.length);
    this.servedSince = new Float64Array(layout.practices.length);
    this.isInReach = new Uint8Array(layout.edgeOrganisation.length);
    this.reset();
  }

  /** Goes back to the first day. */
  reset(): void {
    const { posts, pools } = this.layout;
    pools.forEach(({ practices }, pool) => {
      this.practicesOf[pool].splice(0, Infinity, ...practices);
      this.postsOf[pool].length = 0;
      this.helpersOf[pool].length = 0;
      for (const practice of practices) this.poolOfPractice[practice] = pool;
    });
    this.count = 0;
    this.isFunded.fill(0);
    this.isInReach.fill(0);
    this.servedSince.fill(-1);
    this.paid.fill(1);
    posts.forEach(({ pool, fte, isInitial }, post) => {
      this.fte[post] = fte;
      this.poolOfPost[post] = pool;
      if (!isInitial) return;
      this.isFunded[post] = 1;
      this.postsOf[pool].push(post);
      this.count++;
    });
    for (let pool = 0; pool < pools.length; pool++) this.settle(pool, 0);
  }

  /** Lets a post begin in a pool. */
  begin(post: number, pool: number, now: number): void {
    this.isFunded[post] = 1;
    this.count++;
    this.poolOfPost[post] = pool;
    this.postsOf[pool].push(post);
    this.postsOf[pool].sort((a, b) => a - b);
    this.settle(pool, now);
  }

  /** Lets a post end. */
  end(post: number, now: number): void {
    const pool = this.poolOfPost[post];
    this.isFunded[post] = 0;
    this.count--;
    this.postsOf[pool] = this.postsOf[pool].filter((other) => other !== post);
    this.settle(pool, now);
  }

  /** Gives the full-time equivalents of all funded posts. */
  fullTime(): number {
    return this.fte.reduce((sum, fte, post) => sum + fte * this.isFunded[post], 0);
  }

  /** Changes the hours of a post. */
  setHours(post: number, fte: number, now: number): void {
    this.fte[post] = fte;
    if (this.isFunded[post] === 1) this.settle(this.poolOfPost[post], now);
  }

  /** Joins the practices and posts of a pool into another. */
  join(from: number, into: number, now: number): void {
    for (const practice of this.practicesOf[from]) this.poolOfPractice[practice] = into;
    for (const post of this.postsOf[from]) this.poolOfPost[post] = into;
    this.practicesOf[into] = [...this.practicesOf[into], ...this.practicesOf[from]].sort((a, b) => a - b);
    this.postsOf[into] = [...this.postsOf[into], ...this.postsOf[from]].sort((a, b) => a - b);
    this.practicesOf[from] = [];
    this.postsOf[from] = [];
    this.settle(into, now);
  }

  /** Works out what follows from who is in a pool. */
  private settle(pool: number, now: number): void {
    const posts = this.postsOf[pool];
    const practices = this.practicesOf[pool];
    const fte = posts.reduce((sum, post) => sum + this.fte[post], 0);
    for (const practice of practices) {
      this.onSite[practice] = Math.min(1, fte / practices.length);
      if (posts.length === 0) this.servedSince[practice] = -1;
      else if (this.servedSince[practice] < 0) this.servedSince[practice] = now;
    }
    const localities = new Set(practices.map((practice) => this.layout.practices[practice].locality));
    const regions = new Set(practices.map((practice) => this.layout.practices[practice].region));
    for (const post of posts) {
      const end = this.layout.edgeStart[(post + 1) * FOCUSES.length];
      for (let edge = this.layout.edgeStart[post * FOCUSES.length]; edge < end; edge++) {
        const { locality, region } = this.layout.organisations[this.layout.edgeOrganisation[edge]];
        const isNear =
          locality !== undefined ? localities.has(locality) : region === undefined || regions.has(region);
        this.isInReach[edge] = isNear ? 1 : 0;
      }
    }
  }
}
