import { ORGANISATION_TYPES, type OrganisationType } from "../../sim/scenario/vocabulary.ts";

/** Declares one row of the summary: a sum of measured numbers, in the reader's unit. */
export interface SummaryRow {
  readonly label: string;
  /** What is added up: each metric times its factor, which also turns units. */
  readonly terms: readonly (readonly [metric: string, factor: number])[];
  /** Added once, such as the 100 % from which shares are taken. */
  readonly constant?: number;
  readonly groupBy: string;
  readonly group: string;
  readonly decimals: number;
  /** The row is left out where every scenario has 0 of this metric in the group. */
  readonly unlessNone?: string;
}

/** Declares a part of the summary under its heading. */
export interface SummarySection {
  readonly heading: string;
  readonly rows: readonly SummaryRow[];
}

const DAYS_TO_WEEKS = 1 / 7;
const PERCENT = 100;
const ENDINGS = ["gave_up_waiting", "declined", "never_attended", "left", "reviewed_out", "post_ended"];
const NOT_FINISHED = ENDINGS.map((ending) => [`lost.share.${ending}`, PERCENT] as const);

function row(label: string, metric: string, decimals: number, factor = 1): SummaryRow {
  return { label, terms: [[metric, factor]], groupBy: "all", group: "all", decimals };
}

const TYPE_WORDS: Readonly<Record<OrganisationType, string>> = {
  local: "local",
  city_wide: "city-wide",
  national: "national",
  statutory: "statutory",
};

function byType(label: (type: string) => string, metric: string, decimals: number): SummaryRow[] {
  return ORGANISATION_TYPES.map((type) => ({
    ...row(label(TYPE_WORDS[type]), metric, decimals),
    groupBy: "organisation_type",
    group: type,
    unlessNone: "organisations.count",
  }));
}

/** Lists what the summary shows, in planners' words and units; `by` names the time since referral at which shares are given. */
export function summarySections(by: string): readonly SummarySection[] {
  return [
    {
      heading: "Coming in and waiting",
      rows: [
        row("Referrals a full-time post a year", "referrals.per_link_worker_year", 1),
        row("Waiting list at the end, people", "waiting_list.end", 1),
        row("First contact: mean wait, weeks", "wait.first_contact.mean", 1, DAYS_TO_WEEKS),
        row("First contact: half seen within, weeks", "wait.first_contact.p50", 1, DAYS_TO_WEEKS),
        row("First contact: 90 % seen within, weeks", "wait.first_contact.p90", 1, DAYS_TO_WEEKS),
        row("Seen within 4 weeks, % of those referred", "wait.first_contact.within_4_weeks", 1, PERCENT),
      ],
    },
    {
      heading: "Reaching people",
      rows: [
        row("People referred", "people.referred", 0),
        row("Engaged (1+ contacts), people", "people.engaged", 0),
        row(`Engaged by ${by}, % of those referred`, "engaged.share", 1, PERCENT),
        row("Reached three contacts, people", "people.reached_3", 0),
        row(`Reached three by ${by}, %`, "reached_3.share", 1, PERCENT),
      ],
    },
    {
      heading: `Where people drop off, % of those referred, by ${by}`,
      rows: [
        row("Gave up waiting for an offer", "lost.share.gave_up_waiting", 1, PERCENT),
        row("Declined the appointment offered", "lost.share.declined", 1, PERCENT),
        row("Never attended", "lost.share.never_attended", 1, PERCENT),
        row("Left after 1 contact", "dropoff.after_1", 1, PERCENT),
        row("Left after 2 contacts", "dropoff.after_2", 1, PERCENT),
        {
          ...row("Left after 3 or more contacts", "", 1),
          terms: [...NOT_FINISHED, ["dropoff.after_0", -PERCENT], ["dropoff.after_1", -PERCENT], ["dropoff.after_2", -PERCENT]],
        },
        row("Finished: every need met or passed on", "finished.share", 1, PERCENT),
        {
          ...row("Still waiting or being seen", "", 1),
          constant: PERCENT,
          terms: [...NOT_FINISHED.map(([metric]) => [metric, -PERCENT] as const), ["finished.share", -PERCENT]],
        },
      ],
    },
    {
      heading: "Link workers",
      rows: [
        row("Caseload of a post, people", "caseload.mean", 1),
        row("Time with the caseload at its cap, %", "caseload.at_cap", 1, PERCENT),
        row("Casework time used, %", "utilisation.casework", 1, PERCENT),
        row("Contacts a referral", "contacts.per_referral", 2),
        row("Contacts a full-time post a year", "contacts.per_link_worker_year", 0),
        row("Links sent to organisations, a referral", "links.per_referral", 2),
        row("Cost of posts a person reaching three, GBP", "cost.per_reached_3", 0),
      ],
    },
    {
      heading: "Community organisations",
      rows: [
        row("Demand, % of what places can serve", "organisation.load", 0, PERCENT),
        ...byType((type) => `Wait for a ${type} place, weeks`, "organisation.wait.p50", 1),
        ...byType((type) => `Places at the end, ${type}`, "organisations.places", 0),
        row("Organisations closed", "organisations.closed", 1),
      ],
    },
  ];
}
