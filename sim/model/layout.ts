import { stableOrder } from "../engine/stable-order.ts";
import type { Scenario } from "../scenario/schema.ts";
import { FOCUSES } from "../words/focuses.ts";
import { ORGANISATION_TYPES } from "../words/organisation-types.ts";
import { generateOrganisations, type OrganisationSite, type TemplateRow } from "./generate-organisations.ts";
import { placesOf } from "./generate-practices.ts";
import {
  refuseRepeatedIds,
  refuseTooManyOrganisations,
  refuseUnknownOrganisations,
  refuseUnknownPlaces,
} from "./layout-checks.ts";
import { addedPosts } from "./levers/posts-added.ts";
import { planSpreads } from "./levers/posts-cut.ts";
import { reachOf } from "./reach.ts";
import type { SpreadPlan } from "./spread-plan.ts";
import { everStaffed, type PlaceOfPost, territories } from "./territories.ts";

/**
 * Says who is where before the first day: practices, pools, posts and organisations by number. Posts that
 * the timeline adds later are among the posts. Edges join a post to every organisation that it can ever
 * reach, wherever the timeline sends it.
 */
export interface Layout {
  readonly practices: readonly {
    readonly id: string;
    readonly listSize: number;
    readonly pool: number;
    readonly locality: string;
    readonly region: string | undefined;
    /** Shares of its people in the five quintiles. */
    readonly deprivation: readonly number[];
    readonly drivers: Scenario["practices"][number]["drivers"];
  }[];
  readonly pools: readonly { readonly id: string; readonly practices: readonly number[] }[];
  readonly posts: readonly {
    readonly id: string;
    /** Where it is, or will begin. */
    readonly pool: number;
    readonly fte: number;
    /** Whether it is there on the first day; otherwise an action of the timeline adds it. */
    readonly isInitial: boolean;
  }[];
  readonly organisations: readonly OrganisationSite[];
  /** How many of them the scenario names; those after them are generated. */
  readonly namedOrganisations: number;
  /** The organisations' types, focuses and kinds (`type * FOCUSES + focus`) by number. */
  readonly typeOf: Uint8Array;
  readonly focusOf: Uint8Array;
  readonly kindOf: Uint8Array;
  /**
   * Area of each, `region * FOCUSES + focus`, and how many areas there are: what a service turns away stays
   * in its area.
   */
  readonly areaOf: Int32Array;
  readonly areas: number;
  /** Whether a post ever works in a pool. */
  readonly isEverStaffed: readonly boolean[];
  /** For each action of the timeline that spreads posts, its plan. */
  readonly spreads: readonly (SpreadPlan | undefined)[];
  /** Edges of post p and focus f: `edgeStart[p * FOCUSES + f]` up to the next start. */
  readonly edgeStart: Int32Array;
  readonly edgeOrganisation: Int32Array;
  /** Edges to organisation o: those that stand in `edgesTo` from `edgesToStart[o]` up to the next start. */
  readonly edgesToStart: Int32Array;
  readonly edgesTo: Int32Array;
  /** The same for the organisations within reach of pool p as it is before the first day. */
  readonly reachStart: Int32Array;
  readonly reachOrganisation: Int32Array;
}

/** Lays a scenario out. The loader has checked ids and references, but for generated ones. */
export function layOut(scenario: Scenario, template: readonly TemplateRow[]): Layout {
  const places = placesOf(scenario);
  refuseUnknownPlaces(scenario, places);
  const practiceNumber = numbered(places.practices);
  const pooled = new Set(places.pools.flatMap((pool) => pool.practices));
  const poolList = [
    ...places.pools,
    ...places.practices.filter(({ id }) => !pooled.has(id)).map(({ id }) => ({ id, practices: [id] })),
  ];
  const poolOfPractice = new Map(
    poolList.flatMap(({ practices }, n) => practices.map((practice) => [practice, n] as const)),
  );
  const poolNumber = numbered(poolList);
  const poolAt = (place: PlaceOfPost): number =>
    (place.practice !== undefined
      ? poolOfPractice.get(place.practice)
      : poolNumber.get(place.pool as string)) as number;

  const posts = [
    ...places.posts.map((post) => ({ post, isInitial: true })),
    ...addedPosts(scenario).map((post) => ({ post, isInitial: false })),
  ].map(({ post, isInitial }) => ({
    id: post.id,
    pool: poolAt(post),
    fte: post.fte ?? scenario.link_workers.fte,
    isInitial,
  }));
  const pools = poolList.map(({ id, practices }) => ({
    id,
    practices: practices.map((practice) => practiceNumber.get(practice) as number),
  }));
  const practices = places.practices.map((practice) => ({
    id: practice.id,
    listSize: practice.list_size,
    pool: poolOfPractice.get(practice.id) as number,
    locality: practice.locality ?? practice.id,
    region: practice.region,
    deprivation: deprivationOf(scenario, practice.most_deprived),
    drivers: practice.drivers,
  }));

  const initialPosts = new Float64Array(pools.length);
  for (const { pool, isInitial } of posts) if (isInitial) initialPosts[pool]++;
  const sites = practices.map(({ locality, region, pool }) => ({
    locality,
    region,
    posts: initialPosts[pool] / pools[pool].practices.length,
  }));
  refuseTooManyOrganisations(scenario, sites);
  const generated = generateOrganisations(scenario, sites, template);
  const organisations = [...scenario.organisations.members, ...generated].map(withEveryField);
  const { typeOf, focusOf, kindOf, areaOf, areas } = classify(organisations);
  refuseRepeatedIds(scenario, { practices, pools, posts, organisations });
  refuseUnknownOrganisations(scenario, organisations);
  const spreads = planSpreads(scenario, posts, pools, practices);
  const edges = reachOf(
    territories(scenario, { posts, pools, spreads }, poolAt).map((territory) =>
      territory.flatMap((pool) => pools[pool].practices),
    ),
    practices,
    organisations,
    focusOf,
    scenario.name,
  );
  const edgesTo = stableOrder(edges.organisation, organisations.length);
  const reach = reachOf(
    pools.map((pool) => pool.practices),
    practices,
    organisations,
    focusOf,
    scenario.name,
  );
  return {
    practices,
    pools,
    posts,
    organisations,
    namedOrganisations: scenario.organisations.members.length,
    typeOf,
    focusOf,
    kindOf,
    areaOf,
    areas,
    isEverStaffed: everStaffed(scenario, posts, pools.length, poolAt),
    spreads,
    edgeStart: edges.start,
    edgeOrganisation: edges.organisation,
    edgesToStart: edgesTo.starts,
    edgesTo: edgesTo.order,
    reachStart: reach.start,
    reachOrganisation: reach.organisation,
  };
}

/**
 * Gives a site all of the fields, also those that a scenario leaves out: then all sites are of one shape.
 */
const withEveryField = (
  site: Scenario["organisations"]["members"][number] | OrganisationSite,
): OrganisationSite => ({
  ...site,
  locality: site.locality,
  region: site.region,
  places: site.places,
  demand: site.demand,
});

/** Numbers the types, focuses, kinds and areas of organisations. */
function classify(
  organisations: readonly OrganisationSite[],
): Pick<Layout, "typeOf" | "focusOf" | "kindOf" | "areaOf" | "areas"> {
  const typeOf = new Uint8Array(organisations.length);
  const focusOf = new Uint8Array(organisations.length);
  const kindOf = new Uint8Array(organisations.length);
  const areaOf = new Int32Array(organisations.length);
  const regions = new Map<string | undefined, number>();
  for (const [o, { type, focus, region }] of organisations.entries()) {
    if (!regions.has(region)) regions.set(region, regions.size);
    typeOf[o] = ORGANISATION_TYPES.indexOf(type);
    focusOf[o] = FOCUSES.indexOf(focus);
    kindOf[o] = typeOf[o] * FOCUSES.length + focusOf[o];
    areaOf[o] = (regions.get(region) as number) * FOCUSES.length + focusOf[o];
  }
  return { typeOf, focusOf, kindOf, areaOf, areas: regions.size * FOCUSES.length };
}

function numbered(list: readonly { readonly id: string }[]): Map<string, number> {
  return new Map(list.map(({ id }, n) => [id, n]));
}

/** Gives a practice's shares of quintiles: the scenario's, or with another share of the most deprived. */
function deprivationOf(scenario: Scenario, most: number | undefined): readonly number[] {
  const [first, ...others] = scenario.people.deprivation;
  if (most === undefined) return scenario.people.deprivation;
  return [most, ...others.map((part) => (first < 1 ? (part * (1 - most)) / (1 - first) : 0))];
}
