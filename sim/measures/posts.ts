import { MINUTES_PER_WEEK, MINUTES_PER_YEAR } from "../engine/minutes.ts";
import type { World } from "../model/world.ts";
import type { Metric } from "./metric.ts";
import { type GroupSink, ratio } from "./sink.ts";
import { sumOver } from "./sums.ts";

/** Says what is measured of posts: caseloads, hours, and people for each. */
export const POST_METRICS: readonly Metric[] = [
  {
    metric: "caseload.mean",
    unit: "people",
    words: "Open cases of a post",
    better: null,
    meaning:
      "Mean caseload of a filled post over time: active and assigned, plus waiting with a first " +
      "appointment booked",
  },
  {
    metric: "caseload.peak",
    unit: "people",
    words: "Highest number of open cases of a post",
    better: null,
    meaning: "Highest caseload of a filled post",
  },
  {
    metric: "caseload.at_cap",
    unit: "share",
    words: "Time at the cap",
    better: null,
    meaning: "Share of filled post time with the caseload at its cap",
  },
  {
    metric: "posts.fte_years",
    unit: "years",
    words: "Full-time years of posts",
    better: null,
    meaning: "Years for which posts were funded, each times its share of full time",
  },
  {
    metric: "posts.contacts",
    unit: "contacts",
    words: "Contacts of posts",
    better: null,
    meaning: "Attended appointments of posts in the measured time",
  },
  {
    metric: "posts.appointments",
    unit: "appointments",
    words: "Appointments of posts",
    better: null,
    meaning: "Booked appointments of posts that came due in the measured time, attended or not",
  },
  {
    metric: "contacts.per_link_worker_year",
    unit: "contacts per year",
    words: "Contacts a post-year",
    better: null,
    ratio: { of: "posts.contacts", per: "posts.fte_years" },
    meaning: "Attended appointments for each funded full-time year of a post",
  },
  {
    metric: "appointments.per_link_worker_year",
    unit: "appointments per year",
    words: "Appointments a post-year",
    better: null,
    ratio: { of: "posts.appointments", per: "posts.fte_years" },
    meaning: "Booked appointments, attended or not, for each funded full-time year of a post",
  },
  {
    metric: "referrals.per_link_worker_year",
    unit: "referrals per year",
    words: "Referrals a post-year",
    better: null,
    ratio: { of: "people.referred", per: "posts.fte_years" },
    meaning: "Referrals for each funded full-time year of a post",
  },
  {
    metric: "utilisation.casework",
    unit: "share",
    words: "Casework time used",
    better: null,
    meaning: "Casework minutes used, of those available after absence",
  },
  {
    metric: "hours.casework",
    unit: "hours",
    words: "Hours of casework",
    better: null,
    meaning: "Hours of posts on casework",
  },
  {
    metric: "hours.networking",
    unit: "hours",
    words: "Hours of networking",
    better: null,
    meaning: "Hours of posts on visits to organisations",
  },
  {
    metric: "hours.practice",
    unit: "hours",
    words: "Hours of practice development",
    better: null,
    meaning: "Hours of posts on practice development",
  },
  {
    metric: "hours.admin",
    unit: "hours",
    words: "Hours of administration",
    better: null,
    meaning: "Hours of posts on the administration that contacts bring, a part of casework",
  },
  {
    metric: "posts.left",
    unit: "people",
    words: "Link workers who left",
    better: "lower",
    meaning: "Link workers who left their post",
  },
  {
    metric: "posts.vacant_share",
    unit: "share",
    words: "Time that posts were vacant",
    better: "lower",
    meaning: "Share of weeks in which a post was vacant",
  },
  {
    metric: "hours.supervision",
    unit: "hours",
    words: "Hours of supervision",
    better: null,
    meaning: "Hours of posts on supervision and meetings",
  },
  {
    metric: "hours.networking_lost",
    unit: "hours",
    words: "Networking hours lost",
    better: "lower",
    meaning:
      "Hours that the plan of posts gives to visits to organisations, less those kept for them: what " +
      "casework, competing innovations and vacancies took; below 0 where visits took more",
  },
];

/** Puts what some posts lived through. */
export function putPosts(w: World, group: GroupSink, posts: readonly number[]): void {
  const { tally } = w;
  const { time } = w.scenario.link_workers;
  const sum = (field: keyof typeof tally.post): number =>
    sumOver(tally.post[field], tally.posts, posts, 0, tally.weeks);
  const fteYears = sum("fteMinutes") / MINUTES_PER_YEAR;
  const minutes = sum("fundedMinutes");
  const episodes =
    group.groupBy === "all"
      ? sumOver(tally.pool.episodes, tally.pools, [...w.layout.pools.keys()], 0, tally.weeks)
      : NaN;
  const casework = sum("caseworkMinutes");
  const working = sum("workingMinutes");
  group.put("caseload.mean", ratio(sum("caseloadMinutes"), minutes));
  group.put("caseload.peak", posts.length > 0 ? Math.max(...posts.map((p) => tally.peakCaseload[p])) : NaN);
  group.put("caseload.at_cap", ratio(sum("atCapMinutes"), minutes));
  group.put("posts.fte_years", fteYears);
  group.put("posts.contacts", sum("contacts"));
  group.put("posts.appointments", sum("appointments"));
  group.put("contacts.per_link_worker_year", ratio(sum("contacts"), fteYears));
  group.put("appointments.per_link_worker_year", ratio(sum("appointments"), fteYears));
  if (group.groupBy === "all") group.put("referrals.per_link_worker_year", ratio(episodes, fteYears));
  group.put("utilisation.casework", ratio(casework, sum("availableMinutes")));
  group.put("hours.casework", casework / 60);
  group.put("hours.networking", sum("networkingMinutes") / 60);
  group.put("hours.practice", sum("practiceMinutes") / 60);
  group.put("hours.admin", sum("adminMinutes") / 60);
  group.put("posts.left", sum("left"));
  group.put("posts.vacant_share", ratio(sum("vacantWeeks") * MINUTES_PER_WEEK, minutes));
  group.put("hours.supervision", (working * time.supervision) / 60);
  group.put("hours.networking_lost", (working * time.networking - sum("networkingMinutes")) / 60);
}
