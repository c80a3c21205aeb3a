import { MINUTES_PER_WEEK } from "../engine/minutes.ts";
import { KINDS } from "../model/kinds.ts";
import type { World } from "../model/world.ts";
import { FOCUSES } from "../words/focuses.ts";
import { ORGANISATION_TYPES } from "../words/organisation-types.ts";
import type { Metric } from "./metric.ts";
import { ratio, type Sink } from "./sink.ts";
import { sumOver } from "./sums.ts";

/** Says what is measured week by week and not over the whole run too. */
export const SERIES_METRICS: readonly Metric[] = [
  {
    metric: "referrals.week",
    unit: "people",
    words: "Referrals a week",
    better: null,
    meaning: "Episodes opened in the week",
  },
  {
    metric: "contacts.week",
    unit: "contacts",
    words: "Contacts a week",
    better: null,
    meaning: "Contacts in the week",
  },
  {
    metric: "posts.funded",
    unit: "posts",
    words: "Funded posts",
    better: null,
    meaning: "Mean number of funded posts over the week",
  },
  {
    metric: "organisation.queue",
    unit: "people",
    words: "Waiting at organisations",
    better: "lower",
    meaning: "People waiting at organisations, linked or not",
  },
];

/** Lists the members that weekly sums run over, once for all weeks. */
export interface SeriesMembers {
  readonly posts: readonly number[];
  readonly pools: readonly number[];
  /** Kinds of organisation of each type. */
  readonly byType: readonly (readonly number[])[];
}

/** Gathers the members of a world. */
export function seriesMembers({ layout }: World): SeriesMembers {
  return {
    posts: layout.posts.map((_, p) => p),
    pools: layout.pools.map((_, p) => p),
    byType: ORGANISATION_TYPES.map((_, t) => FOCUSES.map((_, f) => t * FOCUSES.length + f)),
  };
}

/** Puts one week's numbers; called for each whole week in turn. */
export function putWeek(w: World, { posts, pools, byType }: SeriesMembers, week: number, sink: Sink): void {
  const { layout, tally } = w;
  const ofPosts = (field: keyof typeof tally.post, members: readonly number[] = posts): number =>
    sumOver(tally.post[field], tally.posts, members, week, week + 1);
  const ofPools = (field: keyof typeof tally.pool, members: readonly number[] = pools): number =>
    sumOver(tally.pool[field], tally.pools, members, week, week + 1);
  sink.put("referrals.week", "all", "all", ofPools("episodes"));
  sink.put("contacts.week", "all", "all", ofPosts("contacts"));
  sink.put(
    "utilisation.casework",
    "all",
    "all",
    ratio(ofPosts("caseworkMinutes"), ofPosts("availableMinutes")),
  );
  sink.put("caseload.mean", "all", "all", ratio(ofPosts("caseloadMinutes"), ofPosts("fundedMinutes")));
  for (const p of posts)
    sink.put(
      "caseload.mean",
      "link_worker",
      layout.posts[p].id,
      ofPosts("caseloadMinutes", [p]) / MINUTES_PER_WEEK,
    );
  sink.put("posts.funded", "all", "all", ofPosts("fundedMinutes") / MINUTES_PER_WEEK);
  sink.put("waiting_list.mean", "all", "all", ofPools("waitingMinutes") / MINUTES_PER_WEEK);
  for (const p of pools)
    sink.put(
      "waiting_list.mean",
      "pool",
      layout.pools[p].id,
      ofPools("waitingMinutes", [p]) / MINUTES_PER_WEEK,
    );
  ORGANISATION_TYPES.forEach((type, t) => {
    const of = (field: keyof typeof tally.organisation): number =>
      sumOver(tally.organisation[field], KINDS, byType[t], week, week + 1);
    sink.put("organisations.places", "organisation_type", type, of("places"));
    sink.put("organisation.in_place", "organisation_type", type, of("inPlace"));
    sink.put("organisation.queue", "organisation_type", type, of("queued"));
    sink.put("links.sent", "organisation_type", type, of("links"));
  });
}
