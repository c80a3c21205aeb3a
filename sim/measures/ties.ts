import { MINUTES_PER_WEEK } from "../engine/minutes.ts";
import { isKnown, isThere } from "../model/known.ts";
import { isHeldOff, isTooLong } from "../model/mechanisms/hold-off.ts";
import type { World } from "../model/world.ts";
import type { Metric } from "./metric.ts";
import { ratio, type Sink } from "./sink.ts";

/** Says what is measured of what posts know of organisations. */
export const TIE_METRICS: readonly Metric[] = [
  {
    metric: "relationship.mean",
    unit: "0 to 1",
    words: "Strength of ties",
    better: "higher",
    longTailed: true,
    meaning: "Mean strength of the ties between posts and the organisations that they know",
  },
  {
    metric: "belief.age",
    unit: "weeks",
    words: "Age of beliefs about waits",
    better: "lower",
    meaning: "Mean age of what posts believe of the waits of organisations that they know, when the run ends",
  },
  {
    metric: "belief.error",
    unit: "weeks",
    words: "Error of beliefs about waits",
    better: "lower",
    meaning: "Mean distance of the waits that posts believe in from the true ones, when the run ends",
  },
  {
    metric: "belief.false_holds",
    unit: "share",
    words: "Held off in error",
    better: "lower",
    meaning:
      "Share of known organisations that are held off though their wait is under the threshold, when " +
      "the run ends",
  },
];

/** Puts how strong the ties of posts are, and how old and how wrong what they believe is. */
export function putTies(w: World, sink: Sink): void {
  sink.put("relationship.mean", "all", "all", meanTie(w));
  putBeliefs(w, sink);
}

/** Puts how old and how wrong beliefs about organisations are, over what funded posts know of open ones. */
function putBeliefs(w: World, sink: Sink): void {
  let known = 0;
  let age = 0;
  let error = 0;
  let falseHolds = 0;
  for (let edge = 0; edge < w.beliefs.tie.length; edge++) {
    const o = w.layout.edgeOrganisation[edge];
    if (!isKnown(w, edge) || !isThere(w, edge)) continue;
    known++;
    age += (w.now - w.beliefs.perceivedAt[edge]) / MINUTES_PER_WEEK;
    error += Math.abs(w.beliefs.perceivedWeeks[edge] - w.organisations.expectedWeeks[o]);
    const isShort = !isTooLong(w, w.organisations.expectedWeeks[o]);
    if (isShort && isHeldOff(w, edge)) falseHolds++;
  }
  sink.put("belief.age", "all", "all", ratio(age, known));
  sink.put("belief.error", "all", "all", ratio(error, known));
  sink.put("belief.false_holds", "all", "all", ratio(falseHolds, known));
}

function meanTie(w: World): number {
  let total = 0;
  let known = 0;
  for (let edge = 0; edge < w.beliefs.tie.length; edge++) {
    if (!isKnown(w, edge)) continue;
    total += w.beliefs.tie[edge];
    known++;
  }
  return ratio(total, known);
}
