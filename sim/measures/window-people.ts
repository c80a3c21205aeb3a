import { MINUTES_PER_DAY, MINUTES_PER_WEEK } from "../engine/minutes.ts";
import { ENDED } from "../model/events.ts";
import type { World } from "../model/world.ts";
import { incidencesBy } from "../stats/cumulative-incidence.ts";
import { CENSORED, COMPETING, EVENT, type FollowUp } from "../stats/follow-up.ts";
import { type Groups, groupsOf, oneGroup } from "../stats/groups.ts";
import { LinedUp } from "../stats/lined-up.ts";
import { inOrder } from "../stats/order-by-time.ts";
import { survivalCurves } from "../stats/survival-curves.ts";
import { type Cohort, REASON_KINDS } from "./cohort.ts";
import type { Window } from "./windows.ts";

/** Holds what became of those referred in a window. */
export interface WindowPeople {
  readonly referred: number;
  readonly reachedThree: number;
  readonly needs: number;
  readonly needsMet: number;
  /** Days; null where nobody was referred or the curve never comes so far. */
  readonly meanWait: number | null;
  readonly medianWait: number | null;
  /** Shares of those referred; NaN where there is nobody. */
  readonly seenWithinFourWeeks: number;
  readonly reachedThreeShare: number;
  readonly finishedShare: number;
}

const FOUR_WEEKS = 4 * MINUTES_PER_WEEK;
const YEAR_OF_WAITING = 52 * MINUTES_PER_WEEK;
const KINDS = COMPETING + 1;

/** The places in the cohort of those referred in a window: the first one, and the one after the last. */
interface Stretch {
  readonly from: number;
  readonly before: number;
}

/** How far some people came, and the groups of them that are looked at. */
interface Followed {
  readonly first: LinedUp;
  readonly third: LinedUp;
  readonly endingByReason: LinedUp;
  readonly groups: Groups;
}

/**
 * Measures those referred in each window as `putPeople` does those of the run. Records are in order of
 * referral, so that they are one stretch of the cohort. Windows of one kind that are followed to the end of
 * the run do not overlap: they are groups of the cohort, and are measured together. In the others who is
 * followed beyond the window's end of follow-up is censored there.
 */
export function peopleOfWindows(
  w: World,
  cohort: Cohort,
  windows: readonly Window[],
): readonly WindowPeople[] {
  const isWhole = (place: number): boolean => windows[place].followedTo >= w.clock.endMinute;
  const stretches = windows.map(({ from, to }) => ({
    from: placeOf(w, cohort, from),
    before: placeOf(w, cohort, to),
  }));
  const linedUp = {
    first: new LinedUp(cohort.firstContact),
    third: new LinedUp(cohort.thirdContact),
    endingByReason: new LinedUp(cohort.endingByReason),
  };
  const found = Array<WindowPeople>(windows.length);
  for (const kind of new Set(windows.map((window) => window.kind))) {
    const places = [...windows.keys()].filter((place) => windows[place].kind === kind);
    const together = places.filter(isWhole);
    const ofThese = together.map((place) => stretches[place]);
    const followed = { ...linedUp, groups: groupsOfStretches(cohort, ofThese) };
    peopleOf(w, cohort, followed, ofThese).forEach((people, n) => {
      found[together[n]] = people;
    });
    for (const place of places.filter((one) => !isWhole(one))) {
      const cut = followedTo(w, cohort, windows[place], stretches[place]);
      [found[place]] = peopleOf(w, cohort, cut, [stretches[place]]);
    }
  }
  return found;
}

/** Gives the place in the cohort of the first one referred at a minute or later. */
function placeOf({ episodes }: World, { first, size }: Cohort, minute: number): number {
  const { requestedAt } = episodes.columns;
  let low = 0;
  let high = size;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (requestedAt[first + middle] < minute) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Makes a group of each stretch of the cohort; they are in order, but for empty ones. */
function groupsOfStretches({ size }: Cohort, stretches: readonly Stretch[]): Groups {
  let n = 0;
  return groupsOf(size, stretches.length, (person) => {
    while (n < stretches.length && isPast(stretches[n], person)) n++;
    return n < stretches.length && person >= stretches[n].from ? n : -1;
  });
}

const isPast = ({ from, before }: Stretch, person: number): boolean => person >= before || from === before;

/** Follows a stretch of the cohort, censored at the end of the window's follow-up. */
function followedTo(w: World, cohort: Cohort, window: Window, { from, before }: Stretch): Followed {
  const { requestedAt } = w.episodes.columns;
  const cut = ({ time, kind }: FollowUp): LinedUp => {
    const times = time.slice(from, before);
    const kinds = kind.slice(from, before);
    for (let i = 0; i < times.length; i++) {
      const longest = window.followedTo - requestedAt[cohort.first + from + i];
      if (times[i] < longest) continue;
      times[i] = longest;
      kinds[i] = CENSORED;
    }
    return new LinedUp(inOrder({ time: times, kind: kinds }));
  };
  return {
    first: cut(cohort.firstContact),
    third: cut(cohort.thirdContact),
    endingByReason: cut(cohort.endingByReason),
    groups: oneGroup(before - from),
  };
}

/** Measures the people of some stretches of the cohort, who are the groups of those followed. */
function peopleOf(
  w: World,
  cohort: Cohort,
  { first, third, endingByReason, groups }: Followed,
  stretches: readonly Stretch[],
): WindowPeople[] {
  const { by } = w.scenario.measures;
  const curves = survivalCurves(first, groups, YEAR_OF_WAITING, [0.5]);
  const seen = incidencesBy(first, groups, FOUR_WEEKS, KINDS);
  const reached = incidencesBy(third, groups, by, KINDS);
  const ended = incidencesBy(endingByReason, groups, by, REASON_KINDS);
  return stretches.map((stretch, g) => ({
    ...countsOf(w, cohort, stretch),
    meanWait: inDays(curves.mean(g)),
    medianWait: inDays(curves.quantile(g, 0)),
    seenWithinFourWeeks: seen[g * KINDS + EVENT],
    reachedThreeShare: reached[g * KINDS + EVENT],
    finishedShare: ended[g * REASON_KINDS + ENDED.finished + 1],
  }));
}

function countsOf(
  w: World,
  cohort: Cohort,
  { from, before }: Stretch,
): Pick<WindowPeople, "referred" | "reachedThree" | "needs" | "needsMet"> {
  const e = w.episodes.columns;
  let reachedThree = 0;
  let needs = 0;
  let needsMet = 0;
  for (let r = cohort.first + from; r < cohort.first + before; r++) {
    if (e.contacts[r] >= 3) reachedThree++;
    needs += e.needs[r];
    needsMet += e.met[r];
  }
  return { referred: before - from, reachedThree, needs, needsMet };
}

const inDays = (minutes: number | null): number | null =>
  minutes === null ? null : minutes / MINUTES_PER_DAY;
