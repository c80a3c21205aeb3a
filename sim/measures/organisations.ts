import { MINUTES_PER_DAY, MINUTES_PER_WEEK, MINUTES_PER_YEAR } from "../model/clock.ts";
import { FAIL_REASONS } from "../model/events.ts";
import { isHeldOff } from "../model/mechanisms/hold-off.ts";
import type { World } from "../model/state.ts";
import { KINDS } from "../model/tally.ts";
import { FOCUSES, ORGANISATION_TYPES } from "../scenario/vocabulary.ts";
import { quantiles } from "../stats/quantile.ts";
import { slope } from "../stats/slope.ts";
import { lastChangeWeek, REGIME_WEEKS, sumOver } from "./service.ts";
import { ratio, type Sink } from "./sink.ts";

/** The organisations of some kinds. */
interface Sites {
  readonly groupBy: string;
  readonly group: string;
  readonly kinds: readonly number[];
  readonly members: readonly number[];
}

/** Puts places, load, waits and closures of organisations, and the links to them: for all, by type and by focus. */
export function putOrganisations(w: World, sink: Sink): void {
  const kinds = Array.from({ length: KINDS }, (_, kind) => kind);
  const put = (groupBy: string, group: string, isOne: (kind: number) => boolean): void => {
    const members = [...w.layout.kindOf.keys()].filter((o) => isOne(w.layout.kindOf[o]));
    putSites(w, sink, { groupBy, group, kinds: kinds.filter(isOne), members });
  };
  put("all", "all", () => true);
  ORGANISATION_TYPES.forEach((type, t) => {
    put("organisation_type", type, (kind) => Math.floor(kind / FOCUSES.length) === t);
  });
  FOCUSES.forEach((focus, f) => {
    put("focus", focus, (kind) => kind % FOCUSES.length === f);
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

function putSites(w: World, sink: Sink, { groupBy, group, kinds, members }: Sites): void {
  const { tally } = w;
  const put = (metric: string, value: number | null): void => sink.put(metric, groupBy, group, value);
  const over = (field: keyof typeof tally.organisation): number =>
    sumOver(tally.organisation[field], KINDS, kinds, 0, tally.weeks);
  const ofMembers = (value: (o: number) => number): number =>
    members.reduce((total, o) => total + value(o), 0);
  put("organisations.count", members.length);
  put(
    "organisations.places",
    ofMembers((o) => w.places[o]),
  );
  put(
    "organisations.places_gained",
    ofMembers((o) => (w.places[o] > w.placesAtStart[o] ? w.places[o] - w.placesAtStart[o] : 0)),
  );
  put("organisations.closed", over("closed"));
  put("organisation.arrivals", ratio(over("arrivals"), tally.weeks));
  const change = lastChangeWeek(w);
  const now = Math.max(0, tally.weeks - REGIME_WEEKS);
  put("organisation.load", offeredLoad(w, kinds, now, tally.weeks));
  put(
    "organisation.load_change",
    change >= REGIME_WEEKS
      ? offeredLoad(w, kinds, Math.max(now, change), tally.weeks) -
          offeredLoad(w, kinds, change - REGIME_WEEKS, change)
      : NaN,
  );
  put("organisation.queue_growth", queueGrowth(w, kinds, Math.max(now, change), w.clock.weeks));
  put("organisation.quality", 1 - ratio(over("overPlaces"), over("inPlace")));
  put(
    "organisations.income",
    (ofMembers((o) => w.totalIncome[o]) / 100) * (MINUTES_PER_YEAR / w.clock.endMinute),
  );
  put("organisation.in_place", ratio(over("inPlace"), tally.weeks));
  put("organisation.over_places", ratio(over("overPlaces"), tally.weeks));
  putQuantiles(sink, "organisation.wait", groupBy, group, expectedWeeks(w, members));
  put("links.sent", over("links"));
  put("links.right_share", ratio(over("rightLinks"), over("links")));
  put("links.started", over("started"));
  put("links.failed", over("failed"));
  const { waited, known } = daysOfLinks(w, kinds);
  put("wait.link.mean", mean(waited));
  putQuantiles(sink, "wait.link", groupBy, group, waited);
  put("wait.need.mean", mean(known));
  putQuantiles(sink, "wait.need", groupBy, group, known);
}

/** Gives the load that people who come offer over some weeks: their weeks in a place over the places. */
function offeredLoad(
  { tally, minutesInPlace }: World,
  kinds: readonly number[],
  from: number,
  to: number,
): number {
  const over = (field: keyof typeof tally.organisation, of: readonly number[]): number =>
    sumOver(tally.organisation[field], KINDS, of, from, to);
  const places = over("places", kinds);
  if (places === Infinity) return 0;
  const offered = kinds.reduce(
    (total, kind) =>
      total + over("arrivals", [kind]) * (minutesInPlace[kind % FOCUSES.length] / MINUTES_PER_WEEK),
    0,
  );
  return ratio(offered, places);
}

/** Gives the growth of the queues over some weeks, in people a week. */
function queueGrowth({ tally }: World, kinds: readonly number[], from: number, to: number): number {
  const queued: number[] = [];
  for (let week = from; week < to; week++)
    queued.push(sumOver(tally.organisation.queued, KINDS, kinds, week, week + 1));
  return slope(queued)?.slope ?? NaN;
}

/** Gathers what every week's newcomer to each organisation would have waited. */
function expectedWeeks({ tally }: World, members: readonly number[]): Float64Array {
  const weeks = new Float64Array(tally.weeks * members.length);
  for (let week = 0, at = 0; week < tally.weeks; week++)
    for (const o of members) weeks[at++] = tally.expectedWeeks[week * tally.organisations + o];
  return weeks;
}

/** Gathers how long links to some kinds took until they started, in days: since they were sent, and since the need was known. */
function daysOfLinks(w: World, kinds: readonly number[]): { waited: Float64Array; known: Float64Array } {
  const log = w.linkWaits.columns;
  const isOne = Uint8Array.from({ length: KINDS }, (_, kind) => (kinds.includes(kind) ? 1 : 0));
  const waited = new Float64Array(w.linkWaits.length);
  const known = new Float64Array(w.linkWaits.length);
  let count = 0;
  for (let entry = 0; entry < w.linkWaits.length; entry++) {
    if (isOne[log.kind[entry]] === 0 || log.sentAt[entry] < w.clock.startMinute) continue;
    waited[count] = (log.startedAt[entry] - log.sentAt[entry]) / MINUTES_PER_DAY;
    known[count++] = (log.startedAt[entry] - log.knownAt[entry]) / MINUTES_PER_DAY;
  }
  return { waited: waited.subarray(0, count), known: known.subarray(0, count) };
}

function putQuantiles(
  sink: Sink,
  metric: string,
  groupBy: string,
  group: string,
  values: Float64Array,
): void {
  const [half, ninety] = quantiles(values, [0.5, 0.9]);
  sink.put(`${metric}.p50`, groupBy, group, half);
  sink.put(`${metric}.p90`, groupBy, group, ninety);
}

function mean(values: Float64Array): number {
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
