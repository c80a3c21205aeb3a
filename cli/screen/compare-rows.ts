import { ORGANISATION_TYPES, TYPE_WORDS } from "../../sim/words/organisation-types.ts";
import { capitalised } from "../../sim/words/sentences.ts";
import { DAYS_TO_WEEKS, of, PERCENT, type SummaryNumber, share } from "./summary-rows.ts";

/** Declares one line of a comparison. */
export interface CompareRow {
  readonly label: string;
  readonly number: SummaryNumber;
  /** Which way is better for people; null where neither is. */
  readonly better: "higher" | "lower" | null;
  readonly groupBy: string;
  readonly group: string;
  /** The row is left out where both have 0 of this metric in the group. */
  readonly unlessNone?: string;
}

/** Declares the lines of a comparison under their heading. */
export interface CompareSection {
  readonly heading: string;
  readonly rows: readonly CompareRow[];
}

/** Lists what a comparison shows, in planners' words and units; `by` is the time since referral at which shares are given. */
export function compareSections(by: string): readonly CompareSection[] {
  return [
    {
      heading: "Coming in and waiting",
      rows: [
        row("First contact, mean wait in weeks", of("wait.first_contact.mean", 1, DAYS_TO_WEEKS), "lower"),
        row("Weeks until 90 % are seen", of("wait.first_contact.p90", 1, DAYS_TO_WEEKS), "lower"),
        row("Seen within 4 weeks, % of those referred", share("wait.first_contact.within_4_weeks"), "higher"),
        row("Waiting list at the end, people", of("waiting_list.end", 0), "lower"),
        {
          ...row("Requests where there is no post", of("requests.usual_care", 0), "lower"),
          unlessNone: "requests.usual_care",
        },
      ],
    },
    {
      heading: "People, by the end of the run",
      rows: [
        row("Referred", of("people.referred", 0), null),
        row("Engaged (1 or more contacts)", of("people.engaged", 0), "higher"),
        row("Reached three contacts", of("people.reached_3", 0), "higher"),
        row(`Reached three, % of referred by ${by}`, share("reached_3.share"), "higher"),
        row("Gave up waiting for an offer", of("people.gave_up", 0), "lower"),
        row(`Finished, % of referred by ${by}`, share("finished.share"), "higher"),
        { ...row("Open when their post ended", of("closing_list", 0), "lower"), unlessNone: "closing_list" },
      ],
    },
    {
      heading: "Link workers",
      rows: [
        row("Caseload of a post, people", of("caseload.mean", 1), null),
        row("Casework time used, %", share("utilisation.casework"), null),
        row("Links sent to organisations, a referral", of("links.per_referral", 2), "higher"),
        row("Cost of posts a person reaching three, GBP", of("cost.per_reached_3", 0), "lower"),
      ],
    },
    {
      heading: "Community organisations",
      rows: [
        ...ORGANISATION_TYPES.map((type) => ({
          ...row(
            `${capitalised(TYPE_WORDS[type].adjective)}: wait, weeks`,
            of("organisation.wait.p50", 1),
            "lower",
          ),
          groupBy: "organisation_type",
          group: type,
          unlessNone: "organisations.count",
        })),
        row("Demand, % of what places can serve", of("organisation.load", 0, PERCENT), "lower"),
        row("Organisations closed", of("organisations.closed", 1), "lower"),
      ],
    },
  ];
}

/** What a planner looks at first, again under other assumptions. */
export const UNDER_ASSUMPTIONS: readonly { readonly words: string; readonly number: SummaryNumber }[] = [
  { words: "first wait, weeks", number: of("wait.first_contact.mean", 1, DAYS_TO_WEEKS) },
  { words: "people reaching three", number: of("people.reached_3", 0) },
  { words: "casework used, %", number: of("utilisation.casework", 0, PERCENT) },
];

function row(label: string, number: SummaryNumber, better: CompareRow["better"]): CompareRow {
  return { label, number, better, groupBy: "all", group: "all" };
}
