import { MINUTES_PER_DAY, MINUTES_PER_WEEK } from "../model/clock.ts";
import { FAIL_REASONS } from "../model/events.ts";
import { isHeldOff } from "../model/mechanisms/hold-off.ts";
import type { World } from "../model/state.ts";
import { FOCUSES, ORGANISATION_TYPES } from "../scenario/vocabulary.ts";
import { quantiles } from "../stats/quantile.ts";
import { REGIME_WEEKS, sumOver } from "./service.ts";
import { ratio, type Sink } from "./sink.ts";

/** Puts places, load, waits and closures of organisations, and the links to them: for all, by type and by focus. */
export function putOrganisations(w: World, sink: Sink): void {
  const sites = w.layout.organisations;
  const all = sites.map((_, o) => o);
  putSites(w, sink, "all", "all", all, () => true);
  ORGANISATION_TYPES.forEach((type, t) => {
    const members = all.filter((o) => sites[o].typeNumber === t);
    putSites(w, sink, "organisation_type", type, members, (entry) => w.linkWaits.columns.type[entry] === t);
  });
  FOCUSES.forEach((focus, f) => {
    const members = all.filter((o) => sites[o].focusNumber === f);
    putSites(w, sink, "focus", focus, members, (entry) => w.linkWaits.columns.focus[entry] === f);
  });
  FAIL_REASONS.forEach((reason, n) => {
    sink.put(`links.failed.${reason}`, "all", "all", w.tally.failures[n]);
  });
  sink.put(
    "links.held",
    "all",
    "all",
    w.tally.run.held.reduce((sum, count) => sum + count, 0),
  );
  sink.put(
    "links.calls",
    "all",
    "all",
    w.tally.run.calls.reduce((sum, count) => sum + count, 0),
  );
  sink.put(
    "links.onward",
    "all",
    "all",
    w.tally.run.onward.reduce((sum, count) => sum + count, 0),
  );
  sink.put("relationship.mean", "all", "all", meanTie(w));
  putBeliefs(w, sink);
}

function putSites(
  w: World,
  sink: Sink,
  groupBy: string,
  group: string,
  members: readonly number[],
  isOne: (entry: number) => boolean,
): void {
  const { tally } = w;
  const { weeks_in_place: minutesInPlace } = w.scenario.organisations;
  const put = (metric: string, value: number | null): void => sink.put(metric, groupBy, group, value);
  const sum = (field: keyof typeof tally.organisation, from = 0): number =>
    sumOver(tally.organisation[field], tally.organisations, members, from, tally.weeks);
  const from = Math.max(0, tally.weeks - REGIME_WEEKS);
  let offered = 0;
  let places = 0;
  const waits: number[] = [];
  for (const o of members) {
    const weeksInPlace = minutesInPlace[w.layout.organisations[o].focus] / MINUTES_PER_WEEK;
    offered +=
      sumOver(tally.organisation.arrivals, tally.organisations, [o], from, tally.weeks) * weeksInPlace;
    places += sumOver(tally.organisation.places, tally.organisations, [o], from, tally.weeks);
    for (let week = 0; week < tally.weeks; week++) {
      const at = week * tally.organisations + o;
      if (tally.organisation.places[at] > 0) waits.push(tally.organisation.expectedWeeks[at]);
    }
  }
  put("organisations.count", members.length);
  put(
    "organisations.places",
    members.reduce((total, o) => total + w.places[o], 0),
  );
  put(
    "organisations.places_gained",
    members.reduce(
      (total, o) => total + (w.places[o] > w.placesAtStart[o] ? w.places[o] - w.placesAtStart[o] : 0),
      0,
    ),
  );
  put("organisations.closed", sum("closed"));
  put("organisation.arrivals", ratio(sum("arrivals"), tally.weeks));
  put("organisation.load", places === Infinity ? 0 : ratio(offered, places));
  put("organisation.in_place", ratio(sum("inPlace"), tally.weeks));
  put("organisation.over_places", ratio(sum("overPlaces"), tally.weeks));
  putQuantiles(sink, "organisation.wait", groupBy, group, waits);
  put("links.sent", sum("links"));
  put("links.right_share", ratio(sum("rightLinks"), sum("links")));
  put("links.started", sum("started"));
  put("links.failed", sum("failed"));
  const waited: number[] = [];
  const known: number[] = [];
  const log = w.linkWaits.columns;
  for (let entry = 0; entry < w.linkWaits.length; entry++) {
    if (log.sentAt[entry] < w.clock.startMinute || !isOne(entry)) continue;
    waited.push((log.startedAt[entry] - log.sentAt[entry]) / MINUTES_PER_DAY);
    known.push((log.startedAt[entry] - log.knownAt[entry]) / MINUTES_PER_DAY);
  }
  put("wait.link.mean", mean(waited));
  putQuantiles(sink, "wait.link", groupBy, group, waited);
  put("wait.need.mean", mean(known));
  putQuantiles(sink, "wait.need", groupBy, group, known);
}

function putQuantiles(
  sink: Sink,
  metric: string,
  groupBy: string,
  group: string,
  values: readonly number[],
): void {
  const [half, ninety] = quantiles(values, [0.5, 0.9]);
  sink.put(`${metric}.p50`, groupBy, group, half);
  sink.put(`${metric}.p90`, groupBy, group, ninety);
}

function mean(values: readonly number[]): number {
  let total = 0;
  for (const value of values) total += value;
  return ratio(total, values.length);
}

/** Puts how old and how wrong beliefs about organisations are, over what funded posts know of open ones. */
function putBeliefs(w: World, sink: Sink): void {
  let known = 0;
  let age = 0;
  let error = 0;
  let falseHolds = 0;
  for (let edge = 0; edge < w.tie.length; edge++) {
    const o = w.layout.edgeOrganisation[edge];
    if (w.tie[edge] < w.scenario.matching.known_tie || w.isOrganisationOpen[o] === 0) continue;
    known++;
    age += (w.now - w.perceivedAt[edge]) / MINUTES_PER_WEEK;
    error += Math.abs(w.perceivedWeeks[edge] - w.expectedWeeks[o]);
    const isShort = w.expectedWeeks[o] * MINUTES_PER_WEEK <= w.scenario.hold_off.wait;
    if (isShort && isHeldOff(w, edge)) falseHolds++;
  }
  sink.put("belief.age", "all", "all", ratio(age, known));
  sink.put("belief.error", "all", "all", ratio(error, known));
  sink.put("belief.false_holds", "all", "all", ratio(falseHolds, known));
}

function meanTie(w: World): number {
  let total = 0;
  let known = 0;
  for (const tie of w.tie) {
    if (tie < w.scenario.matching.known_tie) continue;
    total += tie;
    known++;
  }
  return ratio(total, known);
}
