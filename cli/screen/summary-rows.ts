import { sumInterval } from "../../sim/findings/estimates.ts";
import type { MeanInterval } from "../../sim/stats/mean-interval.ts";
import { numberText } from "../../sim/words/numbers.ts";
import { ORGANISATION_TYPES, TYPE_WORDS } from "../../sim/words/organisation-types.ts";
import { capitalised } from "../../sim/words/sentences.ts";
import type { SummaryInput } from "./summary-input.ts";

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

/** Lists what the summary shows, in planners' words and units; `by` is the time since referral at which shares are given. */
export function summarySections(by: string): readonly SummarySection[] {
  return [
    {
      heading: `People by the end; % of referred by ${by}`,
      rows: [
        row("Referred, people", of("people.referred", 0)),
        ...rowsOfCuts,
        row("Seen (1 or more contacts)", of("people.engaged", 0), share("engaged.share")),
        row("Reached three contacts", of("people.reached_3", 0), share("reached_3.share")),
        row("Finished: every need met or passed on, %", share("finished.share")),
        row("Still waiting or being seen, %", sum(PERCENT, [], [...NOT_FINISHED, "finished.share"])),
        row(
          "Left after 1 or 2 contacts; after 3 or more, %",
          sum(0, ["dropoff.after_1", "dropoff.after_2"], []),
          sum(0, NOT_FINISHED, ["dropoff.after_0", "dropoff.after_1", "dropoff.after_2"]),
        ),
        row(
          "Never seen: gave up; declined or never came, %",
          share("lost.share.gave_up_waiting"),
          sum(0, ["lost.share.declined", "lost.share.never_attended"], []),
        ),
      ],
    },
    {
      heading: "Waiting, of those referred",
      rows: [
        row("Waiting list at the end, people", of("waiting_list.end", 1)),
        {
          ...row("Over 4 weeks unseen in a crisis, people", of("people.waiting_4_weeks", 0)),
          groupBy: "crisis",
          group: "yes",
        },
        row(
          "First contact, weeks: until half; 90 % seen",
          of("wait.first_contact.p50", 1, DAYS_TO_WEEKS),
          of("wait.first_contact.p90", 1, DAYS_TO_WEEKS),
        ),
        row("Seen within 4 weeks, % of those referred", share("wait.first_contact.within_4_weeks")),
      ],
    },
    {
      heading: "Link workers",
      rows: [
        row(
          "Referrals; contacts a full-time post a year",
          of("referrals.per_link_worker_year", 1),
          of("contacts.per_link_worker_year", 0),
        ),
        row("Open cases of a post; % of time at its cap", of("caseload.mean", 1), share("caseload.at_cap")),
        row(
          "Casework used, %; networking lost, hours",
          share("utilisation.casework"),
          of("hours.networking_lost", 0),
        ),
        row(
          "Contacts; links to organisations, a referral",
          of("contacts.per_referral", 2),
          of("links.per_referral", 2),
        ),
        row("Cost of posts, GBP; a person reaching three", of("cost.posts", 0), of("cost.per_reached_3", 0)),
      ],
    },
    {
      heading: "Community organisations",
      rows: [
        row(
          "Demand, % of what places serve; closures",
          of("organisation.load", 0, PERCENT),
          of("organisations.closed", 1),
        ),
        ...ORGANISATION_TYPES.map((type) => ({
          ...row(
            `${capitalised(TYPE_WORDS[type].adjective)}: wait, weeks; places at the end`,
            of("organisation.wait.p50", 1),
            of("organisations.places", 0),
          ),
          groupBy: "organisation_type",
          group: type,
          unlessNone: "organisations.count",
        })),
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
    ...row("Asked where there is no post, people", of("requests.usual_care", 0)),
    unlessNone: "requests.usual_care",
  },
  {
    ...row("Posts at the end; open when theirs ended", of("posts.end", 0), of("closing_list", 0)),
    unlessNone: "closing_list",
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

/** Gives the time since referral at which scenarios give shares, where they agree. */
export function timesOf(runs: readonly SummaryInput[]): string {
  const [first, ...others] = runs.map(({ by }) => by);
  return others.every((other) => other === first) ? first : "measures.by";
}

/** Says whether a scenario has nothing to show in a row. */
export function isLeftOut(run: SummaryInput, { unlessNone, groupBy, group }: SummaryRow): boolean {
  return (
    unlessNone !== undefined && sumInterval(run, { terms: [[unlessNone, 1]], groupBy, group }).mean === 0
  );
}

/** Gives the numbers of a row, with the decimals that they are written with. */
export function rowIntervals(
  run: SummaryInput,
  { numbers, groupBy, group }: SummaryRow,
): readonly (MeanInterval & { readonly decimals: number })[] {
  return numbers.map(({ terms, constant, decimals }) => ({
    ...sumInterval(run, { terms, constant: constant ?? 0, groupBy, group }),
    decimals,
  }));
}

/** Writes a mean and the half-width of its interval. */
export function halfWidthText({
  mean,
  ciHigh,
  decimals,
}: Pick<MeanInterval, "mean" | "ciHigh"> & { readonly decimals: number }): string {
  if (mean === null || ciHigh === null) return numberText(mean, decimals);
  return `${numberText(mean, decimals)} ±${numberText(ciHigh - mean, decimals)}`;
}
