import * as z from "zod";
import { FOCUSES } from "../words/focuses.ts";
import { ORGANISATION_TYPES } from "../words/organisation-types.ts";
import { duration, id, minutes, money, share, strict, whole } from "./fields.ts";
import { date, quantity, unlimited } from "./quantity.ts";

/** Declares what a timeline may hold: dated shocks, changes of posts, and changes of policy. */

export const postSchema = strict({
  id,
  practice: id.optional().describe("the practice that the post is attached to"),
  pool: id.optional().describe("or the pool that it serves"),
  fte: quantity("number", { min: 0.05, max: 1, meaning: "share of full time" }).optional(),
});

const targets = {
  types: z
    .array(z.enum(ORGANISATION_TYPES))
    .optional()
    .describe("organisation types it concerns; all if left out"),
  focuses: z.array(z.enum(FOCUSES)).optional().describe("focuses it concerns; all if left out"),
  organisations: z.array(id).optional().describe("organisations it concerns; all if left out"),
};

/** Declares a dated action: its name, its day and its kind, then what it changes. */
const action = <K extends string, S extends z.ZodRawShape>(kind: K, meaning: string, fields: S) =>
  strict({ id, date: date("when it takes effect"), kind: z.literal(kind).describe(meaning), ...fields });

const places_of = strict({
  practice: id.optional().describe("the practice that it goes to"),
  pool: id.optional().describe("or the pool"),
}).shape;

const shocks = [
  action("funding_cut", "organisations lose a share of their income, in real terms", {
    ...targets,
    share: share("share of yearly income that is lost"),
    over: duration("time over which the cut comes in; 0 weeks for one step").default(0),
    hit: share("share of the organisations concerned that are hit, drawn by lot").default(1),
  }),
  action("closure", "organisations close and every client's link fails", targets),
  action("statutory_withdrawal", "statutory services give up a share of their places at once", {
    focuses: targets.focuses,
    organisations: targets.organisations,
    share: share("share of their places; at 100 % they close"),
  }),
  action("demand_surge", "more requests and more other clients at organisations", {
    on: z
      .array(z.enum(["referrals", "organisations"]))
      .min(1)
      .describe("what rises; both if left out")
      .default(["referrals", "organisations"]),
    rise: quantity("share", { min: 0, max: 5, meaning: "by how much" }),
    over: duration("time over which it comes in; 0 weeks for one step").default(0),
    lasts: z.union([duration("time after which it is over"), unlimited()]).default(Number.POSITIVE_INFINITY),
  }),
] as const;

const staffing = [
  action("posts_cut", "link-worker posts end; their patients head the pool's list, or end with the post", {
    posts: z.array(id).min(1).optional().describe("the posts that end"),
    to: whole("or the number of posts that are left", 0, 100_000).optional(),
    rule: z
      .enum(["smallest_list", "least_deprived", "drawn", "spread"])
      .describe(
        "which posts end when a number is left: those of the smallest lists, of the least deprived practices, by lot, or the best staffed, with what is left spread over all practices",
      )
      .default("smallest_list"),
    by_attrition: z
      .boolean()
      .describe("posts end only as their holders leave, whoever that is, until the number is left")
      .default(false),
    announced: date("when it is made known; link workers leave more often from then on").optional(),
  }),
  action("posts_added", "new link-worker posts begin", {
    posts: z.array(postSchema).min(1).describe("the new posts"),
  }),
  action("posts_moved", "posts go to another practice or pool; their patients stay behind", {
    posts: z.array(id).min(1).describe("the posts that move"),
    ...places_of,
  }),
  action("posts_shared", "practices share one waiting list and all their posts from then on", {
    practices: z.array(id).min(2).describe("the practices, in one pool that is named after the first"),
  }),
] as const;

const policies = [
  action("caseload_cap", "another cap on caseloads", {
    cap: z.union([
      quantity("people", {
        min: 1,
        max: 100_000,
        whole: true,
        meaning: "most open cases of a full-time post",
      }),
      unlimited(),
    ]),
  }),
  action("contact_policy", "other contacts: length, spacing, number, by telephone or in groups", {
    first: minutes("face time of a first contact").optional(),
    first_admin: minutes("its administration").optional(),
    follow_up: minutes("face time of a later contact").optional(),
    follow_up_admin: minutes("its administration").optional(),
    gap: duration("wanted time between contacts").optional(),
    absorption_gap: duration("the same while every need is held or sent").optional(),
    at_most: z
      .union([
        quantity("contacts", {
          min: 1,
          max: 1000,
          whole: true,
          meaning: "contacts after which a case is reviewed out",
        }),
        unlimited(),
      ])
      .optional(),
    telephone: share("share of later contacts that are calls").optional(),
    group: share("share of later contacts that are group sessions").optional(),
    reserved: share("share of casework time that is kept for first contacts").optional(),
  }),
  action("triage", "another order of the waiting lists", { order: z.enum(["fifo", "crisis_first"]) }),
  action("protected_networking", "casework may not take networking time", {
    share: share("share of the planned networking time that is protected"),
  }),
  action("handover", "who leaves hands over", {
    ties: share("part of a tie that is kept when either side leaves"),
    patients: share("part of the effect of a new link worker on patients that a joint meeting takes away"),
  }),
  action("fill_vacancies", "vacant posts are filled and covered otherwise", {
    vacancy: duration("time until a post is filled"),
    days: share("working days of a vacant post that are covered").optional(),
  }),
  action("agreement", "the programme agrees with organisations on how they take people", targets),
  action("grant", "organisations get more money, beyond what they had", {
    ...targets,
    amount: money("a year, shared by places among the organisations concerned"),
    lasts: z.union([duration("time after which it ends"), unlimited()]).default(Number.POSITIVE_INFINITY),
  }),
  action("grant_cycle", "grants run for another time", { length: duration("length of a grant", 40_320) }),
  action("integration_support", "practices are helped to make the programme their own", {
    practices: z.array(id).min(1).optional().describe("practices it concerns; all if left out"),
    by: share("what it adds to each driver of integration, up to 1"),
  }),
  action("employment", "link workers are employed by the health service, or by the third sector", {
    by: z.enum(["health_service", "third_sector"]),
  }),
] as const;

export const actionSchema = z.discriminatedUnion("kind", [...shocks, ...staffing, ...policies]);
