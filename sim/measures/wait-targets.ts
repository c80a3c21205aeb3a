import { MINUTES_PER_DAY, MINUTES_PER_WEEK } from "../engine/minutes.ts";
import type { Clock } from "../model/clock.ts";
import type { World } from "../model/world.ts";
import { incidencesBy } from "../stats/cumulative-incidence.ts";
import { CENSORED, COMPETING, EVENT, type FollowUp } from "../stats/follow-up.ts";
import type { Groups } from "../stats/groups.ts";
import { shareWithin } from "../stats/kaplan-meier.ts";
import { LinedUp } from "../stats/lined-up.ts";
import { inOrder, splitOrder } from "../stats/order-by-time.ts";
import type { Cohort } from "./cohort.ts";
import { type DemandCohort, demandReaching } from "./demand-cohort.ts";
import { WAIT_WEEKS } from "./first-waits.ts";
import type { Grouping } from "./groupings.ts";
import { type Metric, OF_DEMAND, OF_STAYING } from "./metric.ts";
import type { Sink } from "./sink.ts";

/** Says what is measured where a standard asks for it. */
export const TARGET_METRICS: readonly Metric[] = [
  {
    metric: "wait.first_contact.within_N_days",
    unit: "share",
    words: "Seen within N days",
    better: "higher",
    meaning:
      "Share with a first contact within N days of those referred (Aalen-Johansen, other endings " +
      "compete); measured where a standard asks for it",
  },
  {
    metric: "wait.first_contact.within_N_working_days",
    unit: "share",
    words: "Seen within N working days",
    better: "higher",
    meaning:
      "Share with a first contact within N working days by the scenario's calendar of those referred " +
      "(Aalen-Johansen, other endings compete); measured where a standard asks for it",
  },
  {
    metric: "wait.first_contact.within_N_days_of_demand",
    unit: "share",
    words: "Seen within N days, of the demand",
    better: "higher",
    meaning: `Share with a first contact within N days ${OF_DEMAND}; measured where a standard asks for it`,
  },
  {
    metric: "wait.first_contact.within_N_working_days_of_demand",
    unit: "share",
    words: "Seen within N working days, of the demand",
    better: "higher",
    meaning:
      `Share with a first contact within N working days by the scenario's calendar ${OF_DEMAND}; ` +
      "measured where a standard asks for it",
  },
  {
    metric: "wait.first_contact.staying_within_N_days",
    unit: "share",
    words: "Seen within N days, if staying",
    better: "higher",
    meaning: `Share with a first contact within N days ${OF_STAYING}; measured where a standard asks for it`,
  },
  {
    metric: "wait.first_contact.staying_within_N_weeks",
    unit: "share",
    words: "Seen within N weeks, if staying",
    better: "higher",
    meaning: `Share with a first contact within N weeks ${OF_STAYING}; measured where a standard asks for it`,
  },
  {
    metric: "wait.first_contact.staying_within_N_working_days",
    unit: "share",
    words: "Seen within N working days, if staying",
    better: "higher",
    meaning:
      `Share with a first contact within N working days by the scenario's calendar ${OF_STAYING}; ` +
      "measured where a standard asks for it",
  },
];

type WaitUnit = "days" | "weeks" | "working_days";

interface WaitTarget {
  /** `within_N_days`, or the like. */
  readonly within: string;
  /** Whether it speaks of one who stays, and not of everybody referred. */
  readonly isOfStaying: boolean;
  readonly count: number;
  readonly unit: WaitUnit;
}

const NAME =
  /^wait\.first_contact\.(staying_)?(within_([1-9]\d{0,3})_(days|weeks|working_days))(?:_of_demand)?$/;
/** Measured in every run, for every group. */
const ALWAYS = "within_4_weeks";
/** Measured in every run, for everybody. */
const FOR_ALL = WAIT_WEEKS.map((weeks) => `within_${weeks}_weeks`);

/** People who are followed: those referred, or the reference demand. */
interface Followed {
  readonly groupings: readonly Grouping[];
  readonly requestedAt: Int32Array;
  /** Time to the first contact. */
  readonly first: FollowUp;
}

/**
 * Puts the shares seen within a time that standards ask for, in calendar or working days, of those referred
 * and of the reference demand; those that every run has are not put again.
 */
export function putWaitTargets(w: World, cohort: Cohort, demand: DemandCohort, sink: Sink): void {
  const targets = waitTargets(w.base.standards.map(({ metric }) => metric));
  if (targets.length === 0) return;
  const { first, size } = cohort;
  const referred = {
    groupings: cohort.groupings,
    requestedAt: w.episodes.columns.requestedAt.subarray(first, first + size),
    first: cohort.firstContact,
  };
  const ofDemand = { ...demand, first: demandReaching(w, demand, 1) };
  for (const target of targets) {
    const staying = target.isOfStaying ? "staying_" : "";
    putTarget(w, referred, target, `wait.first_contact.${staying}${target.within}`, sink);
    if (!target.isOfStaying)
      putTarget(w, ofDemand, target, `wait.first_contact.${target.within}_of_demand`, sink);
  }
}

function putTarget(w: World, followed: Followed, target: WaitTarget, metric: string, sink: Sink): void {
  const { groupings, requestedAt, first } = followed;
  const timed = target.unit === "working_days" ? inWorkingDays(w, requestedAt, first) : first;
  const bound = target.count * MINUTES_OF[target.unit];
  const canSee = longestOf(w.clock, target.unit) >= bound;
  const people = new LinedUp(timed);
  for (const grouping of groupings) {
    const { groupBy, names } = grouping;
    if (groupBy === "all" && !target.isOfStaying && FOR_ALL.includes(target.within)) continue;
    const shares = !canSee
      ? undefined
      : target.isOfStaying
        ? stayingShares(timed, grouping, bound)
        : incidenceShares(people, grouping, bound);
    names.forEach((name, g) => {
      sink.put(metric, groupBy, name, shares?.[g] ?? NaN);
    });
  }
}

/** Minutes of a unit; working days are counted as such. */
const MINUTES_OF: Readonly<Record<WaitUnit, number>> = {
  days: MINUTES_PER_DAY,
  weeks: MINUTES_PER_WEEK,
  working_days: 1,
};

/** Reads what standards ask for, each once, whether of those referred or of the demand. */
function waitTargets(metrics: readonly string[]): WaitTarget[] {
  const targets = metrics.flatMap((metric): WaitTarget[] => {
    const parts = NAME.exec(metric);
    if (parts === null) return [];
    const [, staying, within, count, unit] = parts;
    const isOfStaying = staying !== undefined;
    if (within === ALWAYS && !isOfStaying) return [];
    return [{ within, isOfStaying, count: Number(count), unit: unit as WaitUnit }];
  });
  return targets.filter(
    ({ within, isOfStaying }, n) =>
      n === targets.findIndex((other) => other.within === within && other.isOfStaying === isOfStaying),
  );
}

function incidenceShares(people: LinedUp, groups: Groups, bound: number): number[] {
  const kinds = COMPETING + 1;
  const incidences = incidencesBy(people, groups, bound, kinds);
  return Array.from(groups.sizes, (_, g) => incidences[g * kinds + EVENT]);
}

/** Gives the share of each group with a first contact by a time if every other ending is a censoring. */
function stayingShares(followUp: FollowUp, groups: Groups, bound: number): (number | null)[] {
  return splitOrder(followUp.order, groups).map((order) => shareWithin({ ...followUp, order }, bound));
}

function longestOf(clock: Clock, unit: WaitUnit): number {
  if (unit !== "working_days") return clock.endMinute - clock.startMinute;
  const upTo = workingDaysUpTo(clock);
  return upTo[lastWholeDay(clock.endMinute)] - upTo[clock.startMinute / MINUTES_PER_DAY];
}

/** The day before midnight of the end, or the last one lived through to its end. */
const lastWholeDay = (endMinute: number): number => Math.floor(endMinute / MINUTES_PER_DAY) - 1;

/**
 * Turns times from referral into working days after the day of referral: what happens on that day comes
 * after 0, on the next working day after 1, and a weekend or holiday adds nothing. Who is followed to the
 * end of the run is censored after the last day that was lived through whole.
 */
function inWorkingDays(w: World, requestedAt: Int32Array, { time, kind }: FollowUp): FollowUp {
  const upTo = workingDaysUpTo(w.clock);
  const workingDays = new Int32Array(time.length);
  for (let i = 0; i < time.length; i++) {
    const requested = requestedAt[i];
    const ended = requested + time[i];
    const day = kind[i] === CENSORED ? lastWholeDay(ended) : Math.floor(ended / MINUTES_PER_DAY);
    workingDays[i] = Math.max(0, upTo[day] - upTo[Math.floor(requested / MINUTES_PER_DAY)]);
  }
  return inOrder({ time: workingDays, kind });
}

/** Counts the working days of the run up to and with each day. */
function workingDaysUpTo({ isWorkday }: Clock): Int32Array {
  let count = 0;
  return Int32Array.from(isWorkday, (isWorked) => {
    count += isWorked;
    return count;
  });
}
