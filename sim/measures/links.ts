import { MINUTES_PER_DAY } from "../engine/minutes.ts";
import { FAIL_REASONS } from "../model/events.ts";
import { KINDS } from "../model/kinds.ts";
import type { World } from "../model/world.ts";
import type { SurvivalCurves } from "../stats/survival-curves.ts";
import type { Metric } from "./metric.ts";
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
    meaning:
      "Mean wait from a link being sent to its start at the organisation, restricted to 52 weeks, as if none " +
      "failed (Kaplan-Meier: failed links censored, those that still wait kept)",
  },
  {
    metric: "wait.link.pN",
    unit: "days",
    words: "N % start after the link within",
    better: "lower",
    meaning:
      "Wait from a link being sent to its start that N % do not exceed, as if none failed (Kaplan-Meier); " +
      "none where the curve never comes so far",
  },
  {
    metric: "wait.need.mean",
    unit: "days",
    words: "From need to start, mean",
    better: "lower",
    meaning:
      "Mean wait from a need being known to a link's starting for it, restricted to 52 weeks " +
      "(Kaplan-Meier: needs held back still wait, needs given up or left are censored); by the type of the " +
      "organisation that it was sent to last",
  },
  {
    metric: "wait.need.pN",
    unit: "days",
    words: "N % start after the need within",
    better: "lower",
    longTailed: true,
    meaning:
      "Wait from a need being known to a link's starting for it that N % do not exceed (Kaplan-Meier); none " +
      "where the curve never comes so far",
  },
];

/** Quantiles of waits for organisations that are measured, in percent. */
export const WAIT_QUANTILES = [50, 90] as const;

/** How long links, and the needs behind them, wait in a group. */
export interface GroupWaits {
  readonly link: GroupWait;
  readonly need: GroupWait;
}

/** The curve of a group among those of others. */
interface GroupWait {
  readonly curves: SurvivalCurves;
  readonly group: number;
}

/** Puts what became of the links to organisations of some kinds, and how long they took. */
export function putLinks(w: World, group: GroupSink, kinds: readonly number[], waits: GroupWaits): void {
  const { tally } = w;
  const over = (field: keyof typeof tally.organisation): number =>
    sumOver(tally.organisation[field], KINDS, kinds, 0, tally.weeks);
  group.put("links.sent", over("links"));
  group.put("links.right_share", ratio(over("rightLinks"), over("links")));
  group.put("links.started", over("started"));
  group.put("links.failed", over("failed"));
  putWait(group, "wait.link", waits.link);
  putWait(group, "wait.need", waits.need);
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

function putWait(sink: GroupSink, metric: string, { curves, group }: GroupWait): void {
  sink.put(`${metric}.mean`, inDays(curves.mean(group)));
  WAIT_QUANTILES.forEach((p, n) => {
    sink.put(`${metric}.p${p}`, inDays(curves.quantile(group, n)));
  });
}

function inDays(minutes: number | null): number | null {
  return minutes === null ? null : minutes / MINUTES_PER_DAY;
}
