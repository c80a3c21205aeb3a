import { MINUTES_PER_WEEK } from "../engine/minutes.ts";
import type { ScenarioResults } from "../measures/scenario-results.ts";
import type { Scenario } from "../scenario/schema.ts";
import { meanOf } from "./estimates.ts";

/** Full-time posts that rules of thumb ask for, of the same demand. */
export interface NaivePosts {
  /** A linear spreadsheet: appointments needed over appointments of a post. */
  readonly spreadsheet: number | null;
  /** The waiting-list rule of Fong et al. (2022); null where the goal is no wait. */
  readonly waitingListRule: number | null;
}

/**
 * Gives the posts of rules of thumb. The waiting-list rule (Fong, Mushtaq, House, Gordon, Chen, Griffiths,
 * Ahmad & Walton 2022, medRxiv 2022.08.23.22279117) asks of each list for a capacity of demand +
 * (cv_demand^2 + cv_capacity^2) / 2 x 4 / target, here in people a week with both coefficients of variation
 * 1 (arrivals and cases at random); what a post serves is what the spreadsheet says.
 */
export function naivePosts(
  run: ScenarioResults,
  scenario: Scenario,
  { lists, targetWeeks }: { readonly lists: number; readonly targetWeeks: number | null },
): NaivePosts {
  const spreadsheet = meanOf(run, "spreadsheet.posts");
  const people = meanOf(run, "people.referred");
  if (spreadsheet === null || people === null || people === 0 || targetWeeks === null)
    return { spreadsheet, waitingListRule: null };
  const demand = (people * MINUTES_PER_WEEK) / scenario.horizon;
  return { spreadsheet, waitingListRule: (spreadsheet * (demand + (lists * 4) / targetWeeks)) / demand };
}

/** Gives the weeks within which a metric asks people to be seen; null where it asks something else. */
export function weeksWithin(metric: string): number | null {
  const [, count, unit] = /within_(\d+)_(working_days|days|weeks)/.exec(metric) ?? [];
  if (count === undefined) return null;
  return Number(count) / { working_days: 5, days: 7, weeks: 1 }[unit as "working_days" | "days" | "weeks"];
}
