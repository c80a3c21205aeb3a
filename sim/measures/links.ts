import { MINUTES_PER_DAY } from "../engine/minutes.ts";
import { FAIL_REASONS } from "../model/events.ts";
import { KINDS } from "../model/kinds.ts";
import type { World } from "../model/world.ts";
import { marked } from "./kinds.ts";
import type { Metric } from "./metric.ts";
import { putQuantiles } from "./quantiles.ts";
import { type GroupSink, ratio, type Sink } from "./sink.ts";
import { sumOf, sumOver } from "./sums.ts";

/** Says what is measured of links to organisations. */
export const LINK_METRICS: readonly Metric[] = [
  {
    metric: "links.sent",
    unit: "links",
    words: "Links sent",
    better: null,
    meaning: "Links sent by link workers",
  },
  {
    metric: "links.right_share",
    unit: "share",
    words: "Right links",
    better: "higher",
    meaning: "Share of the links sent that were right for the person",
  },
  {
    metric: "links.started",
    unit: "links",
    words: "Links started",
    better: "higher",
    meaning: "Links that started",
  },
  {
    metric: "links.failed",
    unit: "links",
    words: "Links failed",
    better: "lower",
    meaning: "Links that failed",
  },
  {
    metric: "links.failed.ineligible",
    unit: "links",
    words: "Links refused by eligibility",
    better: "lower",
    meaning: "Links refused by eligibility",
  },
  {
    metric: "links.failed.full",
    unit: "links",
    words: "Links refused by full organisations",
    better: "lower",
    meaning: "Links refused because the wait was over the organisation's limit",
  },
  {
    metric: "links.failed.not_right",
    unit: "links",
    words: "Links not right for the person",
    better: "lower",
    meaning: "Links that the organisation found not right for the person",
  },
  {
    metric: "links.failed.gave_up",
    unit: "links",
    words: "Links given up in the queue",
    better: "lower",
    meaning: "Links that the person gave up in the organisation's queue",
  },
  {
    metric: "links.failed.not_taken_up",
    unit: "links",
    words: "Places not taken up",
    better: "lower",
    meaning: "Places offered that the person did not take up",
  },
  {
    metric: "links.failed.closed",
    unit: "links",
    words: "Links to organisations that closed",
    better: "lower",
    meaning: "Links that failed because the organisation closed",
  },
  {
    metric: "links.held",
    unit: "needs",
    words: "Needs held back",
    better: "lower",
    meaning: "Needs held back because no known organisation would take them soon",
  },
  {
    metric: "links.calls",
    unit: "calls",
    words: "Calls to organisations",
    better: null,
    meaning: "Calls that link workers made to organisations",
  },
  {
    metric: "links.onward",
    unit: "links",
    words: "Links passed on",
    better: null,
    meaning: "Links that an organisation passed on to another instead of refusing",
  },
  {
    metric: "wait.link.mean",
    unit: "days",
    words: "From link to start, mean",
    better: "lower",
    meaning: "Mean wait from a link being sent to its start at the organisation, restricted to 52 weeks",
  },
  {
    metric: "wait.link.pN",
    unit: "days",
    words: "N % start after the link within",
    better: "lower",
    meaning: "Wait from a link being sent to its start that N % do not exceed",
  },
  {
    metric: "wait.need.mean",
    unit: "days",
    words: "From need to start, mean",
    better: "lower",
    meaning:
      "Mean wait from a need being known to its link starting, restricted to 52 weeks; holding off " +
      "cannot shorten it",
  },
  {
    metric: "wait.need.pN",
    unit: "days",
    words: "N % start after the need within",
    better: "lower",
    meaning: "Wait from a need being known to its link starting that N % do not exceed",
  },
];

/** Puts what became of the links to organisations of some kinds, and how long they took. */
export function putLinks(w: World, group: GroupSink, kinds: readonly number[]): void {
  const { tally } = w;
  const over = (field: keyof typeof tally.organisation): number =>
    sumOver(tally.organisation[field], KINDS, kinds, 0, tally.weeks);
  group.put("links.sent", over("links"));
  group.put("links.right_share", ratio(over("rightLinks"), over("links")));
  group.put("links.started", over("started"));
  group.put("links.failed", over("failed"));
  const { waited, known } = daysOfLinks(w, kinds);
  group.put("wait.link.mean", mean(waited));
  putQuantiles(group, "wait.link", waited);
  group.put("wait.need.mean", mean(known));
  putQuantiles(group, "wait.need", known);
}

/** Puts why links failed, and what link workers did besides sending them. */
export function putLinkWork(w: World, sink: Sink): void {
  FAIL_REASONS.forEach((reason, n) => {
    sink.put(`links.failed.${reason}`, "all", "all", w.tally.failures[n]);
  });
  sink.put("links.held", "all", "all", sumOf(w.tally.run.held));
  sink.put("links.calls", "all", "all", sumOf(w.tally.run.calls));
  sink.put("links.onward", "all", "all", sumOf(w.tally.run.onward));
}

/**
 * Gathers how long links to some kinds took until they started, in days: since they were sent, and since the
 * need was known.
 */
function daysOfLinks(w: World, kinds: readonly number[]): { waited: Float64Array; known: Float64Array } {
  const log = w.linkWaits.columns;
  const isOne = marked(kinds);
  const { startMinute } = w.clock;
  let count = 0;
  for (let entry = 0; entry < w.linkWaits.length; entry++)
    if (isOne[log.kind[entry]] === 1 && log.sentAt[entry] >= startMinute) count++;
  const waited = new Float64Array(count);
  const known = new Float64Array(count);
  for (let entry = 0, n = 0; n < count; entry++) {
    if (isOne[log.kind[entry]] === 0 || log.sentAt[entry] < startMinute) continue;
    waited[n] = (log.startedAt[entry] - log.sentAt[entry]) / MINUTES_PER_DAY;
    known[n++] = (log.startedAt[entry] - log.knownAt[entry]) / MINUTES_PER_DAY;
  }
  return { waited, known };
}

function mean(values: Float64Array): number {
  return ratio(sumOf(values), values.length);
}
