import { MINUTES_PER_WEEK, MINUTES_PER_YEAR } from "../engine/minutes.ts";
import { KINDS } from "../model/kinds.ts";
import { costLines } from "../model/mechanisms/cost.ts";
import { isOn } from "../model/mechanisms.ts";
import type { World } from "../model/world.ts";
import { ORGANISATION_TYPES } from "../words/organisation-types.ts";
import type { Cohort } from "./cohort.ts";
import { KeySink } from "./key-sink.ts";
import { expectedWeeks, membersOf, OF_TYPE, offered, offeredLoad } from "./places.ts";
import { putQuantiles } from "./quantiles.ts";
import type { MeasurePlan, WindowKey } from "./result.ts";
import { GroupSink, ratio, type Sink, ValueSink } from "./sink.ts";
import { sumOver } from "./sums.ts";
import { followUpOf } from "./window-follow-up.ts";
import { peopleOfWindows, type WindowPeople } from "./window-people.ts";
import { monthsOf, type Window, windowsOf } from "./windows.ts";

/** Lists the windows of a run, months last, and what is measured in each. */
export function windowPlan(w: World, cohort: Cohort): Pick<MeasurePlan, "windows" | "windowed"> {
  const windows = [...windowsOf(w), ...monthsOf(w)];
  const recorded = gather(w, cohort, windows);
  const windowed = windows.flatMap((window, place): WindowKey[] => {
    const sink = new KeySink();
    putWindow(w, recorded, { window, people: recorded.people[place] }, sink);
    return sink.keys.map((key) => ({ ...key, window: place, ...followUpOf(w, key.metric, window) }));
  });
  return { windows, windowed };
}

/**
 * Gives the numbers of all windows in the order of their plan; NaN where a window is empty, or people are not
 * followed for as long as a number needs.
 */
export function windowNumbers(
  w: World,
  cohort: Cohort,
  { windows, windowed }: Pick<MeasurePlan, "windows" | "windowed">,
): Float64Array {
  const sink = new ValueSink(windowed.length);
  const recorded = gather(w, cohort, windows);
  windows.forEach((window, place) => {
    putWindow(w, recorded, { window, people: recorded.people[place] }, sink);
  });
  return sink.values.map((value, n) => (isKnown(windowed[n], windows) ? value : NaN));
}

const isKnown = ({ window, needs, has }: WindowKey, windows: readonly Window[]): boolean =>
  windows[window].empty === null && has >= needs;

/** What a replication has recorded, gathered once for all windows. */
interface Recorded {
  /** Of each window, in their order. */
  readonly people: readonly WindowPeople[];
  /** Third contacts by week of measuring. */
  readonly thirdContacts: Float64Array;
  /** Organisations of each type. */
  readonly ofType: readonly (readonly number[])[];
  readonly posts: readonly number[];
  readonly pools: readonly number[];
}

function gather(w: World, cohort: Cohort, windows: readonly Window[]): Recorded {
  return {
    people: peopleOfWindows(w, cohort, windows),
    thirdContacts: thirdContactsByWeek(w),
    ofType: OF_TYPE.map((kinds) => membersOf(w, kinds)),
    posts: [...w.layout.posts.keys()],
    pools: [...w.layout.pools.keys()],
  };
}

function thirdContactsByWeek({ contacts, clock, tally }: World): Float64Array {
  const byWeek = new Float64Array(tally.weeks);
  const { at, number } = contacts.columns;
  for (let entry = 0; entry < contacts.length; entry++)
    if (number[entry] === 3 && at[entry] >= clock.startMinute)
      byWeek[Math.floor((at[entry] - clock.startMinute) / MINUTES_PER_WEEK)]++;
  return byWeek;
}

function putWindow(
  w: World,
  recorded: Recorded,
  { window, people }: { readonly window: Window; readonly people: WindowPeople },
  sink: Sink,
): void {
  const group = new GroupSink(sink, "all", "all");
  putReferred(group, people);
  if (window.kind === "month") return;
  group.put("people.reached_3", people.reachedThree);
  group.put("needs.met_share", ratio(people.needsMet, people.needs));
  group.put("wait.first_contact.mean", people.meanWait);
  const weeks = weeksOf(w, window);
  putService(w, group, recorded, { people, ...weeks });
  ORGANISATION_TYPES.forEach((type, t) => {
    putSites(w, new GroupSink(sink, "organisation_type", type), OF_TYPE[t], recorded.ofType[t], weeks);
  });
}

/** Weeks of measuring: the first, and the one after the last. */
interface Weeks {
  readonly from: number;
  readonly to: number;
}

/**
 * Gives the weeks of measuring by which events of a window are counted, to the nearest; its end is the run's
 * where it ends with it.
 */
function weeksOf({ clock, tally }: World, { from, to }: Window): Weeks {
  const week = (minute: number): number => Math.round((minute - clock.startMinute) / MINUTES_PER_WEEK);
  return { from: week(from), to: to === clock.endMinute ? tally.weeks : week(to) };
}

/** Puts what became of those referred in a window. */
function putReferred(group: GroupSink, people: WindowPeople): void {
  group.put("people.referred", people.referred);
  group.put("wait.first_contact.p50", people.medianWait);
  group.put("wait.first_contact.within_4_weeks", people.seenWithinFourWeeks);
  group.put("reached_3.share", people.reachedThreeShare);
  group.put("finished.share", people.finishedShare);
}

/** Puts what happened in the weeks of a window, to whomever, and what it cost. */
function putService(
  w: World,
  group: GroupSink,
  { thirdContacts, posts, pools }: Recorded,
  { people: { referred }, from, to }: Weeks & { readonly people: WindowPeople },
): void {
  const { tally, clock } = w;
  const ofPosts = (field: keyof typeof tally.post): number =>
    sumOver(tally.post[field], tally.posts, posts, from, to);
  const links = sumOver(tally.organisation.links, KINDS, EVERY_KIND, from, to);
  const waiting = sumOver(tally.pool.waitingMinutes, tally.pools, pools, from, to);
  const minutes = Math.min(
    (to - from) * MINUTES_PER_WEEK,
    clock.endMinute - clock.startMinute - from * MINUTES_PER_WEEK,
  );
  let third = 0;
  for (let week = from; week < to; week++) third += thirdContacts[week];
  group.put("waiting_list.mean", ratio(waiting, minutes));
  group.put("caseload.mean", ratio(ofPosts("caseloadMinutes"), ofPosts("fundedMinutes")));
  group.put("utilisation.casework", ratio(ofPosts("caseworkMinutes"), ofPosts("availableMinutes")));
  group.put("posts.fte_years", ofPosts("fteMinutes") / MINUTES_PER_YEAR);
  group.put("contacts.count", ofPosts("contacts"));
  group.put("contacts.third", third);
  group.put("contacts.per_referral", ratio(ofPosts("contacts"), referred));
  group.put("links.sent", links);
  group.put("links.per_referral", ratio(links, referred));
  if (!isOn(w.scenario, "cost")) return;
  const lines = costLines(w.scenario, ofPosts("fteMinutes"), 0);
  const running = (lines.posts + lines.management) / 100;
  group.put("cost.running", running);
  group.put("cost.per_reached_3", ratio(running, third));
}

const EVERY_KIND = OF_TYPE.flat();

/** Puts how the organisations of a type stood in the weeks of a window. */
function putSites(
  w: World,
  group: GroupSink,
  kinds: readonly number[],
  members: readonly number[],
  { from, to }: Weeks,
): void {
  const { tally } = w;
  const over = (field: keyof typeof tally.organisation): number =>
    sumOver(tally.organisation[field], KINDS, kinds, from, to);
  const { asked, places } = offered(w, kinds, from, to);
  group.put("organisation.arrivals", ratio(over("arrivals"), to - from));
  group.put("organisation.linked_share", ratio(over("linkedArrivals"), over("arrivals")));
  group.put("organisation.weeks_asked", asked);
  group.put("organisation.place_weeks", places === Infinity ? NaN : places);
  group.put("organisation.load", offeredLoad(w, kinds, from, to));
  group.put("organisation.in_place", ratio(over("inPlace"), to - from));
  putQuantiles(group, "organisation.wait", expectedWeeks(w, members, from, to));
  group.put("links.sent", over("links"));
}
