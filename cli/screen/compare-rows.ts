import { describeMetric } from "../../sim/measures/describe-metric.ts";
import type { Better } from "../../sim/measures/metric.ts";
import { ORGANISATION_TYPES } from "../../sim/words/organisation-types.ts";
import { labelOf } from "./metric-labels.ts";
import { of, type SummaryNumber, share, weeks } from "./summary-number.ts";
import { recentWait, typeLabel, wholeWait } from "./summary-rows.ts";

/** Declares one line of a comparison. */
export interface CompareRow {
  readonly label: string;
  readonly number: SummaryNumber;
  readonly better: Better;
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

/**
 * Lists what a comparison shows, in planners' words and units; `by` is the time since referral at which
 * shares are given.
 */
export function compareSections(by: string): readonly CompareSection[] {
  return [
    {
      heading: "Coming in and waiting",
      rows: [
        row(weeks("wait.first_contact.mean")),
        row(weeks("wait.first_contact.p90")),
        row(share("wait.first_contact.within_4_weeks")),
        row(of("waiting_list.end", 0, "people")),
        { ...row(of("requests.usual_care", 0)), unlessNone: "requests.usual_care" },
      ],
    },
    {
      heading: `People by the end; % of referred by ${by}`,
      rows: [
        row(of("people.referred", 0, "people")),
        row(of("people.engaged", 0, "people")),
        row(of("people.reached_3", 0, "people")),
        row(share("reached_3.share")),
        row(of("people.gave_up", 0, "people")),
        row(share("finished.share")),
        { ...row(of("closing_list", 0)), unlessNone: "closing_list" },
      ],
    },
    {
      heading: "Link workers",
      rows: [
        row(of("caseload.mean", 1)),
        row(share("utilisation.casework")),
        row(of("links.per_referral", 2)),
        row(of("cost.per_reached_3", 0, "GBP")),
      ],
    },
    {
      heading: "Community organisations, demand and waits of the last 26 weeks",
      rows: [
        ...ORGANISATION_TYPES.map((type): CompareRow => {
          return {
            ...row(recentWait),
            label: typeLabel(type, labelOf(wholeWait)),
            groupBy: "organisation_type",
            group: type,
            unlessNone: "organisations.count",
          };
        }),
        row(share("organisation.load", 0)),
        row(of("organisations.closed", 1)),
      ],
    },
  ];
}

/** What a planner looks at first, again under other assumptions. */
export const UNDER_ASSUMPTIONS: readonly SummaryNumber[] = [
  weeks("wait.first_contact.mean"),
  of("people.reached_3", 0),
  share("utilisation.casework", 0),
];

function row(number: SummaryNumber): CompareRow {
  const [[metric]] = number.terms;
  const better = describeMetric(metric)?.better ?? null;
  return { label: labelOf(number), number, better, groupBy: "all", group: "all" };
}
