import { placesOf } from "../model/generate-practices.ts";
import type { Layout } from "../model/layout.ts";
import { LEVERS } from "../model/levers/levers.ts";
import { addedPosts } from "../model/levers/posts-added.ts";
import { isOn } from "../model/mechanisms.ts";
import type { Scenario } from "../scenario/schema.ts";
import type { Mechanism } from "../scenario/vocabulary.ts";
import { FOCUSES } from "../words/focuses.ts";
import { ORGANISATION_TYPES, TYPE_WORDS } from "../words/organisation-types.ts";

/** A path of a scenario whose value, or whose every value below it, nothing reads, and why not. */
export interface UnreadPath {
  readonly path: string;
  readonly why: string;
}

/** Finds paths that nothing reads in a scenario as it is laid out. */
type UnreadRule = (scenario: Scenario, layout: Layout) => readonly UnreadPath[];

/** Says why the paths are not read, or nothing where they are. */
const unless = (isRead: boolean, why: string, paths: readonly string[]): readonly UnreadPath[] =>
  isRead ? [] : paths.map((path) => ({ path, why }));

/** Blocks that one mechanism alone reads, whatever neutral number its rule has when it is off. */
const OF_ONE_MECHANISM: readonly (readonly [Mechanism, readonly string[]])[] = [
  ["fundraising", ["fundraising"]],
  ["reliance", ["reliance"]],
  ["confidence", ["confidence"]],
  ["hold-off", ["hold_off"]],
  ["networking", ["networking.visit", "networking.gain", "networking.unknown_every"]],
  ["benefit", ["benefit"]],
  ["cost", ["costs"]],
];

/** Each rule is of what makes numbers idle: members that override a default, a switch, a share of 0. */
const RULES: readonly UnreadRule[] = [
  (scenario, { posts }) => {
    const staff = [...placesOf(scenario).posts, ...addedPosts(scenario)];
    const why = posts.length === 0 ? "there is no post" : "every post says its own fte";
    return unless(
      staff.some(({ fte }) => fte === undefined),
      why,
      ["link_workers.fte"],
    );
  },
  (_, { organisations }) =>
    ORGANISATION_TYPES.flatMap((type) => {
      const own = organisations.filter((site) => site.type === type);
      const { adjective } = TYPE_WORDS[type];
      if (own.length === 0)
        return unless(false, `there is no ${adjective} organisation`, [
          `organisations.types.${type}`,
          `funding.types.${type}`,
        ]);
      return unless(
        own.some(({ places }) => places === undefined),
        `every ${adjective} organisation says its own places`,
        [`organisations.types.${type}.places`],
      );
    }),
  (_, { organisations }) =>
    FOCUSES.flatMap((focus) =>
      unless(
        organisations.some((site) => site.focus === focus),
        "there is no organisation of that focus",
        [`organisations.weeks_in_place.${focus}`],
      ),
    ),
  (scenario) =>
    OF_ONE_MECHANISM.flatMap(([mechanism, paths]) =>
      unless(isOn(scenario, mechanism), "the mechanism that reads it is off", paths),
    ),
  ({ contact, timeline }) => [
    ...unless(
      contact.telephone.share > 0 || timeline.some((action) => "telephone" in action),
      "no contact is a call (contact.telephone.share is 0)",
      ["contact.telephone.minutes", "contact.telephone.work"],
    ),
    ...unless(
      contact.group.share > 0 || timeline.some((action) => "group" in action),
      "no contact is a group session (contact.group.share is 0)",
      ["contact.group.minutes", "contact.group.people", "contact.group.work"],
    ),
  ],
  ({ timeline }) => [
    ...unless(
      timeline.some(({ kind }) => kind === "employment"),
      "nothing on the timeline changes the employer",
      ["employment"],
    ),
    ...unless(
      timeline.some(({ kind }) => kind === "agreement"),
      "there is no agreement on the timeline",
      ["links.agreement_tie"],
    ),
    ...unless(
      timeline.some((action) => "announced" in action && action.announced !== undefined),
      "nothing on the timeline is announced beforehand",
      ["turnover.announced"],
    ),
  ],
  ({ funding }) =>
    ORGANISATION_TYPES.flatMap((type) =>
      unless(
        funding.types[type].grants > 0,
        `${TYPE_WORDS[type].adjective} organisations hold no grant`,
        ["grant_share", "renewal", "new_grant"].map((key) => `funding.types.${type}.${key}`),
      ),
    ),
  ({ structure }) =>
    unless(structure.needs === "together", "needs come independently (structure.needs)", [
      "needs.clustering",
    ]),
  ({ timeline }, { pools, posts }) => {
    const mayChange = timeline.some(({ kind }) => LEVERS[kind].rule === "posts");
    const fteOf = new Float64Array(pools.length);
    for (const post of posts) if (post.isInitial) fteOf[post.pool] += post.fte;
    return [
      ...unless(mayChange || fteOf.includes(0), "every practice has a link worker throughout", [
        "referral.usual_care",
      ]),
      ...unless(
        mayChange || pools.some(({ practices }, pool) => fteOf[pool] < practices.length),
        "every practice has a full-time link worker on site throughout",
        ["referral.on_site"],
      ),
    ];
  },
  ({ organisations }) =>
    unless(
      ORGANISATION_TYPES.some((type) => organisations.types[type].ineligible > 0),
      "no organisation refuses by eligibility",
      ["links.tightening"],
    ),
];

/** Lists the paths of a scenario that nothing reads. */
export function unreadPaths(scenario: Scenario, layout: Layout): readonly UnreadPath[] {
  return RULES.flatMap((rule) => rule(scenario, layout));
}
