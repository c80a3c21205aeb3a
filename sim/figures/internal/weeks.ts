import { civilDate, dayNumber } from "../../engine/civil-date.ts";

/** Gives the ISO date of a day some weeks after another. */
export function weeksLater(iso: string, weeks: number): string {
  return civilDate(dayNumber(iso) + 7 * weeks);
}

/** Gives how many weeks one ISO date is after another, in parts too. */
export function weeksBetween(from: string, to: string): number {
  return (dayNumber(to) - dayNumber(from)) / 7;
}
