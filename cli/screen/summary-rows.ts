import { sumInterval } from "../../sim/findings/estimates.ts";
import { groupMean } from "../../sim/findings/known-mean.ts";
import type { ReplicationInterval } from "../../sim/stats/replication-interval.ts";
import { ENDING_WORDS } from "../../sim/words/endings.ts";
import { numberText } from "../../sim/words/numbers.ts";
import { ORGANISATION_TYPES, type OrganisationType, TYPE_WORDS } from "../../sim/words/organisation-types.ts";
import { decimalsWithin } from "../../sim/words/rounded.ts";
import { capitalised } from "../../sim/words/sentences.ts";
import { labelOf, labelOfPair } from "./metric-labels.ts";
import type { SummaryInput } from "./summary-input.ts";
import { of, PERCENT, type SummaryNumber, share, sum, weeks } from "./summary-number.ts";

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

const NOT_FINISHED = [
  "gave_up_waiting",
  "declined",
  "never_attended",
  "left",
  "reviewed_out",
  "post_ended",
].map((ending) => `lost.share.${ending}`);

/**
 * Lists what the summary shows, in the words of the metrics and planners' units; `by` is the time since
 * referral at which shares are given.
 */
export function summarySections(by: string): readonly SummarySection[] {
  return [
    {
      heading: `People by the end; % of referred by ${by}`,
      rows: [
        row(of("people.referred", 0, "people")),
        ...rowsOfCuts,
        row(of("people.engaged", 0, "people"), share("engaged.share")),
        row(of("people.reached_3", 0, "people"), share("reached_3.share")),
        row(share("finished.share")),
        sumRow(`${ENDING_WORDS.open}, %`, sum(PERCENT, [], [...NOT_FINISHED, "finished.share"])),
        sumRow(
          "Left after 1 or 2 contacts; after 3 or more, %",
          sum(0, ["dropoff.after_1", "dropoff.after_2"], []),
          sum(0, NOT_FINISHED, ["dropoff.after_0", "dropoff.after_1", "dropoff.after_2"]),
        ),
        sumRow(
          "Never seen: gave up; declined or never came, %",
          share("lost.share.gave_up_waiting"),
          sum(0, ["lost.share.declined", "lost.share.never_attended"], []),
        ),
      ],
    },
    {
      heading: "Waiting, of those referred in the whole run",
      rows: [
        row(of("waiting_list.end", 1, "people")),
        { ...row(of("people.waiting_4_weeks", 0, "in a crisis")), groupBy: "crisis", group: "yes" },
        row(weeks("wait.first_contact.p50"), weeks("wait.first_contact.p90")),
        row(share("wait.first_contact.within_4_weeks")),
      ],
    },
    {
      heading: "Link workers, over the whole run",
      rows: [
        row(of("referrals.per_link_worker_year", 1), of("contacts.per_link_worker_year", 0)),
        row(of("caseload.mean", 1), share("caseload.at_cap")),
        row(share("utilisation.casework"), of("hours.networking_lost", 0)),
        row(of("contacts.per_referral", 2), of("links.per_referral", 2)),
        row(of("cost.running", 0, "GBP"), of("cost.per_reached_3", 0, "GBP")),
      ],
    },
    {
      heading: "Community organisations, demand and waits of the last 26 weeks",
      rows: [
        row(share("organisation.load", 0), of("organisations.closed", 1)),
        ...ORGANISATION_TYPES.map((type): SummaryRow => {
          const [wait, places] = [recentWait, of("organisations.places", 0)];
          const label = labelOfPair(wholeWait, places);
          return {
            ...row(wait, places),
            label: typeLabel(type, label),
            groupBy: "organisation_type",
            group: type,
            unlessNone: "organisations.count",
          };
        }),
      ],
    },
    {
      heading: "A linear spreadsheet instead (referrals x appointments a referral / appointments a post)",
      rows: [
        sumRow(
          "Full-time posts it asks for; % of posts",
          of("spreadsheet.posts", 0),
          share("spreadsheet.load", 0),
        ),
        sumRow(
          "Reached three; left waiting at the end",
          of("spreadsheet.reached_3", 0),
          of("spreadsheet.waiting", 0),
        ),
      ],
    },
  ];
}

/** The wait for a place in the time that the demand is of, which the heading names, and in the whole run. */
export const recentWait = of("organisation.recent_wait.p50", 1, "weeks");
export const wholeWait = of("organisation.wait.p50", 1, "weeks");

/** What a cut leaves behind on its day and after it; left out where no post has ended. */
const rowsOfCuts: readonly SummaryRow[] = [
  { ...row(of("requests.usual_care", 0)), unlessNone: "requests.usual_care" },
  { ...row(of("posts.end", 0), of("closing_list", 0)), unlessNone: "closing_list" },
];

/** Declares a row of one or two metrics, called by their words. */
function row(first: SummaryNumber, ...[second]: readonly SummaryNumber[]): SummaryRow {
  return second === undefined
    ? sumRow(labelOf(first), first)
    : sumRow(labelOfPair(first, second), first, second);
}

/** Declares a row of sums, or of what its heading names. */
function sumRow(label: string, ...numbers: readonly SummaryNumber[]): SummaryRow {
  return { label, numbers, groupBy: "all", group: "all" };
}

/** Labels a row of the organisations of a type. */
export function typeLabel(type: OrganisationType, label: string): string {
  return `${capitalised(TYPE_WORDS[type].adjective)}: ${label.charAt(0).toLowerCase()}${label.slice(1)}`;
}

/** Gives the time since referral at which scenarios give shares, where they agree. */
export function timesOf(runs: readonly SummaryInput[]): string {
  const [first, ...others] = runs.map(({ by }) => by);
  return others.every((other) => other === first) ? first : "measures.by";
}

/** Says whether a scenario has nothing to show in a row. */
export function isLeftOut(run: SummaryInput, { unlessNone, groupBy, group }: SummaryRow): boolean {
  return unlessNone !== undefined && groupMean(run, unlessNone, groupBy, group) === 0;
}

/** Gives the numbers of a row, with the decimals that they are written with. */
export function rowIntervals(
  run: SummaryInput,
  { numbers, groupBy, group }: SummaryRow,
): readonly (ReplicationInterval & { readonly decimals: number })[] {
  return numbers.map(({ terms, constant, decimals }) => ({
    ...sumInterval(run, { terms, constant: constant ?? 0, groupBy, group }),
    decimals,
  }));
}

/**
 * Writes a mean and half the width of its interval; of what is too rare for one, in how many replications it
 * was.
 */
export function halfWidthText({
  n,
  mean,
  ciLow,
  ciHigh,
  events,
  noInterval,
  decimals,
}: ReplicationInterval & { readonly decimals: number }): string {
  if (mean !== null && noInterval === "rare") return `${numberText(mean, decimals)} (${events} of ${n})`;
  if (mean === null || ciLow === null || ciHigh === null) return numberText(mean, decimals);
  const half = (ciHigh - ciLow) / 2;
  const written = (value: number): string => numberText(value, decimalsWithin(half, decimals));
  return `${written(mean)} ±${written(half)}`;
}
