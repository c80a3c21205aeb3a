import { MINUTES_PER_WEEK } from "../engine/minutes.ts";
import { finiteValues } from "../stats/sample.ts";
import type { MeasureKey, MeasurePlan } from "./result.ts";
import { acrossReplications, type Results } from "./scenario-results.ts";

/** What kind of group a month is, and the median, which long waits may keep from being reached. */
export const BY_MONTH = "month";
const MEDIAN = "wait.first_contact.p50";

/** One number of those referred in one month, of the replications that have it. */
export interface MonthValues {
  readonly key: MeasureKey;
  /** The week of measuring, from 1, in which the month begins. */
  readonly week: number;
  readonly values: readonly number[];
}

/**
 * Gives the numbers of those referred in each month, by metric, then month. A median that some replications
 * do not reach is given for none: those that reach it are the ones with short waits.
 */
export function* monthsOfReferral(plan: MeasurePlan, ordered: Results): Iterable<MonthValues> {
  const start = plan.windows.find(({ kind }) => kind === "whole")?.from ?? 0;
  const places = plan.windowed.flatMap(({ window }, place) =>
    plan.windows[window].kind === "month" ? [place] : [],
  );
  const valuesAt = (place: number): number[] => finiteValues(acrossReplications(ordered, "windowed", place));
  const metrics = [...new Set(places.map((place) => plan.windowed[place].metric))];
  for (const metric of metrics)
    for (const place of places.filter((one) => plan.windowed[one].metric === metric)) {
      const { unit, window } = plan.windowed[place];
      const { name, from } = plan.windows[window];
      const values = valuesAt(place);
      yield {
        key: { metric, groupBy: BY_MONTH, group: name, unit },
        week: Math.floor((from - start) / MINUTES_PER_WEEK) + 1,
        values: metric === MEDIAN && values.length < ordered.length ? [] : values,
      };
    }
}
