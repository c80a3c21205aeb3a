/**
 * Says which posts end when fewer are spread over all practices, and which pools are joined so that none is
 * left without.
 */
export interface SpreadPlan {
  readonly ends: readonly number[];
  /** Pairs of pools, in order: the first is joined into the second. */
  readonly joins: readonly (readonly [number, number])[];
}

/** Describes a pool to be planned for. */
export interface StaffedPool {
  readonly people: number;
  readonly region: string | undefined;
}

/**
 * Plans a cut to a number of posts that leaves no practice without one: time and again a post ends where
 * there is most funded time for each person (ties: the later pool), its last one. A pool that loses its only
 * post is joined into the pool of its region that then has most funded time for each person.
 */
export function planSpread(
  pools: readonly StaffedPool[],
  posts: readonly { readonly pool: number; readonly fte: number }[],
  to: number,
): SpreadPlan {
  const members = pools.map((_, pool) => posts.flatMap((post, p) => (post.pool === pool ? [p] : [])));
  const people = pools.map((pool) => pool.people);
  const fte = (pool: number): number => members[pool].reduce((sum, p) => sum + posts[p].fte, 0);
  const best = (isCandidate: (pool: number) => boolean, extraPeople: number): number => {
    let found = -1;
    let most = -1;
    pools.forEach((_, pool) => {
      if (members[pool].length === 0 || !isCandidate(pool)) return;
      const forEach = fte(pool) / Math.max(1, people[pool] + extraPeople);
      if (forEach >= most) {
        most = forEach;
        found = pool;
      }
    });
    return found;
  };
  const ends: number[] = [];
  const joins: (readonly [number, number])[] = [];
  for (let left = posts.length; left > to; left--) {
    const pool = best(() => true, 0);
    ends.push(members[pool].pop() as number);
    if (members[pool].length > 0) continue;
    const into = best((other) => pools[other].region === pools[pool].region, people[pool]);
    if (into < 0) continue;
    joins.push([pool, into]);
    people[into] += people[pool];
    people[pool] = 0;
  }
  return { ends, joins };
}
