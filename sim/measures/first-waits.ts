import { MINUTES_PER_DAY, MINUTES_PER_WEEK } from "../engine/minutes.ts";
import { incidencesBy } from "../stats/cumulative-incidence.ts";
import { CENSORED, COMPETING, EVENT, type FollowUp } from "../stats/follow-up.ts";
import { type Groups, oneGroup } from "../stats/groups.ts";
import { LinedUp } from "../stats/lined-up.ts";
import { type SurvivalCurves, survivalCurves } from "../stats/survival-curves.ts";
import { type Metric, OF_STAYING } from "./metric.ts";
import type { GroupSink, Sink } from "./sink.ts";

/** Says what is measured of the wait for the first contact. */
export const FIRST_WAIT_METRICS: readonly Metric[] = [
  {
    metric: "wait.first_contact.mean",
    unit: "days",
    words: "First wait, mean",
    better: "lower",
    isHeadline: true,
    meaning: `Mean wait from referral to first contact, restricted to 52 weeks, ${OF_STAYING}`,
  },
  {
    metric: "wait.first_contact.within_4_weeks",
    unit: "share",
    words: "Seen within 4 weeks",
    better: "higher",
    isHeadline: true,
    meaning:
      "Share with a first contact within 4 weeks of those referred (Aalen-Johansen, other endings compete)",
  },
  {
    metric: "wait.first_contact.within_N_weeks",
    unit: "share",
    words: "Seen within N weeks",
    better: "higher",
    meaning:
      "Share with a first contact within N weeks of those referred (Aalen-Johansen, other endings compete)",
  },
  {
    metric: "wait.first_contact.pN",
    unit: "days",
    words: "N % seen within",
    better: "lower",
    meaning:
      `Wait from referral to first contact that N % do not exceed, ${OF_STAYING}; none where the curve ` +
      "never comes so far",
  },
  {
    metric: "lost.unseen.within_N_weeks",
    unit: "share",
    words: "Lost unseen within N weeks",
    better: "lower",
    meaning:
      "Share that ended without a first contact within N weeks of those referred (Aalen-Johansen, a " +
      "first contact competes)",
  },
];

/**
 * Lists the weeks since referral at which the share seen, and the share lost unseen, are measured for
 * everybody.
 */
export const WAIT_WEEKS = [1, 2, 3, 4, 6, 8, 12, 16, 20, 26, 39, 52] as const;

const KINDS = COMPETING + 1;

/**
 * Puts, for everybody followed for at most so long, the share with a first contact and the share that ended
 * without one within each of `WAIT_WEEKS`. The share seen within 4 weeks is left out: it is put with those of
 * the groups.
 */
export function putFirstWaits(followedMinutes: number, first: FollowUp, sink: Sink): void {
  const shares = sharesOfStretches(first);
  const seen = upTo(shares, EVENT);
  const lost = upTo(shares, COMPETING);
  WAIT_WEEKS.forEach((weeks, n) => {
    // Without anybody followed for so long there are no such shares.
    const canSee = followedMinutes >= weeks * MINUTES_PER_WEEK;
    if (weeks !== 4)
      sink.put(`wait.first_contact.within_${weeks}_weeks`, "all", "all", canSee ? seen[n] : NaN);
    sink.put(`lost.unseen.within_${weeks}_weeks`, "all", "all", canSee ? lost[n] : NaN);
  });
}

/** Gives the share with a first contact within each of `WAIT_WEEKS`. */
export function seenByWeeks(first: FollowUp): number[] {
  return upTo(sharesOfStretches(first), EVENT);
}

/**
 * Gives the share with an ending of each kind in each stretch between two of `WAIT_WEEKS`, at
 * `stretch * KINDS + kind`. One sweep: an ending's kind is coded with its stretch.
 */
function sharesOfStretches(first: FollowUp): Float64Array {
  const size = first.time.length;
  const kind = new Uint8Array(size);
  for (let i = 0; i < size; i++) {
    if (first.kind[i] === CENSORED) continue;
    let stretch = 0;
    while (stretch < WAIT_WEEKS.length && first.time[i] > WAIT_WEEKS[stretch] * MINUTES_PER_WEEK) stretch++;
    kind[i] = stretch * KINDS + first.kind[i];
  }
  const longest = WAIT_WEEKS[WAIT_WEEKS.length - 1] * MINUTES_PER_WEEK;
  const people = new LinedUp({ ...first, kind });
  return incidencesBy(people, oneGroup(size), longest, (WAIT_WEEKS.length + 1) * KINDS);
}

/** Adds the shares of the stretches up to each of `WAIT_WEEKS`. */
function upTo(shares: Float64Array, kind: number): number[] {
  let sum = 0;
  return WAIT_WEEKS.map((_, stretch) => {
    sum += shares[stretch * KINDS + kind];
    return sum;
  });
}

const YEAR_OF_WAITING = 52 * MINUTES_PER_WEEK;
const QUANTILES = [50, 90, 95] as const;

/**
 * Gives the curves of the time to the first contact with every other ending censored: the wait of one who
 * stays.
 */
export function firstWaitCurves(first: LinedUp, groups: Groups): SurvivalCurves {
  return survivalCurves(
    first,
    groups,
    YEAR_OF_WAITING,
    QUANTILES.map((p) => p / 100),
  );
}

/** Puts how long group `g` waits. */
export function putFirstWait(
  group: GroupSink,
  g: number,
  withinFourWeeks: number,
  staying: SurvivalCurves,
): void {
  group.put("wait.first_contact.within_4_weeks", withinFourWeeks);
  group.put("wait.first_contact.mean", inDays(staying.mean(g)));
  QUANTILES.forEach((p, n) => {
    group.put(`wait.first_contact.p${p}`, inDays(staying.quantile(g, n)));
  });
}

function inDays(minutes: number | null): number | null {
  return minutes === null ? null : minutes / MINUTES_PER_DAY;
}
