import { civilDate, weekday } from "../engine/civil-date.ts";
import { MINUTES_PER_DAY } from "../engine/minutes.ts";
import { dateText } from "./dates.ts";

/** Puts minutes of a run into words; `firstDay` is the day number of its minute 0. */

const WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/** Writes the day of a minute in full: Monday 14 July 2014. */
export function dayWords(firstDay: number, minute: number): string {
  const day = dayOf(firstDay, minute);
  return `${WEEKDAYS[weekday(day)]} ${dateText(civilDate(day))}`;
}

/** Writes a day without its year: Thursday 24 July. */
export function shortDayWords(firstDay: number, minute: number): string {
  return dayWords(firstDay, minute).replace(/ \d+$/, "");
}

/** Writes a day and a time within the year or so ahead: Thursday 24 July at 10:15. */
export function appointmentWords(firstDay: number, minute: number): string {
  return `${shortDayWords(firstDay, minute)} at ${timeWords(minute)}`;
}

/** Writes the time of day of a minute: 10:15. */
export function timeWords(minute: number): string {
  const rest = minute - Math.floor(minute / MINUTES_PER_DAY) * MINUTES_PER_DAY;
  return `${Math.floor(rest / 60)}:${String(rest % 60).padStart(2, "0")}`;
}

const dayOf = (firstDay: number, minute: number): number => firstDay + Math.floor(minute / MINUTES_PER_DAY);
