import { MINUTES_PER_YEAR } from "../engine/minutes.ts";
import type { World } from "../model/world.ts";
import type { Metric } from "./metric.ts";
import { ratio, type Sink } from "./sink.ts";
import { sumOf } from "./sums.ts";

/** Says what is computed as a linear spreadsheet would. */
export const SPREADSHEET_METRICS: readonly Metric[] = [
  {
    metric: "spreadsheet.posts",
    unit: "posts",
    words: "Full-time posts, by the spreadsheet",
    better: null,
    meaning:
      "Full-time posts that a linear spreadsheet asks for: people who ask or would be referred in a " +
      "year x appointments a referral / appointments a post a year",
  },
  {
    metric: "spreadsheet.load",
    unit: "share",
    words: "Posts needed of those there are, by the spreadsheet",
    better: null,
    meaning: "Those posts over the full-time posts that there were",
  },
  {
    metric: "spreadsheet.reached_3",
    unit: "people",
    words: "Reached three contacts, by the spreadsheet",
    better: null,
    meaning:
      "People who reach three contacts, as a linear spreadsheet has it: the observed share of those it " +
      "serves",
  },
  {
    metric: "spreadsheet.waiting",
    unit: "people",
    words: "Waiting at the end, by the spreadsheet",
    better: null,
    meaning: "People whom a linear spreadsheet leaves waiting at the end: those over what the posts serve",
  },
];

/**
 * Puts what a linear spreadsheet would say of the same people, all who ask or would be referred:
 * appointments needed = people x appointments a referral, set against posts x appointments a post a year. It
 * has no waiting, no organisations and no practices: one pool, and everybody alike. It stands beside a run
 * to show where that misleads.
 */
export function putSpreadsheet(w: World, sink: Sink): void {
  const { appointments, per_post: perPost, reached_3: reachedThree } = w.scenario.measures.spreadsheet;
  const years = (w.clock.endMinute - w.clock.startMinute) / MINUTES_PER_YEAR;
  const posts = sumOf(w.tally.post.fteMinutes) / MINUTES_PER_YEAR / years;
  const { requests, alreadyOpen, neverReferred } = w.tally.pool;
  const people = sumOf(requests) - sumOf(alreadyOpen) + sumOf(neverReferred);
  const needed = (people / years) * (appointments / perPost);
  const served = needed > 0 ? Math.min(1, posts / needed) : 1;
  sink.put("spreadsheet.posts", "all", "all", needed);
  sink.put("spreadsheet.load", "all", "all", ratio(needed, posts));
  sink.put("spreadsheet.reached_3", "all", "all", people * reachedThree * served);
  sink.put("spreadsheet.waiting", "all", "all", people * (1 - served));
}
