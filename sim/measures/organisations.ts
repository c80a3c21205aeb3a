import { MINUTES_PER_YEAR } from "../engine/minutes.ts";
import { KINDS } from "../model/kinds.ts";
import type { World } from "../model/world.ts";
import { slope } from "../stats/slope.ts";
import { FOCUSES } from "../words/focuses.ts";
import { ORGANISATION_TYPES } from "../words/organisation-types.ts";
import { type GroupWaits, putLinks, putLinkWork } from "./links.ts";
import type { Metric } from "./metric.ts";
import { organisationWaits } from "./organisation-waits.ts";
import { expectedWeeks, membersOf, OF_TYPE, offered, offeredLoad } from "./places.ts";
import { putQuantiles } from "./quantiles.ts";
import { lastChangeWeek, REGIME_WEEKS } from "./regime-weeks.ts";
import { GroupSink, ratio, type Sink } from "./sink.ts";
import { sumAt, sumOver } from "./sums.ts";
import { putTies } from "./ties.ts";

/** Says what is measured of organisations. */
export const ORGANISATION_METRICS: readonly Metric[] = [
  {
    metric: "organisations.count",
    unit: "organisations",
    words: "Organisations",
    better: null,
    meaning: "Organisations simulated",
  },
  {
    metric: "organisations.places",
    unit: "places",
    words: "Places",
    better: "higher",
    meaning: "Mean places of organisations that are open",
  },
  {
    metric: "organisations.places_gained",
    unit: "places",
    words: "Places gained by grants",
    better: "higher",
    meaning:
      "Places beyond those of core income and every grant that new grants and growth funding pay for " +
      "when the run ends",
  },
  {
    metric: "organisations.closed",
    unit: "organisations",
    words: "Organisations closed",
    better: "lower",
    meaning: "Organisations that closed",
  },
  {
    metric: "organisations.opened",
    unit: "organisations",
    words: "Organisations opened",
    better: "higher",
    meaning: "Organisations that opened in the slot of one that funding had closed",
  },
  {
    metric: "organisations.income",
    unit: "GBP per year",
    words: "Income of organisations",
    better: null,
    meaning: "Income of organisations from the first day to the end, warm-up included, in real terms",
  },
  {
    metric: "organisation.arrivals",
    unit: "people per week",
    words: "Arrivals at organisations a week",
    better: null,
    meaning: "Mean number of people who come to organisations in a week, linked or not",
  },
  {
    metric: "organisation.weeks_asked",
    unit: "weeks",
    words: "Weeks in a place that people ask for",
    better: null,
    meaning: "Arrivals times weeks in a place, over the last 26 weeks",
  },
  {
    metric: "organisation.place_weeks",
    unit: "weeks",
    words: "Weeks of places",
    better: null,
    meaning: "Places times weeks, over the last 26 weeks; none where places have no limit",
  },
  {
    metric: "organisation.linked_share",
    unit: "share",
    words: "Link workers' share of demand",
    better: null,
    meaning: "Of the people who come to organisations, the share that link workers sent",
  },
  {
    metric: "organisation.load",
    unit: "ratio",
    words: "Demand on places",
    better: "lower",
    ratio: { of: "organisation.weeks_asked", per: "organisation.place_weeks" },
    meaning: "Arrivals times weeks in a place, of places, over organisations",
  },
  {
    metric: "organisation.load_change",
    unit: "ratio",
    words: "Change of the demand on places",
    better: null,
    meaning: "Change of organisations' load at the last dated change",
  },
  {
    metric: "organisation.queue_growth",
    unit: "people per week",
    words: "Growth of organisations' queues",
    better: "lower",
    meaning: "Growth of organisations' queues over the last 26 weeks, or since the last dated change",
  },
  {
    metric: "organisation.quality",
    unit: "share",
    words: "Quality in places",
    better: "higher",
    meaning:
      "Quality of what people in places get: places over people where there are more people, times the " +
      "share of the places' cost that is spent where quality gives way first; mean over people and weeks",
  },
  {
    metric: "organisation.in_place",
    unit: "people",
    words: "People in a place",
    better: null,
    meaning: "Mean number of people in a place, linked or not",
  },
  {
    metric: "organisation.over_places",
    unit: "people",
    words: "People beyond the places",
    better: "lower",
    meaning: "Mean number of people in place beyond the places",
  },
  {
    metric: "organisation.wait.pN",
    unit: "weeks",
    words: "Place for N % within",
    better: "lower",
    meaning:
      "Wait expected at an organisation that N % do not exceed: clients ahead times weeks in a place, " +
      "by places",
  },
  {
    metric: "organisation.recent_wait.pN",
    unit: "weeks",
    words: "Lately a place for N % within",
    better: "lower",
    meaning:
      "Wait expected at an organisation that N % do not exceed, over the last 26 weeks, as organisation.load",
  },
];

/** Kinds of organisation: of every type and focus, and of each focus. */
const EVERY_KIND = Array.from({ length: KINDS }, (_, kind) => kind);
const OF_FOCUS = FOCUSES.map((_, f) => EVERY_KIND.filter((kind) => kind % FOCUSES.length === f));

/**
 * Puts places, load, waits and closures of organisations, and the links to them: for all, by type and by
 * focus.
 */
export function putOrganisations(w: World, sink: Sink): void {
  const waits = organisationWaits(w);
  putSites(w, new GroupSink(sink, "all", "all"), EVERY_KIND, waits.all);
  ORGANISATION_TYPES.forEach((type, t) => {
    putSites(w, new GroupSink(sink, "organisation_type", type), OF_TYPE[t], waits.ofType[t]);
  });
  FOCUSES.forEach((focus, f) => {
    putSites(w, new GroupSink(sink, "focus", focus), OF_FOCUS[f], waits.ofFocus[f]);
  });
  putLinkWork(w, sink);
  putTies(w, sink);
}

/** Puts the numbers of all organisations of some kinds. */
function putSites(w: World, group: GroupSink, kinds: readonly number[], waits: GroupWaits): void {
  const { tally } = w;
  const members = membersOf(w, kinds);
  const over = (field: keyof typeof tally.organisation): number =>
    sumOver(tally.organisation[field], KINDS, kinds, 0, tally.weeks);
  group.put("organisations.count", members.length);
  group.put("organisations.places", sumAt(w.organisations.places, members));
  group.put("organisations.places_gained", placesGained(w, members));
  group.put("organisations.closed", over("closed"));
  group.put("organisations.opened", over("opened"));
  group.put("organisation.arrivals", ratio(over("arrivals"), tally.weeks));
  group.put("organisation.linked_share", ratio(over("linkedArrivals"), over("arrivals")));
  const change = lastChangeWeek(w);
  const now = Math.max(0, tally.weeks - REGIME_WEEKS);
  const { asked, places } = offered(w, kinds, now, tally.weeks);
  group.put("organisation.weeks_asked", asked);
  group.put("organisation.place_weeks", places === Infinity ? NaN : places);
  group.put("organisation.load", offeredLoad(w, kinds, now, tally.weeks));
  group.put(
    "organisation.load_change",
    change >= REGIME_WEEKS
      ? offeredLoad(w, kinds, Math.max(now, change), tally.weeks) -
          offeredLoad(w, kinds, change - REGIME_WEEKS, change)
      : NaN,
  );
  group.put("organisation.queue_growth", queueGrowth(w, kinds, Math.max(now, change), w.clock.weeks));
  group.put("organisation.quality", 1 - ratio(over("lostQuality"), over("inPlace")));
  group.put(
    "organisations.income",
    (sumAt(w.money.totalIncome, members) / 100) * (MINUTES_PER_YEAR / w.clock.endMinute),
  );
  group.put("organisation.in_place", ratio(over("inPlace"), tally.weeks));
  group.put("organisation.over_places", ratio(over("overPlaces"), tally.weeks));
  putQuantiles(group, "organisation.wait", expectedWeeks(w, members, 0, tally.weeks));
  putQuantiles(group, "organisation.recent_wait", expectedWeeks(w, members, now, tally.weeks));
  putLinks(w, group, kinds, waits);
}

function placesGained(
  { organisations: { places }, money: { paidPlaces } }: World,
  members: readonly number[],
): number {
  let gained = 0;
  // Where there is no limit nothing is gained: infinity is not over infinity.
  for (const o of members) if (places[o] > paidPlaces[o]) gained += places[o] - Math.floor(paidPlaces[o]);
  return gained;
}

/** Gives the growth of the queues over some weeks, in people a week. */
function queueGrowth({ tally }: World, kinds: readonly number[], from: number, to: number): number {
  const queued: number[] = [];
  for (let week = from; week < to; week++)
    queued.push(sumOver(tally.organisation.queued, KINDS, kinds, week, week + 1));
  return slope(queued)?.slope ?? NaN;
}
