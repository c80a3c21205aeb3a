import { MINUTES_PER_DAY, MINUTES_PER_WEEK } from "../engine/minutes.ts";
import { ENDED } from "../model/events.ts";
import type { World } from "../model/world.ts";
import { incidencesBy } from "../stats/cumulative-incidence.ts";
import { CENSORED, COMPETING, EVENT, type FollowUp } from "../stats/follow-up.ts";
import { oneGroup } from "../stats/groups.ts";
import { restrictedMean, survivalQuantile } from "../stats/kaplan-meier.ts";
import { inOrder } from "../stats/order-by-time.ts";
import { type Cohort, REASON_KINDS, reaching } from "./cohort.ts";
import type { Window } from "./windows.ts";

/** How far those referred came, for the whole cohort; windows look at stretches of it. */
export interface WindowCohort {
  readonly cohort: Cohort;
  readonly first: FollowUp;
  readonly third: FollowUp;
}

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

/** Gathers what windows are cut from, once for all of them. */
export function windowCohort(w: World, cohort: Cohort): WindowCohort {
  return { cohort, first: reaching(w, cohort, 1), third: reaching(w, cohort, 3) };
}

/**
 * Measures those referred in a window as `putPeople` does those of the run. Records are in order of referral,
 * so that they are one stretch of the cohort; who is followed beyond the window's end of follow-up is
 * censored there.
 */
export function windowPeople(w: World, { cohort, first, third }: WindowCohort, window: Window): WindowPeople {
  const e = w.episodes.columns;
  const from = placeOf(w, cohort, window.from);
  const before = placeOf(w, cohort, window.to);
  const cut = (whole: FollowUp): FollowUp => followed(w, cohort, window, whole, from, before);
  let reachedThree = 0;
  let needs = 0;
  let needsMet = 0;
  for (let r = cohort.first + from; r < cohort.first + before; r++) {
    if (e.contacts[r] >= 3) reachedThree++;
    needs += e.needs[r];
    needsMet += e.met[r];
  }
  const firstContact = cut(first);
  const { by } = w.scenario.measures;
  return {
    referred: before - from,
    reachedThree,
    needs,
    needsMet,
    meanWait: inDays(restrictedMean(firstContact, YEAR_OF_WAITING)),
    medianWait: inDays(survivalQuantile(firstContact, 0.5)),
    seenWithinFourWeeks: shareOf(firstContact, FOUR_WEEKS, KINDS, EVENT),
    reachedThreeShare: shareOf(cut(third), by, KINDS, EVENT),
    finishedShare: shareOf(cut(cohort.endingByReason), by, REASON_KINDS, ENDED.finished + 1),
  };
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

/** Gives a stretch of the cohort's times, censored at the end of the window's follow-up. */
function followed(
  w: World,
  { first }: Cohort,
  { followedTo }: Window,
  { time, kind }: FollowUp,
  from: number,
  before: number,
): FollowUp {
  if (followedTo >= w.clock.endMinute)
    return inOrder({ time: time.subarray(from, before), kind: kind.subarray(from, before) });
  const { requestedAt } = w.episodes.columns;
  const times = time.slice(from, before);
  const kinds = kind.slice(from, before);
  for (let i = 0; i < times.length; i++) {
    const longest = followedTo - requestedAt[first + from + i];
    if (times[i] < longest) continue;
    times[i] = longest;
    kinds[i] = CENSORED;
  }
  return inOrder({ time: times, kind: kinds });
}

function shareOf(followUp: FollowUp, at: number, kinds: number, kind: number): number {
  return incidencesBy(followUp, oneGroup(followUp.time.length), at, kinds)[kind];
}

const inDays = (minutes: number | null): number | null =>
  minutes === null ? null : minutes / MINUTES_PER_DAY;
