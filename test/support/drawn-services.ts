import { MECHANISMS } from "../../sim/scenario/vocabulary.ts";
import fc from "./fast-check.ts";

/** Changes of posts and of policy, one of each kind. */
const LEVERS = [
  "posts_cut, to: 1",
  "posts_cut, to: 1, rule: spread",
  "posts_cut, to: 0, rule: drawn",
  "posts_cut, to: 1, by_attrition: true, announced: 2014-04-05",
  "posts_added, posts: [{ id: new, practice: practice-1, fte: 0.6 }]",
  "posts_moved, posts: [post-practice-2], practice: practice-1",
  "posts_shared, practices: [practice-1, practice-2]",
  "hours_changed, posts: [post-practice-2], fte: 0.4",
  "posts_cut, to_fte: 0.7",
  "absence, post: post-practice-1, until: 2015-01-12, cover: 20 %, list: colleagues, paid: false",
  "caseload_cap, cap: none",
  "contact_policy, first: 45 minutes, gap: 9 days, telephone: 30 %, group: 20 %, reserved: 20 %",
  "triage, order: crisis_first",
  "protected_networking, share: 100 %",
  "handover, ties: 50 %, patients: 50 %",
  "fill_vacancies, vacancy: 3 days",
  "agreement, types: [statutory]",
  "grant, amount: 90000 GBP, lasts: 12 weeks",
  "grant_cycle, length: 156 weeks",
  "statutory_withdrawal, share: 55 %",
  "integration_support, by: 30 %",
  "employment, by: health_service",
];

export interface DrawnService {
  /** Overrides, and the timeline's actions, a line of YAML each. */
  readonly set: readonly string[];
  readonly timeline: readonly string[];
}

/** Draws overrides that make very different services: idle or drowning, with any set of mechanisms off. */
export const drawnServices = fc
  .record({
    rate: fc.integer({ min: 1, max: 90 }),
    cap: fc.oneof(
      fc.integer({ min: 1, max: 60 }).map((n) => `${n} people`),
      fc.constant("none"),
    ),
    fte: fc.constantFrom("0.2", "0.5", "1"),
    missed: fc.integer({ min: 0, max: 60 }),
    patience: fc.integer({ min: 2, max: 60 }),
    extra: fc.integer({ min: 0, max: 6 }),
    crisis: fc.integer({ min: 0, max: 12 }),
    places: fc.integer({ min: 1, max: 40 }),
    wait: fc.integer({ min: 0, max: 20 }),
    order: fc.constantFrom("fifo", "crisis_first"),
    warmUp: fc.constantFrom("0 weeks", "9 weeks", "26 weeks"),
    atMost: fc.constantFrom("none", "2 contacts", "6 contacts"),
    limit: fc.constantFrom("none", "3 people", "40 people"),
    cut: fc.integer({ min: 0, max: 100 }),
    over: fc.constantFrom("0 weeks", "20 weeks"),
    hit: fc.integer({ min: 0, max: 100 }),
    closes: fc.boolean(),
    off: fc.subarray([...MECHANISMS], { maxLength: 4 }),
    on: fc.subarray(["fundraising", "presence", "onward", "reliance"]),
    levers: fc.subarray(LEVERS, { maxLength: 5 }),
  })
  .map(
    (draw): DrawnService => ({
      set: [
        `referral.rate=${draw.rate} per 1000 a year`,
        `link_workers.caseload_cap=${draw.cap}`,
        `link_workers.fte=${draw.fte}`,
        `contact.non_attendance=${draw.missed} %`,
        `waiting_list.patience=${draw.patience} weeks`,
        `waiting_list.order=${draw.order}`,
        `waiting_list.limit=${draw.limit}`,
        `needs.extra=${draw.extra}`,
        `contact.crisis_rate=${draw.crisis} a year`,
        `contact.at_most=${draw.atMost}`,
        `organisations.types.local.places=${draw.places} places`,
        `organisations.types.city_wide.background=${100 + 4 * draw.wait} %`,
        `warm_up=${draw.warmUp}`,
        ...draw.on.map((mechanism) => `mechanisms.${mechanism}=on`),
        ...draw.off.map((mechanism) => `mechanisms.${mechanism}=off`),
      ],
      timeline: [
        `{ id: cut, date: 2014-09-01, kind: funding_cut, share: ${draw.cut} %, over: ${draw.over}, hit: ${draw.hit} % }`,
        ...(draw.closes ? ["{ id: close, date: 2014-11-03, kind: closure, types: [statutory] }"] : []),
        ...draw.levers.map((lever, n) =>
          `{ id: lever-${n}, date: 2014-0${6 + n}-16, kind: ${lever} }`.replace("010", "10"),
        ),
      ],
    }),
  );

/** Writes a timeline of actions. */
export const timelineOf = (actions: readonly string[]): string =>
  `timeline:${actions.length === 0 ? " []" : ""}\n${actions.map((action) => `  - ${action}\n`).join("")}`;
