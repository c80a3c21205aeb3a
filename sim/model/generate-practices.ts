import { entityKey } from "../random/keys.ts";
import { PURPOSE } from "../random/purposes.ts";
import { lognormal } from "../random/quantiles.ts";
import { uniform } from "../random/threefry.ts";
import type { Scenario } from "../scenario/schema.ts";

type Practice = Scenario["practices"][number];
type Pool = Scenario["pools"][number];
type Post = Scenario["link_workers"]["posts"][number];

/** Says which practices, pools and posts a scenario has before any action of its timeline. */
export interface Places {
  readonly practices: readonly Practice[];
  readonly pools: readonly Pool[];
  readonly posts: readonly Post[];
}

/**
 * Key of what belongs to a practice whatever the seed: its size and its people's deprivation are facts of
 * the scenario, not draws of a replication.
 */
const FACTS = { k0: 0x6c696e6b, k1: 0x73696d00 };

/**
 * Lists the practices, pools and posts of a scenario; where it asks for it, makes more from counts and
 * distributions. Generated practice n is `practice-n` with a list size and a share of people in quintile 1
 * that belong to its id, so that it is the same practice, with the same people, in a scenario of any size.
 * Pools take practices in order, posts are spread evenly over pools; without pools each practice gets a
 * post, largest lists get a second one first.
 */
export function placesOf(scenario: Scenario): Places {
  const { generate, practices: listed, pools } = scenario;
  const { posts } = scenario.link_workers;
  if (generate === "none") {
    const given = posts.length > 0 ? posts : listed.map(({ id }) => ({ id: `post-${id}`, practice: id }));
    return { practices: listed, pools, posts: given };
  }
  const count = Math.max(generate.practices, listed.length);
  const practices = Array.from({ length: count }, (_, n) => ({
    region: regionName(generate, n, count),
    ...(listed[n] ?? generated(generate, n)),
  }));
  if (generate.pools > 0) {
    const clusters = Array.from({ length: generate.pools }, (_, c) => ({
      id: `cluster-${c + 1}`,
      practices: practices
        .slice(share(c, count, generate.pools), share(c + 1, count, generate.pools))
        .map(({ id }) => id),
    })).filter((cluster) => cluster.practices.length > 0);
    return {
      practices,
      pools: clusters,
      posts: clusters.flatMap((pool, c) => postsOf(pool.id, c, generate.posts, clusters.length)),
    };
  }
  return { practices, pools: [], posts: attached(practices, generate.posts) };
}

type Generate = Exclude<Scenario["generate"], "none">;

function generated(rule: Generate, n: number): Practice {
  const id = `practice-${n + 1}`;
  const key = entityKey(FACTS, "practice", id);
  const size = rule.list_size * lognormal(uniform(key.k0, key.k1, 0, PURPOSE.listSize), rule.list_spread);
  const [low, high] = rule.most_deprived;
  return {
    id,
    list_size: Math.max(1, Math.round(size)),
    most_deprived: low + (high - low) * uniform(key.k0, key.k1, 0, PURPOSE.deprivedShare),
  };
}

function regionName(rule: Generate, n: number, count: number): string {
  return `region-${Math.floor((n * rule.regions) / count) + 1}`;
}

const share = (n: number, of: number, parts: number): number => Math.floor((n * of) / parts);

function postsOf(pool: string, c: number, posts: number, pools: number): Post[] {
  const first = share(c, posts, pools);
  const last = share(c + 1, posts, pools);
  return Array.from({ length: last - first }, (_, n) => ({ id: `post-${first + n + 1}`, pool }));
}

/**
 * Attaches posts to practices: one each, round after round, the largest lists first in a round that does not
 * reach all.
 */
function attached(practices: readonly Practice[], posts: number): Post[] {
  const bySize = [...practices.keys()].sort(
    (a, b) => practices[b].list_size - practices[a].list_size || a - b,
  );
  const hasOneMore = new Set(bySize.slice(0, posts % practices.length));
  return practices.flatMap(({ id }, n) => {
    const count = Math.floor(posts / practices.length) + (hasOneMore.has(n) ? 1 : 0);
    return Array.from({ length: count }, (_, i) => ({
      id: i === 0 ? `post-${id}` : `post-${id}-${i + 1}`,
      practice: id,
    }));
  });
}
