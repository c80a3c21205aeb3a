import { nearestName } from "../scenario/nearest-name.ts";
import { type Problem, ScenarioError } from "../scenario/problem.ts";
import type { Scenario } from "../scenario/schema.ts";
import { FOCUSES, ORGANISATION_TYPES } from "../scenario/vocabulary.ts";
import { generateOrganisations, type OrganisationSite, type TemplateRow } from "./generate-organisations.ts";

/** Says who is where: practices, pools, posts and organisations by number, and which post reaches which organisation. */
export interface Layout {
  readonly practices: readonly {
    readonly id: string;
    readonly listSize: number;
    readonly pool: number;
    readonly onSite: number;
  }[];
  readonly pools: readonly {
    readonly id: string;
    readonly practices: readonly number[];
    readonly posts: readonly number[];
  }[];
  readonly posts: readonly { readonly id: string; readonly pool: number; readonly fte: number }[];
  readonly organisations: readonly (OrganisationSite & {
    readonly typeNumber: number;
    readonly focusNumber: number;
  })[];
  /** Edges of post p and focus f: `edgeStart[p * FOCUSES + f]` up to the next start. */
  readonly edgeStart: Int32Array;
  readonly edgeOrganisation: Int32Array;
}

/** Lays a scenario out. The loader has checked ids and references. */
export function layOut(scenario: Scenario, template: readonly TemplateRow[]): Layout {
  const practiceNumber = new Map(scenario.practices.map((practice, n) => [practice.id, n]));
  const pooled = new Set(scenario.pools.flatMap((pool) => pool.practices));
  const poolList = [
    ...scenario.pools,
    ...scenario.practices
      .filter((practice) => !pooled.has(practice.id))
      .map(({ id }) => ({ id, practices: [id] })),
  ];
  const poolOfPractice = new Map<string, number>();
  poolList.forEach((pool, n) => {
    for (const practice of pool.practices) poolOfPractice.set(practice, n);
  });
  const poolNumber = new Map(poolList.map((pool, n) => [pool.id, n]));

  const given = scenario.link_workers.posts;
  const postList =
    given.length > 0
      ? given
      : scenario.practices.map(({ id }) => ({
          id: `post-${id}`,
          practice: id,
          fte: undefined,
          pool: undefined,
        }));
  const posts = postList.map((post) => ({
    id: post.id,
    pool: (post.practice !== undefined
      ? poolOfPractice.get(post.practice)
      : poolNumber.get(post.pool as string)) as number,
    fte: post.fte ?? scenario.link_workers.fte,
  }));

  const pools = poolList.map((pool, n) => ({
    id: pool.id,
    practices: pool.practices.map((id) => practiceNumber.get(id) as number),
    posts: posts.flatMap((post, p) => (post.pool === n ? [p] : [])),
  }));
  const practices = scenario.practices.map((practice) => {
    const pool = poolOfPractice.get(practice.id) as number;
    const fte = pools[pool].posts.reduce((sum, p) => sum + posts[p].fte, 0);
    return {
      id: practice.id,
      listSize: practice.list_size,
      pool,
      onSite: Math.min(1, fte / pools[pool].practices.length),
    };
  });

  const sites = scenario.practices.map((practice, n) => ({
    locality: practice.locality ?? practice.id,
    region: practice.region,
    posts: pools[practices[n].pool].posts.length / pools[practices[n].pool].practices.length,
  }));
  const members = scenario.organisations.members.map((member) => ({
    ...member,
    locality: member.locality,
    region: member.region,
    places: member.places,
    demand: member.demand,
  }));
  const organisations = [...members, ...generateOrganisations(scenario, sites, template)].map((site) => ({
    ...site,
    typeNumber: ORGANISATION_TYPES.indexOf(site.type),
    focusNumber: FOCUSES.indexOf(site.focus),
  }));
  refuseUnknownOrganisations(scenario, organisations);
  return { practices, pools, posts, organisations, ...edgesOf(pools, posts, sites, organisations) };
}

/** Refuses actions on organisations that are not there; only here are the generated ones known. */
function refuseUnknownOrganisations(scenario: Scenario, organisations: Layout["organisations"]): void {
  const known = new Set(organisations.map(({ id }) => id));
  const problems = scenario.timeline.flatMap((action) =>
    ("organisations" in action ? (action.organisations ?? []) : [])
      .filter((id) => !known.has(id))
      .map((id): Problem => {
        const nearest = nearestName(id, [...known]);
        return {
          file: scenario.name,
          path: `timeline[${action.id}].organisations`,
          found: JSON.stringify(id),
          expected: "an organisation of this scenario",
          ...(nearest === undefined ? {} : { hint: `Did you mean ${nearest}?` }),
          severity: "error",
        };
      }),
  );
  if (problems.length > 0) throw new ScenarioError(problems);
}

function edgesOf(
  pools: Layout["pools"],
  posts: Layout["posts"],
  sites: readonly { readonly locality: string; readonly region: string | undefined }[],
  organisations: Layout["organisations"],
): Pick<Layout, "edgeStart" | "edgeOrganisation"> {
  const reachKey = (n: number): string => {
    const { locality, region } = organisations[n];
    if (locality !== undefined) return `locality ${locality}`;
    return region === undefined ? "all" : `region ${region}`;
  };
  const byReach = new Map<string, number[]>();
  for (let n = 0; n < organisations.length; n++) {
    const key = reachKey(n);
    const list = byReach.get(key);
    if (list === undefined) byReach.set(key, [n]);
    else list.push(n);
  }
  const starts: number[] = [];
  const edges: number[] = [];
  for (const post of posts) {
    const keys = new Set(["all"]);
    for (const practice of pools[post.pool].practices) {
      keys.add(`locality ${sites[practice].locality}`);
      if (sites[practice].region !== undefined) keys.add(`region ${sites[practice].region}`);
    }
    const reached = [...keys].flatMap((key) => byReach.get(key) ?? []).sort((a, b) => a - b);
    for (let focus = 0; focus < FOCUSES.length; focus++) {
      starts.push(edges.length);
      for (const n of reached) if (organisations[n].focusNumber === focus) edges.push(n);
    }
  }
  starts.push(edges.length);
  return { edgeStart: Int32Array.from(starts), edgeOrganisation: Int32Array.from(edges) };
}
