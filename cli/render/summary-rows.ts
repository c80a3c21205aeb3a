import { ORGANISATION_TYPES, type OrganisationType } from "../../sim/scenario/vocabulary.ts";

/** Declares one number of a row: a sum of measured numbers, in the reader's unit. */
export interface SummaryNumber {
  /** What is added up: each metric times its factor, which also turns units. */
  readonly terms: readonly (readonly [metric: string, factor: number])[];
  /** Added once, such as the 100 % from which shares are taken. */
  readonly constant?: number;
  readonly decimals: number;
}

/** Declares one row of the summary; the label names its numbers with their units, in their order. */
export interface SummaryRow {
  readonly label: string;
  readonly numbers: readonly SummaryNumber[];
  readonly groupBy: string;
  readonly group: string;
  /** The row is left out where every scenario has 0 of this metric in the group. */
  readonly unlessNone?: string;
}

/** Declares a part of the summary under its heading. */
export interface SummarySection {
  readonly heading: string;
  readonly rows: readonly SummaryRow[];
}

/** Turns the days of the tables into the weeks of the screen. */
export const DAYS_TO_WEEKS = 1 / 7;
export const PERCENT = 100;
const NOT_FINISHED = [
  "gave_up_waiting",
  "declined",
  "never_attended",
  "left",
  "reviewed_out",
  "post_ended",
].map((ending) => `lost.share.${ending}`);
export const TYPE_WORDS: Readonly<Record<OrganisationType, string>> = {
  local: "Local",
  city_wide: "City-wide",
  national: "National",
  statutory: "Statutory",
};

/** Lists what the summary shows, in planners' words and units; `by` is the time since referral at which shares are given. */
export function summarySections(by: string): readonly SummarySection[] {
  return [
    {
      heading: "Coming in and waiting",
      rows: [
        row("Referrals a full-time post a year", of("referrals.per_link_worker_year", 1)),
        ...rowsOfCuts,
        row("Waiting list at the end, people", of("waiting_list.end", 1)),
        row(
          "First contact, weeks: mean; until 90 % seen",
          of("wait.first_contact.mean", 1, DAYS_TO_WEEKS),
          of("wait.first_contact.p90", 1, DAYS_TO_WEEKS),
        ),
        row("Seen within 4 weeks, % of those referred", share("wait.first_contact.within_4_weeks")),
      ],
    },
    {
      heading: `Of those referred: people by the end; % by ${by}`,
      rows: [
        row("Referred, people", of("people.referred", 0)),
        row("Engaged (1 or more contacts)", of("people.engaged", 0), share("engaged.share")),
        row("Reached three contacts", of("people.reached_3", 0), share("reached_3.share")),
      ],
    },
    {
      heading: `Where people drop off, % by ${by}`,
      rows: [
        row("Gave up waiting for an offer", share("lost.share.gave_up_waiting")),
        row("Declined or never attended", sum(0, ["lost.share.declined", "lost.share.never_attended"], [])),
        row("Left after 1 or 2 contacts", sum(0, ["dropoff.after_1", "dropoff.after_2"], [])),
        row(
          "Left after 3 or more contacts",
          sum(0, NOT_FINISHED, ["dropoff.after_0", "dropoff.after_1", "dropoff.after_2"]),
        ),
        row("Finished: every need met or passed on", share("finished.share")),
        row("Still waiting or being seen", sum(PERCENT, [], [...NOT_FINISHED, "finished.share"])),
      ],
    },
    {
      heading: "Link workers",
      rows: [
        row("Caseload of a post, people", of("caseload.mean", 1)),
        row("Time with the caseload at its cap, %", share("caseload.at_cap")),
        row("Casework time used, %", share("utilisation.casework")),
        row(
          "Contacts a referral; a full-time post a year",
          of("contacts.per_referral", 2),
          of("contacts.per_link_worker_year", 0),
        ),
        row("Links sent to organisations, a referral", of("links.per_referral", 2)),
        row("Cost of posts a person reaching three, GBP", of("cost.per_reached_3", 0)),
      ],
    },
    {
      heading: "Community organisations",
      rows: [
        row("Demand, % of what places can serve", of("organisation.load", 0, PERCENT)),
        ...ORGANISATION_TYPES.map((type) => ({
          ...row(
            `${TYPE_WORDS[type]}: wait, weeks; places at the end`,
            of("organisation.wait.p50", 1),
            of("organisations.places", 0),
          ),
          groupBy: "organisation_type",
          group: type,
          unlessNone: "organisations.count",
        })),
        row("Organisations closed", of("organisations.closed", 1)),
      ],
    },
    {
      heading: "A linear spreadsheet instead (referrals x appointments a referral / appointments a post)",
      rows: [
        row(
          "Full-time posts it asks for; % of posts",
          of("spreadsheet.posts", 0),
          of("spreadsheet.load", 0, PERCENT),
        ),
        row(
          "Reached three; left waiting at the end",
          of("spreadsheet.reached_3", 0),
          of("spreadsheet.waiting", 0),
        ),
      ],
    },
  ];
}

/** What a cut leaves behind on its day and after it; left out where no post has ended. */
const rowsOfCuts: readonly SummaryRow[] = [
  {
    ...row("Posts at the end; open when theirs ended", of("posts.end", 0), of("closing_list", 0)),
    unlessNone: "closing_list",
  },
  {
    ...row("Requests where there is no post, people", of("requests.usual_care", 0)),
    unlessNone: "requests.usual_care",
  },
];

function row(label: string, ...numbers: readonly SummaryNumber[]): SummaryRow {
  return { label, numbers, groupBy: "all", group: "all" };
}

/** Declares a number that is one metric. */
export function of(metric: string, decimals: number, factor = 1): SummaryNumber {
  return { terms: [[metric, factor]], decimals };
}

/** Declares a number that is a share, in percent. */
export function share(metric: string): SummaryNumber {
  return of(metric, 1, PERCENT);
}

/** Adds shares up and takes others away, in percent. */
function sum(constant: number, added: readonly string[], taken: readonly string[]): SummaryNumber {
  const terms = [
    ...added.map((metric) => [metric, PERCENT] as const),
    ...taken.map((metric) => [metric, -PERCENT] as const),
  ];
  return { terms, constant, decimals: 1 };
}
