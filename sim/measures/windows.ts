import { civilDate } from "../engine/civil-date.ts";
import { MINUTES_PER_DAY, MINUTES_PER_WEEK, MINUTES_PER_YEAR } from "../engine/minutes.ts";
import type { World } from "../model/world.ts";
import { REGIME_WEEKS } from "./regime-weeks.ts";

/** What a stretch of a run is to its reader. */
export type WindowKind = "whole" | "year" | "before" | "after" | "last" | "month";

/**
 * Says why a window is empty: nothing is measured before the change, fewer than 26 weeks are left after it,
 * another change comes before 26 weeks are over, the run is shorter than 26 weeks.
 */
export type Emptiness = "nothing_before" | "few_weeks_left" | "next_change" | "short_run";

/**
 * A stretch of the measured time. Minutes are those of the run. Those referred in it are followed to
 * `followedTo`: to the end of the run, but to the change that ends the window where one does, so that
 * nothing of what came after it is in the numbers from before.
 */
export interface Window {
  readonly kind: WindowKind;
  /**
   * Its name, unique in a run: `whole`, `year 2`, `before ID` and `after ID` of a dated change, `last 26
   * weeks`, and a month such as `2024-04`.
   */
  readonly name: string;
  readonly from: number;
  /** Its end, not in it. */
  readonly to: number;
  readonly followedTo: number;
  /** Its first and its last day. */
  readonly firstDay: string;
  readonly lastDay: string;
  /** Why nothing is in it; null where something is. */
  readonly empty: Emptiness | null;
}

/** A service has settled so long after a change. */
const SETTLING = REGIME_WEEKS * MINUTES_PER_WEEK;
/** What is left of a settled time must be as long, or it tells of a few days. */
const SHORTEST = 4 * MINUTES_PER_WEEK;

/** Gives the whole run, its years, the times around each dated change, and the last 26 weeks. */
export function windowsOf(w: World): Window[] {
  const { startMinute, endMinute } = w.clock;
  const last = endMinute - SETTLING;
  return [
    windowOf(w, { kind: "whole", name: "whole", from: startMinute, to: endMinute }),
    ...yearsOf(w),
    ...aroundChanges(w),
    last < startMinute
      ? emptyWindow(w, { kind: "last", name: LAST_WINDOW, empty: "short_run" })
      : windowOf(w, { kind: "last", name: LAST_WINDOW, from: last, to: endMinute }),
  ];
}

export const LAST_WINDOW = `last ${REGIME_WEEKS} weeks`;

/** Gives the months of the measured time, begun ones too. */
export function monthsOf(w: World): Window[] {
  const { clock } = w;
  const { startMinute, endMinute } = clock;
  const begins = clock.monthStarts.map((day) => day * MINUTES_PER_DAY);
  const within = begins.filter((minute) => minute > startMinute && minute < endMinute);
  return [startMinute, ...within].map((from, n) =>
    windowOf(w, { kind: "month", name: dayOf(w, from).slice(0, 7), from, to: within[n] ?? endMinute }),
  );
}

/** Gives the years of the measured time, a begun one counted unless it is hours only. */
export function yearCount({ clock }: World): number {
  return Math.max(1, Math.ceil((clock.endMinute - clock.startMinute) / MINUTES_PER_YEAR - 1e-3));
}

function yearsOf(w: World): Window[] {
  const { startMinute, endMinute } = w.clock;
  const years = yearCount(w);
  return Array.from({ length: years }, (_, n) =>
    windowOf(w, {
      kind: "year",
      name: `year ${n + 1}`,
      from: startMinute + n * MINUTES_PER_YEAR,
      to: n === years - 1 ? endMinute : startMinute + (n + 1) * MINUTES_PER_YEAR,
    }),
  );
}

/**
 * A day on which the timeline changes something: since when it has been known, and when it is in force whole,
 * where it comes in over time.
 */
interface Change {
  readonly name: string;
  readonly knownFrom: number;
  readonly wholeFrom: number;
}

/**
 * Gives, for each day of a change, the settled time before and after it, in whole weeks: from the start or
 * 26 weeks after the change before it, up to the day on which it is announced or made; then from 26 weeks
 * after it, or after it has come in whole, up to the next change or the end.
 */
function aroundChanges(w: World): Window[] {
  const { startMinute, endMinute } = w.clock;
  const changes = changesOf(w);
  return changes.flatMap(({ name, knownFrom, wholeFrom }, n) => {
    const earlier = changes[n - 1];
    const later = changes[n + 1];
    const begins = earlier === undefined ? startMinute : fullWeekFrom(w, earlier.wholeFrom + SETTLING);
    const settles = fullWeekFrom(w, wholeFrom + SETTLING);
    const ends = later === undefined ? endMinute : fullWeekUpTo(w, later.knownFrom);
    return [
      settled(w, {
        kind: "before",
        name: `before ${name}`,
        from: begins,
        to: fullWeekUpTo(w, knownFrom),
        empty: earlier === undefined ? "nothing_before" : "next_change",
      }),
      settled(w, {
        kind: "after",
        name: `after ${name}`,
        from: settles,
        to: ends,
        empty: later === undefined ? "few_weeks_left" : "next_change",
      }),
    ];
  });
}

/** Gives a time between changes, or says why there is none. */
function settled(w: World, { empty, ...times }: Omit<Window, "followedTo" | "firstDay" | "lastDay">): Window {
  const { kind, name, from, to } = times;
  return to - from < SHORTEST
    ? emptyWindow(w, { kind, name, empty })
    : windowOf(w, { kind, name, from, to, followedTo: to });
}

/** Lists the changes within the measured time by day; those of one day are one. */
function changesOf(w: World): Change[] {
  const { startMinute, endMinute } = w.clock;
  const byDay = new Map<number, { names: string[]; knownFrom: number; wholeFrom: number }>();
  w.timeline.minute.forEach((minute, n) => {
    if (minute < startMinute || minute >= endMinute) return;
    const action = w.base.timeline[n];
    const over = "over" in action ? action.over : 0;
    const change = byDay.get(minute) ?? { names: [], knownFrom: minute, wholeFrom: minute };
    change.names.push(action.id);
    change.knownFrom = Math.min(change.knownFrom, w.timeline.announcedMinute[n]);
    change.wholeFrom = Math.max(change.wholeFrom, minute + over);
    byDay.set(minute, change);
  });
  return [...byDay]
    .sort(([a], [b]) => a - b)
    .map(([, { names, ...times }]) => ({ name: names.join(" and "), ...times }));
}

/** Gives the first beginning of a measured week that is no earlier, and the last that is no later. */
const fullWeekFrom = ({ clock: { startMinute } }: World, minute: number): number =>
  startMinute + Math.ceil((minute - startMinute) / MINUTES_PER_WEEK) * MINUTES_PER_WEEK;
const fullWeekUpTo = ({ clock: { startMinute } }: World, minute: number): number =>
  startMinute + Math.floor((minute - startMinute) / MINUTES_PER_WEEK) * MINUTES_PER_WEEK;

function windowOf(
  w: World,
  {
    kind,
    name,
    from,
    to,
    followedTo = w.clock.endMinute,
  }: Pick<Window, "kind" | "name" | "from" | "to"> & {
    readonly followedTo?: number;
  },
): Window {
  return {
    kind,
    name,
    from,
    to,
    followedTo,
    firstDay: dayOf(w, from),
    lastDay: dayOf(w, to - 1),
    empty: null,
  };
}

function emptyWindow(w: World, { kind, name, empty }: Pick<Window, "kind" | "name" | "empty">): Window {
  const { endMinute } = w.clock;
  return {
    kind,
    name,
    from: endMinute,
    to: endMinute,
    followedTo: endMinute,
    firstDay: "",
    lastDay: "",
    empty,
  };
}

const dayOf = ({ clock }: World, minute: number): string =>
  civilDate(clock.firstDay + Math.floor(minute / MINUTES_PER_DAY));
