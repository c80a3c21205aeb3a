import type { SummaryInput } from "../../cli/screen/summary-input.ts";
import type { HeldResults } from "../../sim/measures/scenario-results.ts";
import { ONE_YEAR } from "../support/one-year.ts";

const ALL: Readonly<Record<string, number>> = {
  "people.referred": 1000,
  "people.engaged": 700,
  "people.reached_3": 480,
  "reached_3.share": 0.5,
  "finished.share": 0.3,
  "requests.usual_care": 40,
  "wait.first_contact.mean": 14,
  "wait.first_contact.p50": 10,
  "wait.first_contact.p90": 28,
  "wait.first_contact.within_4_weeks": 0.65,
  "waiting_list.end": 30,
  "referrals.per_link_worker_year": 120,
  "caseload.mean": 25,
  "caseload.at_cap": 0.1,
  "utilisation.casework": 0.75,
  "hours.networking": 900,
  "hours.networking_lost": 100,
  "organisations.count": 20,
  "organisations.closed": 2,
  "cost.posts": 50_000,
  "cost.per_referral": 50,
  "cost.per_reached_3": 104,
  "spreadsheet.posts": 4.5,
  "spreadsheet.load": 0.9,
  "spreadsheet.reached_3": 500,
  "spreadsheet.waiting": 0,
  "posts.end": 5,
  closing_list: 60,
};

/** Makes a scenario of three replications whose numbers are a factor times made-up ones, a little apart. */
export function aRun(scenario: string, factor: number): SummaryInput & HeldResults {
  const key = (metric: string, groupBy: string, group: string) => ({ metric, groupBy, group, unit: "" });
  const measured = [
    ...Object.entries(ALL).map(([metric, value]) => [key(metric, "all", "all"), value] as const),
    [key("people.referred", "crisis", "yes"), 100] as const,
    [key("people.waiting_4_weeks", "crisis", "yes"), 12] as const,
    [key("organisation.load", "organisation_type", "local"), 1.2] as const,
    [key("organisation.recent_wait.p50", "organisation_type", "local"), 3] as const,
  ];
  return {
    plan: {
      scenario,
      weeks: 0,
      metrics: measured.map(([metric]) => metric),
      series: [],
      retention: [],
      windows: [],
      windowed: [],
    },
    results: [0.99, 1, 1.01].map((luck, replication) => ({
      replication,
      events: 1,
      values: Float64Array.from(measured, ([, value]) => value * factor * luck),
      series: new Float64Array(),
      retention: new Float64Array(),
      windowed: new Float64Array(),
    })),
    verdicts: [
      {
        pool: "elm",
        regime: "overloaded",
        load: 1.2,
        binds: "hours",
        hours: 1.2,
        places: null,
        growth: 0.4,
        isShocked: false,
        loadLow: 1.1,
        loadHigh: 1.3,
        replicationsToDecide: null,
        sentence: "elm: overloaded, and so on.",
      },
    ],
    typeVerdicts: [
      {
        type: "local",
        regime: "overloaded",
        isShocked: false,
        load: 1.2,
        loadLow: 1.1,
        loadHigh: 1.3,
        replicationsToDecide: null,
      },
    ],
    standards: [],
    time: ONE_YEAR,
    by: "39 weeks",
    isShort: false,
    precisionReached: null,
    timeline: [],
    dates: [],
    around: null,
    title: null,
    variantOf: null,
  };
}
