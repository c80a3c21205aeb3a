import { DisjointSets } from "../engine/disjoint-sets.ts";
import { stableOrder } from "../engine/stable-order.ts";
import { FOCUS_COUNT, KINDS } from "./kinds.ts";
import type { Layout } from "./layout.ts";
import type { Candidates } from "./state/candidates.ts";

/**
 * Lists by number, in order, who and what belongs to a part of a world. Parts have nothing to do with each
 * other: no post, practice or organisation of one ever meets anybody of another. Regions are such parts, as
 * their organisations are for their own practices.
 */
export interface Part {
  readonly practices: Int32Array;
  readonly pools: Int32Array;
  readonly posts: Int32Array;
  readonly organisations: Int32Array;
  /** Blocks of the practices' register numbers. */
  readonly blocks: Int32Array;
}

/** Small parts are taken together until they have so many practices: each has weeks and months of its own. */
const PRACTICES = 24;

/** Lists all of a world as one part. */
export function wholeOf(layout: Layout, { numbers }: Candidates): Part {
  const all = ({ length }: { readonly length: number }) => Int32Array.from({ length }, (_, n) => n);
  return {
    practices: all(layout.practices),
    pools: all(layout.pools),
    posts: all(layout.posts),
    organisations: all(layout.organisations),
    blocks: numbers,
  };
}

/** Splits a world into its parts, in order of their pools; the whole alone where all hangs together. */
export function partsOf(layout: Layout, { practice }: Candidates, whole: Part): readonly Part[] {
  const { ofPool, ofOrganisation, count } = numberParts(layout);
  if (count === 1 || !isInOrder(layout, ofOrganisation)) return [whole];
  const ofPractice = (n: number): number => ofPool[layout.practices[n].pool];
  const practices = split(whole.practices, count, ofPractice);
  const pools = split(whole.pools, count, (pool) => ofPool[pool]);
  const posts = split(whole.posts, count, (post) => ofPool[layout.posts[post].pool]);
  const organisations = split(whole.organisations, count, (o) => ofOrganisation[o]);
  const blocks = split(whole.blocks, count, (block) => ofPractice(practice[block]));
  return practices.map((_, n) => ({
    practices: practices[n],
    pools: pools[n],
    posts: posts[n],
    organisations: organisations[n],
    blocks: blocks[n],
  }));
}

function split(members: Int32Array, parts: number, partOf: (member: number) => number): Int32Array[] {
  const { starts, order } = stableOrder(members.map(partOf), parts);
  const inOrder = order.map((n) => members[n]);
  return Array.from({ length: parts }, (_, part) => inOrder.slice(starts[part], starts[part + 1]));
}

interface Numbered {
  readonly ofPool: Int32Array;
  readonly ofOrganisation: Int32Array;
  readonly count: number;
}

/** Numbers the part of each pool and organisation; what no pool reaches is in the first. */
function numberParts(layout: Layout): Numbered {
  const { pools, organisations } = layout;
  const together = whatHangsTogether(layout);
  const practices = new Int32Array(pools.length);
  pools.forEach((pool, n) => {
    practices[together.lowest(n)] += pool.practices.length;
  });
  const ofPool = new Int32Array(pools.length);
  let part = 0;
  let inPart = 0;
  // The lowest pool stands for those that hang together, so it is met before them.
  for (let pool = 0; pool < pools.length; pool++) {
    const lowest = together.lowest(pool);
    if (lowest === pool) {
      if (inPart >= PRACTICES) {
        part++;
        inPart = 0;
      }
      inPart += practices[pool];
      ofPool[pool] = part;
    } else ofPool[pool] = ofPool[lowest];
  }
  const ofOrganisation = Int32Array.from(organisations, (_, o) => {
    const lowest = together.lowest(pools.length + o);
    return lowest < pools.length ? ofPool[lowest] : 0;
  });
  return { ofPool, ofOrganisation, count: part + 1 };
}

/**
 * Joins pools with the organisations that they, or posts of them, ever reach, and organisations with those of
 * their region, which take whom one of them turns away. Pools come first, then organisations, then regions.
 */
function whatHangsTogether(layout: Layout): DisjointSets {
  const { pools, posts, organisations, areas, areaOf } = layout;
  const { reachStart, reachOrganisation, edgeStart, edgeOrganisation } = layout;
  const regions = pools.length + organisations.length;
  const sets = new DisjointSets(regions + areas / FOCUS_COUNT);
  const joinAll = (pool: number, row: number, start: Int32Array, reached: Int32Array): void => {
    for (let n = start[row * FOCUS_COUNT]; n < start[(row + 1) * FOCUS_COUNT]; n++)
      sets.join(pool, pools.length + reached[n]);
  };
  for (let pool = 0; pool < pools.length; pool++) joinAll(pool, pool, reachStart, reachOrganisation);
  posts.forEach(({ pool }, post) => {
    joinAll(pool, post, edgeStart, edgeOrganisation);
  });
  for (let o = 0; o < organisations.length; o++)
    sets.join(pools.length + o, regions + Math.floor(areaOf[o] / FOCUS_COUNT));
  return sets;
}

/**
 * Says whether the organisations of each kind stand part after part: what is added up over a kind is then
 * added in one order, whether the parts run one after another or together.
 */
function isInOrder({ kindOf }: Layout, ofOrganisation: Int32Array): boolean {
  const last = new Int32Array(KINDS);
  return ofOrganisation.every((part, o) => {
    const isAfter = part >= last[kindOf[o]];
    last[kindOf[o]] = part;
    return isAfter;
  });
}
