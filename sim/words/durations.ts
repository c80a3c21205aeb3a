import { MINUTES_PER_DAY, MINUTES_PER_HOUR, MINUTES_PER_WEEK, MINUTES_PER_YEAR } from "../engine/minutes.ts";
import { countWords } from "./counts-in-letters.ts";
import { countText } from "./numbers.ts";

const UNITS = [
  ["year", MINUTES_PER_YEAR],
  ["month", MINUTES_PER_YEAR / 12],
  ["week", MINUTES_PER_WEEK],
  ["day", MINUTES_PER_DAY],
  ["hour", MINUTES_PER_HOUR],
  ["minute", 1],
] as const;

/** Writes minutes in the largest unit that gives a whole number: 39 weeks, 1 day, 90 minutes. */
export function durationText(minutes: number): string {
  const [unit, length] = UNITS.find(([, each]) => minutes >= each && minutes % each === 0) ?? ["minute", 1];
  return countText(minutes / length, unit);
}

const DAYS_PER_MONTH = 30.4;

/**
 * Writes how long something took, as people say it: less than a day, five days, three weeks, five months.
 */
export function spanWords(minutes: number): string {
  const days = Math.round(minutes / MINUTES_PER_DAY);
  if (days < 1) return "less than a day";
  if (days < 14) return countWords(days, "day");
  const weeks = Math.round(minutes / MINUTES_PER_WEEK);
  return weeks < 26 ? countWords(weeks, "week") : countWords(Math.round(days / DAYS_PER_MONTH), "month");
}

/** Writes a wait in weeks that is believed or true. */
export function weeksWords(weeks: number): string {
  return weeks < 0.5 ? "no wait" : countWords(Math.round(weeks), "week");
}
