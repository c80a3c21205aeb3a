import * as z from "zod";
import { FOCUSES } from "../words/focuses.ts";
import { ORGANISATION_TYPES } from "../words/organisation-types.ts";
import { actionSchema } from "./actions.ts";
import {
  duration,
  id,
  minutes,
  money,
  number,
  perFocus,
  perType,
  perYear,
  places,
  positive,
  share,
  strict,
  whole,
} from "./fields.ts";
import { postSchema } from "./internal/action-parts.ts";
import { sumsToOne } from "./internal/sums-to-one.ts";
import { date, quantity, target, timeOfDay, unlimited } from "./quantity.ts";
import { MECHANISMS, WEEKDAYS } from "./vocabulary.ts";

/**
 * Declares the scenario file once: this declaration validates it, types it and is published as JSON Schema.
 * Every key is required here because `scenarios/defaults.yaml` is a complete scenario that every file extends.
 */

const calendar = z.union([
  z.literal("always").describe("no nights, weekends or holidays: for comparison with queueing theory"),
  strict({
    days: z.array(z.enum(WEEKDAYS)).min(1).max(7).describe("days that people work"),
    opens: timeOfDay("when the working day begins"),
    hours_per_day: quantity("duration", {
      min: 60,
      max: 480,
      meaning: "working time a day of a full-time post",
    }),
    holidays: z.array(date("a public holiday")).max(2000),
  }),
]);

export const practiceSchema = strict({
  id,
  list_size: quantity("people", { min: 0, max: 200_000, whole: true, meaning: "registered patients" }),
  locality: id
    .optional()
    .describe("the locality whose local organisations it can use; its own id if left out"),
  region: id.optional().describe("the region whose city-wide organisations it can use"),
  drivers: strict({
    leadership: number("shared leadership", 0, 1),
    team: number("team relationships", 0, 1),
    continuity: number("continuity of the link worker's support", 0, 1),
    few_innovations: number("few competing innovations", 0, 1),
  })
    .optional()
    .describe("what moves its integration; drawn if left out"),
  most_deprived: share(
    "share of its people in quintile 1; the other quintiles share the rest as in people.deprivation",
  ).optional(),
});

export const poolSchema = strict({
  id,
  practices: z.array(id).min(1).describe("the practices that share one waiting list"),
});

export const organisationSchema = strict({
  id,
  type: z.enum(ORGANISATION_TYPES),
  focus: z.enum(FOCUSES),
  locality: id.optional().describe("for a local charity: its locality"),
  region: id.optional().describe("for others: the region it serves; all if left out"),
  places: z.union([places("people that it can serve at once"), unlimited()]).optional(),
  demand: quantity("per_week", {
    min: 0,
    max: 1e6,
    meaning: "other clients who come in a week; from the type's load if left out",
  }).optional(),
});

/** Declares a row of the template from which organisations are generated. */
export const templateSchema = strict({
  id,
  type: z.enum(ORGANISATION_TYPES),
  focus: z.enum(FOCUSES),
  interviewed_focus: z.string().optional(),
});

const typeRules = strict({
  places: z.union([places("people that it can serve at once, at the start"), unlimited()]),
  load: quantity("share", { min: 0, max: 3, meaning: "demand at the start over what its places can serve" }),
  wait: duration("standing wait at the start; who gives up in it comes on top of the load"),
  link_share: share("share of that demand that comes from link workers"),
  intake_delay: duration("time from the link worker's referral to the organisation's list"),
  ineligible: share("share refused by eligibility from a link worker without a tie"),
  full_after: z.union([duration("expected wait over which it refuses"), unlimited()]),
  open_door: z.boolean().describe("never refuses, stretches over its places and triages"),
});

const fundingRules = strict({
  grants: whole("grants held at the start", 0, 24),
  grant_share: share("share of income that comes from grants"),
  renewal: share("chance that a grant is renewed at the end of its cycle"),
  new_grant: share("chance that a lost grant is won back at the next cycle"),
  drift: quantity("per_year", { min: -0.5, max: 0.5, meaning: "real growth of income a year" }),
});

const generatePractices = strict({
  practices: whole("practices in all, those listed among them", 1, 20_000),
  posts: whole("full-time link-worker posts in all, spread evenly over pools", 0, 100_000),
  pools: whole("pools in all; 0 for a list of its own at every practice", 0, 20_000),
  regions: whole("regions that the practices lie in, one after another", 1, 1000),
  list_size: quantity("people", { min: 100, max: 200_000, meaning: "median list size" }),
  list_spread: number("spread of list sizes: standard deviation of the logarithm", 0, 2),
  most_deprived: z
    .array(share("of a practice's people in quintile 1"))
    .length(2)
    .describe("lowest and highest share of people in quintile 1"),
});

const generate = strict({
  local_per_practice: whole("local charities in each practice's locality", 0, 200),
  posts_per_city_wide: quantity("number", {
    min: 0.01,
    max: 1000,
    meaning: "link-worker posts for each city-wide charity",
  }),
  posts_per_statutory: quantity("number", {
    min: 0.01,
    max: 1000,
    meaning: "link-worker posts for each statutory or national organisation",
  }),
});

export const scenarioSchema = strict({
  name: id,
  rationale: z.string().max(4000).optional(),
  start: date("first day of the run"),
  horizon: quantity("duration", { min: 1440, max: 60 * 525_960, meaning: "length of the run after warm-up" }),
  warm_up: duration("time simulated before the start and not measured"),
  calendar,
  data: strict({
    practices: z.string().optional(),
    organisations: z.string().optional(),
    organisation_template: z.string().optional(),
    link_workers: z.string().optional(),
  }).optional(),
  practices: z.array(practiceSchema).max(20_000),
  generate: z.union([generatePractices, z.literal("none")]),
  pools: z.array(poolSchema).max(20_000),
  people: strict({
    deprivation: z
      .array(share("share of people in the quintile, most deprived first"))
      .length(5)
      .check(sumsToOne),
    women: share("share of women among those referred"),
    age_bands: z.record(z.string().max(20), share("share of those referred")).check(sumsToOne),
    readiness_sd: number("spread of readiness, in log odds", 0, 10),
    crisis: share("share of requests made in a crisis"),
  }),
  referral: strict({
    rate: quantity("rate_per_person", {
      min: 0,
      max: 0.12,
      meaning: "accepted requests for each registered person, at the reference list",
    }),
    reference_list: quantity("people", { min: 1, max: 1e6, meaning: "list size at which the rate holds" }),
    list_exponent: number("power of list size by which the rate changes", -2, 2),
    ramp: duration("time over which a new programme's referrals grow to the full rate"),
    on_site: share("part of the rate that grows with the share of the week that a post is on site"),
    relative_rate: z.array(number("rate of the quintile over that of the most deprived", 0, 10)).length(5),
    usual_care: share(
      "share of requests at a practice without a post that reach an organisation, chosen blind",
    ),
    presence: share(
      "most of a practice's requests that go straight to an organisation that comes into the practice",
    ),
    sources: strict({
      gp: share("by a GP"),
      practice_team: share("by other practice staff"),
      self: share("by the person"),
    }).check(sumsToOne),
    returns: strict({
      chance: share("chance of a new request after an ended episode"),
      open_needs_factor: number("times that, if needs were left open", 0, 20),
      delay: duration("mean time from the end to the return"),
    }),
  }),
  waiting_list: strict({
    order: z.enum(["fifo", "crisis_first"]),
    limit: z.union([
      quantity("people", {
        min: 1,
        max: 1e9,
        whole: true,
        meaning: "longest list; further requests are turned away",
      }),
      unlimited(),
    ]),
    patience: duration("median time that a person waits for an offer before giving up", positive),
    patience_shape: number("shape of the Weibull law of patience", 0.1, 20),
    uptake: number("log odds of taking up an appointment offered at once"),
    uptake_per_week: number("change of those log odds for each week from referral to appointment"),
    uptake_readiness: number("change of those log odds for each unit of readiness"),
    self_help: share("share of those never seen who turn up at organisations by themselves"),
  }),
  needs: strict({
    extra: number("mean of the Poisson number of needs beyond the first", 0, 20),
    at_most: whole("most needs a person has", 1, 7),
    own: share("share of needs that the link worker can meet"),
    severity: z.array(share("share of needs of severity 1, 2, 3")).length(3).check(sumsToOne),
    focus: perFocus(share("share of needs")).check(sumsToOne),
    work_own: quantity("contacts", {
      min: 0.1,
      max: 1000,
      meaning: "mean work of a need that the link worker meets",
    }),
    work_link: quantity("contacts", { min: 0.1, max: 1000, meaning: "mean work before a link is sent" }),
    work_per_severity: share("more work for each step of severity over the first"),
    work_law: z
      .enum(["geometric", "fixed"])
      .describe("law of the work: a fixed chance that a contact is the last, or none"),
    first_contact: quantity("number", {
      min: 0,
      max: 1,
      meaning: "work done by a first contact, in units of a later one",
    }),
    at_a_time: whole("needs worked on in one contact", 1, 7),
    failed_links: whole("failed links after which a need is given up", 1, 50),
  }),
  contact: strict({
    booking: z.enum(["diary", "as_ready"]).describe("appointments in a diary, or first come, first served"),
    length: z
      .enum(["fixed", "exponential", "lognormal"])
      .describe("law of a contact's minutes when served as ready"),
    first: minutes("face time of a first contact"),
    first_admin: minutes("its administration"),
    follow_up: minutes("face time of a later contact"),
    follow_up_admin: minutes("its administration"),
    missed: minutes("time lost by a missed appointment"),
    never_seen: minutes("time spent on somebody who declines or never attends"),
    notice: duration("shortest notice of an appointment"),
    booking_horizon: duration("how far ahead a first appointment is offered", 1440),
    gap: duration("wanted time between contacts"),
    gap_spread: share("spread of it, both ways"),
    gap_law: z.enum(["uniform", "exponential"]),
    absorption_gap: duration("wanted time between contacts while every need is held or sent"),
    non_attendance: share("chance that an appointment is missed"),
    rebook_after: duration("time from a missed appointment to the next"),
    missed_in_a_row: whole("missed appointments in a row that close a case", 1, 20),
    crisis_rate: perYear("crises of a person in active casework", 0, 52),
    telephone: strict({
      share: share("share of later contacts that are calls"),
      minutes: minutes("time on the telephone"),
      work: quantity("number", { min: 0, max: 2, meaning: "work done by a call, in units of a meeting" }),
    }),
    group: strict({
      share: share("share of later contacts that are group sessions"),
      minutes: minutes("length of a session"),
      people: whole("people in a session", 1, 100),
      work: quantity("number", { min: 0, max: 2, meaning: "work done for each, in units of a meeting" }),
    }),
    reserved: share("share of casework time that is kept for first contacts"),
    at_most: z.union([
      quantity("contacts", {
        min: 1,
        max: 1000,
        whole: true,
        meaning: "contacts after which a case is reviewed out",
      }),
      unlimited(),
    ]),
  }),
  drop_off: strict({
    base: number("log odds of leaving before the next contact"),
    after_first: number("more, after the first contact"),
    per_week_late: number("more, for each week beyond the wanted gap"),
    per_failed_link: number("more, for each failed link"),
    new_link_worker: number("more, after a change of link worker"),
    readiness: number("less, for each unit of readiness"),
  }),
  link_workers: strict({
    fte: quantity("number", {
      min: 0.05,
      max: 1,
      meaning: "share of full time of each post that does not say",
    }),
    posts: z.array(postSchema).max(100_000).describe("one full post for each practice if left empty"),
    working_days: quantity("days", { min: 1, max: 366, meaning: "days at work in a year" }),
    caseload_cap: z.union([
      quantity("people", {
        min: 1,
        max: 100_000,
        whole: true,
        meaning: "most open cases of a full-time post",
      }),
      unlimited(),
    ]),
    squeeze: share("part of networking and practice time that a full caseload takes"),
    protected_networking: share("share of the planned networking time that casework may not take"),
    time: strict({
      casework: share("of the week"),
      networking: share("of the week"),
      practice: share("of the week"),
      supervision: share("of the week"),
    }).check(sumsToOne),
  }),
  turnover: strict({
    link_worker: perYear("rate at which a link worker leaves", 0, 12),
    overload: number("times more of that rate that a full caseload adds", 0, 20),
    organisation: perYear("rate at which the person known at an organisation leaves", 0, 12),
    handover: share("part of a tie that is kept when either leaves"),
    announced: number("times more of that rate while a cut of posts is announced and not over", 0, 20),
  }),
  employment: strict({
    health_service: strict({
      at_most: quantity("contacts", {
        min: 1,
        max: 1000,
        whole: true,
        meaning: "contacts after which the health service reviews a case out",
      }),
      networking: share("part of networking time that goes to casework instead"),
    }),
  }),
  cover: strict({
    vacancy: duration("time until a post is filled"),
    days: share("working days of a vacant post that are covered"),
  }),
  integration: strict({
    start: number("score of each construct at the start", 0, 0.59),
    speed: share("part of the way to its drivers that a construct goes in a month"),
    drivers: z
      .array(number("of a driver that is drawn", 0, 1))
      .length(2)
      .describe("lowest and highest"),
    time: share("of the week between casework and networking, from not to fully integrated"),
    uptake: number("log odds of uptake, from not to fully integrated"),
  }),
  confidence: strict({
    patience: duration("mean first wait that GPs put up with"),
    per_week_late: number("what each week beyond that takes from confidence", 0, 1),
    per_success: number("what links that all start, against half of them, add to it, times two", 0, 1),
    least: number("lowest confidence", 0, 1),
    most: number("highest confidence", 1, 2),
    speed: share("part of the way to its target that it goes in a month"),
  }),
  networking: strict({
    visit: duration("time of a visit to an organisation", 1),
    gain: share("part of what a tie lacks that a visit or a start adds"),
    fade: duration("time in which a tie halves without them", 1),
    unknown_every: whole("every so many visits one is to an organisation not known yet", 1, 1000),
  }),
  matching: strict({
    known: share("share of the organisations within reach that a post knows at the start"),
    tie: number("mean tie with them, 0 stranger to 1 close", 0, 1),
    tie_spread: number("spread of that tie, both ways", 0, 1),
    known_tie: number("least tie with a known organisation", 0, 1),
    weight_tie: number("weight of the tie in the choice of an organisation"),
    weight_wait: quantity("per_week", {
      min: -100,
      max: 100,
      meaning: "weight of a week of perceived wait in that choice",
    }),
    fit: share("chance that a link without a tie is right for the person"),
    fit_per_tie: share("what a full tie adds to it"),
  }),
  hold_off: strict({
    wait: duration("perceived wait over which links are held"),
    refusals: whole("refusals in a row after which links are held", 1, 1000),
    recheck: duration("age of a belief after which a held link is checked by a call"),
    call: minutes("the link worker's time for that call"),
    misread: share("chance, without a tie, that a link that failed through the patient is read as a refusal"),
  }),
  links: strict({
    taken_up: share("chance that a place offered is taken up"),
    taken_up_chased: share("the same if the link worker saw the person shortly before"),
    chased_within: duration("how shortly"),
    not_right: share("chance, without a tie, that the organisation finds it is not right for the person"),
    calls: number("mean calls beyond the first to an organisation that is not local, without a tie", 0, 50),
    calls_at_most: whole("most such calls", 1, 100),
    call: minutes("the link worker's time for each"),
    agreement_tie: number("tie that an agreement with the programme stands for", 0, 1),
    chase: minutes("the link worker's time for a call after a person who was sent and is not due to be seen"),
    onward: share("chance that an organisation that refuses passes the person on to one it knows"),
    tightening: number(
      "how far eligibility tightens as places fall: ineligible x (places at the start / places) to this power",
      0,
      10,
    ),
  }),
  organisations: strict({
    members: z.array(organisationSchema).max(500_000),
    generate: z.union([generate, z.literal("none")]),
    template: z
      .array(templateSchema)
      .max(10_000)
      .describe("the organisations that generated ones are made after"),
    leave_queue: duration("mean time after which somebody in a queue gives it up", 1),
    background_crisis: share("share of other clients who come in a crisis"),
    displaced: share("share of the clients a shrunken statutory service turns away who go to charities"),
    stretch: number("people in place over places that an open-door organisation fills to", 1, 10),
    crisis_only_over: number("people in place over places from which it takes only people in crisis", 0, 10),
    weeks_in_place: perFocus(duration("mean time in a place", 1440)),
    types: perType(typeRules),
  }),
  funding: strict({
    place_year: money("cost of a place for a year"),
    reserves: duration("spending that the reserves at the start would cover"),
    notice: duration("time from the end of reserves to fewer places"),
    close_below: share("share of the places at the start under which an organisation closes"),
    grant_cycle: duration("length of a grant", 40_320),
    types: perType(fundingRules),
  }),
  fundraising: strict({
    chance: perYear("chance that an organisation with more clients than places wins growth funding", 0, 10),
    with_tie: number("times that, with a link worker's full help", 0, 20),
    growth: share("places that it pays for, of those at the start"),
    from_load: number("people in place and queue over places from which it may apply", 0, 10),
  }),
  reliance: strict({
    from: quantity("contacts", { min: 1, max: 1000, meaning: "contacts from which reliance grows" }),
    per_contact: share("chance that it adds with each further contact that a done case is kept open"),
    at_most: share("highest such chance"),
  }),
  benefit: strict({
    natural: number("mean change of wellbeing without help, in points", -10, 10),
    per_readiness: number("more of it for each unit of readiness", -10, 10),
    effect: number("change for each need met", -10, 10),
    spread: number("standard deviation of a person's change", 0, 10),
    counts_from: number("change from which a person counts as better", -10, 10),
  }),
  costs: strict({
    price_year: whole("year of the prices", 1990, 2100),
    post: money("cost of a full-time post for a year"),
    development_fund: money("paid once to each practice with a post"),
  }),
  measures: strict({
    by: duration("time since referral at which shares of those referred are given", 1440),
    precision_on: z.array(z.string().max(80)).min(1).max(50),
    spreadsheet: strict({
      appointments: number("appointments a referral, of the spreadsheet beside the run", 0, 100),
      per_post: number("appointments of a full-time post a year, of that spreadsheet", 1, 10_000),
      reached_3: share("share of those it serves who reach three contacts"),
    }),
  }),
  standards: z
    .array(
      strict({
        id,
        name: z
          .string()
          .min(1)
          .max(200)
          .optional()
          .describe("what it asks, in words; made from the rest if left out"),
        metric: z.string().min(1).max(80).describe("what it is asked of: a metric of the tables"),
        group_by: z
          .string()
          .min(1)
          .max(80)
          .describe("how people are grouped; all if left out")
          .default("all"),
        group: z.string().min(1).max(80).describe("the group; all if left out").default("all"),
        at_least: target("least mean that meets it").optional(),
        at_most: target("or the highest").optional(),
      }),
    )
    .max(50)
    .describe("what the service is held to: a run says of each whether it is met, not met or undecided"),
  timeline: z.array(actionSchema).max(5000),
  variants: z
    .array(
      strict({
        id,
        name: z.string().min(1).max(120).describe("what it assumes, as a row of a table"),
        why: z.string().min(1).max(500).optional().describe("why it is not known; printed under the table"),
        set: z.array(z.string().min(3).max(500)).min(1).max(50).describe("changes, as for --set: PATH=VALUE"),
      }),
    )
    .max(20)
    .describe("other assumptions under which a run shows the same scenario"),
  mechanisms: z.partialRecord(
    z.enum(MECHANISMS),
    z.union([z.boolean(), z.enum(["on", "off"]).transform((word) => word === "on")]),
  ),
});

/** A scenario with every default filled in: durations in minutes, money in pence, shares 0 to 1, rates a year, dates as ISO text, "none" as Infinity. */
export type Scenario = z.output<typeof scenarioSchema>;
