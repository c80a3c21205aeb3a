import { dayNumber } from "../engine/civil-date.ts";
import { MINUTES_PER_DAY } from "../engine/minutes.ts";
import {
  acrossReplications,
  inReplicationOrder,
  type ScenarioResults,
} from "../measures/scenario-results.ts";
import type { Scenario } from "../scenario/schema.ts";
import { type MeanInterval, meanInterval } from "../stats/mean-interval.ts";
import { mser5 } from "../stats/mser.ts";

/** Says how a weekly series begins. */
export interface StartOfWeekly {
  readonly metric: string;
  /** `all`, or the type of organisation. */
  readonly group: string;
  /** Mean over replications, week by week. */
  readonly means: readonly number[];
  /** Weeks that MSER-5 leaves out; half of them where it finds no end of the start. */
  readonly leftOut: number;
  readonly isFound: boolean;
  /** By how much the weeks left out differ from the rest, as a share of the rest, with its 99 % interval. */
  readonly difference: MeanInterval;
  /** Whether they surely differ, and by more than matters. */
  readonly isMoving: boolean;
}

/** The series by which a start is judged: what link workers and organisations carry. */
const HEADLINES: readonly string[] = [
  "waiting_list.mean",
  "caseload.mean",
  "utilisation.casework",
  "organisation.queue",
];
/** A difference of this share of the level is the least that is called moving. */
const LEAST_DIFFERENCE = 0.05;
const SURETY = 0.99;
const LEAST_WEEKS = 52;

/**
 * Finds, for each headline series, the weeks at its start that MSER-5 would leave out, and whether they
 * differ from the rest: then the start is still moving. Looks at the weeks before the first dated change; a
 * year of them at least, or gives nothing.
 */
export function startsOf(
  run: ScenarioResults,
  scenario: Pick<Scenario, "start" | "timeline">,
): StartOfWeekly[] {
  const { plan } = run;
  const weeks = Math.min(plan.weeks, weeksBeforeChange(scenario));
  if (weeks < LEAST_WEEKS) return [];
  const ordered = inReplicationOrder(run);
  return plan.series.flatMap(({ metric, groupBy, group }, i) => {
    if (!HEADLINES.includes(metric) || (groupBy !== "all" && groupBy !== "organisation_type")) return [];
    const inWeek = (week: number): Float64Array =>
      acrossReplications(ordered, "series", i * plan.weeks + week);
    const means = Array.from({ length: weeks }, (_, week) => meanInterval(inWeek(week)).mean ?? 0);
    const start = means.every((mean) => mean === 0) ? null : mser5(means);
    if (start === null) return [];
    const { leftOut, isFound } = start;
    const over = (from: number, to: number): Float64Array => {
      const sums = new Float64Array(ordered.length);
      for (let week = from; week < to; week++)
        for (const [r, value] of inWeek(week).entries()) sums[r] += value;
      return sums.map((sum) => sum / (to - from));
    };
    const after = over(leftOut, weeks);
    const difference = meanInterval(
      over(0, leftOut).map((before, r) => (leftOut === 0 ? 0 : before / after[r] - 1)),
      SURETY,
    );
    const { mean, ciLow, ciHigh } = difference;
    const isSure = ciLow !== null && ciHigh !== null && (ciLow > 0 || ciHigh < 0);
    const isMoving = isSure && Math.abs(mean as number) > LEAST_DIFFERENCE;
    return [{ metric, group, means, leftOut, isFound, difference, isMoving }];
  });
}

/** Gives the whole weeks before the first dated change; Infinity without one. */
function weeksBeforeChange({ start, timeline }: Pick<Scenario, "start" | "timeline">): number {
  const days = timeline.map(({ date }) => dayNumber(date) - dayNumber(start)).filter((day) => day > 0);
  return days.length === 0 ? Infinity : Math.floor(Math.min(...days) / 7);
}

/** Says whether a scenario means to begin with a new service: nothing is simulated before its start. */
export function isNewService({ warm_up: warmUp }: Pick<Scenario, "warm_up">): boolean {
  return warmUp < MINUTES_PER_DAY;
}
