import { meanOf, sumInterval } from "../../../sim/findings/estimates.ts";
import { listText } from "../../../sim/words/lists.ts";
import { TYPE_WORDS } from "../../../sim/words/organisation-types.ts";
import { capitalised } from "../../../sim/words/sentences.ts";
import type { SummaryInput } from "../../screen/summary-input.ts";
import { estimateText } from "./interval-words.ts";
import { isNobodyReferred } from "./people-sentences.ts";

const of = (run: SummaryInput, metric: string) => sumInterval(run, { terms: [[metric, 1]] });

/** Says what a post carries: people referred in a year and cases open at once, which are not the same. */
export function postsText(run: SummaryInput): string {
  const known = (metric: string): boolean => meanOf(run, metric) !== null;
  const carried = [
    ...(known("referrals.per_link_worker_year")
      ? [
          isNobodyReferred(run)
            ? "nobody is referred to a post"
            : `${estimateText(of(run, "referrals.per_link_worker_year"))} people are referred to each ` +
              "full-time post in a year",
        ]
      : []),
    ...(known("caseload.mean")
      ? [`a post has ${estimateText(of(run, "caseload.mean"), 1)} cases open at any one time`]
      : []),
  ];
  const used = [
    ...(known("caseload.at_cap")
      ? [`its caseload is at the cap ${percent(run, "caseload.at_cap")} % of the time`]
      : []),
    ...(known("utilisation.casework")
      ? [
          `over the whole run casework takes ${percent(run, "utilisation.casework")} % of the time that it ` +
            `has${aroundText(run, "utilisation.casework")}`,
        ]
      : []),
  ];
  if (carried.length + used.length === 0) return "no post is filled in the run, so none carries anything.";
  return [carried.join(", and "), capitalised(used.join("; "))]
    .filter((text) => text !== "")
    .map((text) => `${text}.`)
    .join(" ");
}

/** Says beside a share of the whole run what it was before the dated changes and after they have settled. */
function aroundText({ around }: SummaryInput, metric: string): string {
  if (around === null) return "";
  const [before, after] = [around.before, around.after].map((time) => time.of(metric).mean);
  const percentOf = (mean: number): string => `${Math.round(mean * 100)} %`;
  const parts = [
    ...(before === null ? [] : [`${percentOf(before)} before ${around.before.change}`]),
    ...(after === null ? [] : [`${percentOf(after)} after ${around.after.change} has settled`]),
  ];
  return parts.length === 0 ? "" : `, ${listText(parts)}`;
}

/** Says how many hours of networking casework has taken. */
export function networkingText(run: SummaryInput): string | undefined {
  const [kept, lost] = [of(run, "hours.networking"), of(run, "hours.networking_lost")];
  if (kept.mean === null || lost.mean === null) return undefined;
  if (kept.mean + lost.mean < 0.5) return "no hours were planned for visits to organisations.";
  if (lost.mean < 0.5) return "all of the hours planned for visits to organisations were kept for them.";
  const share = Math.round((100 * lost.mean) / (kept.mean + lost.mean));
  return (
    `${estimateText(lost)} hours of networking were lost to casework, vacancies and the like, ${share} ` +
    "% of those planned; with them go the ties through which link workers know who has room."
  );
}

/** Says what is asked of organisations, by type, and what they can serve. */
export function organisationsText(run: SummaryInput): string {
  const types = run.typeVerdicts.flatMap(({ type }, n) => {
    const by = (metric: string) =>
      sumInterval(run, { terms: [[metric, 1]], groupBy: "organisation_type", group: type });
    const load = by("organisation.load");
    if (load.mean === null) return [];
    const whom =
      n === 0 ? `${TYPE_WORDS[type].adjective} organisations is` : `${TYPE_WORDS[type].adjective} ones`;
    const wait = by("organisation.recent_wait.p50");
    const waiting = wait.mean === null ? "" : `, with a wait of ${estimateText(wait, 1)} weeks`;
    return [
      `on ${whom} ${estimateText(load, 0, { factor: 100 })} % of what their places can serve${waiting}`,
    ];
  });
  if ((meanOf(run, "organisations.count") ?? 0) === 0)
    return "there are no organisations within reach, so no need can be passed on.";
  if (types.length === 0)
    return "how full organisations are is not known: none has a place, or nobody comes, in the last weeks.";
  const closed = of(run, "organisations.closed");
  return (
    `over the last half year demand, of link workers' patients and everybody else, ${types.join("; ")}. ` +
    `${estimateText(closed, 1)} of ${estimateText(of(run, "organisations.count"))} close during the ` +
    "run."
  );
}

/** Says what the posts cost, and what each who reaches three contacts does, all told. */
export function costText(run: SummaryInput): string | undefined {
  const posts = of(run, "cost.posts");
  if (posts.mean === null) return undefined;
  if (posts.mean === 0) return "there are no posts to pay for.";
  const pounds = (metric: string): string | null =>
    meanOf(run, metric) === null ? null : `GBP ${estimateText(of(run, metric))}`;
  const [referred, reachedThree] = [pounds("cost.per_referral"), pounds("cost.per_reached_3")];
  return (
    `the posts cost GBP ${estimateText(posts)} over the run` +
    `${referred === null ? "" : `: ${referred} for each person referred`}. ` +
    (reachedThree === null
      ? ""
      : `With management and support each person who reaches three contacts costs ${reachedThree}. `) +
    "What organisations spend is not in it."
  );
}

/** Says what a linear spreadsheet would answer. */
export function spreadsheetText(run: SummaryInput): string | undefined {
  const load = meanOf(run, "spreadsheet.load");
  if (load === null || isNobodyReferred(run)) return undefined;
  return (
    `it asks for ${estimateText(of(run, "spreadsheet.posts"), 1)} full-time posts, ` +
    `${Math.round(load * 100)} % of those there are, has ` +
    `${estimateText(of(run, "spreadsheet.reached_3"))} people reach three contacts and ` +
    `${estimateText(of(run, "spreadsheet.waiting"))} left waiting. The simulation has ` +
    `${estimateText(of(run, "people.reached_3"))} and ${estimateText(of(run, "waiting_list.end"))}.`
  );
}

const percent = (run: SummaryInput, metric: string): string =>
  estimateText(of(run, metric), 0, { factor: 100, inside: [0, 1] });
