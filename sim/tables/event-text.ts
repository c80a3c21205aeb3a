import { civilDate } from "../engine/civil-date.ts";
import { MINUTES_PER_DAY } from "../engine/minutes.ts";
import { END_REASONS, FAIL_REASONS, type WhatName } from "../model/events.ts";
import type { JournalNames } from "../model/journal-names.ts";
import { REFERRAL_SOURCES } from "../scenario/vocabulary.ts";

/** Says what the number of a journal's row means, for those kinds that have one. */
const VALUES: Readonly<
  Partial<Record<WhatName, "minute" | "number" | "source" | "crisis" | "end" | "fail" | "action">>
> = {
  request: "source",
  need: "number",
  listed: "crisis",
  appointment_booked: "minute",
  appointment_moved: "minute",
  missed: "number",
  contact: "number",
  link_sent: "number",
  link_refused: "fail",
  link_failed: "fail",
  link_passed_on: "fail",
  ended: "end",
  post_vacant: "minute",
  organisation_reduced: "number",
  organisation_grew: "number",
  organisation_opened: "number",
  action: "action",
};

/**
 * Returns a writer of minutes as local ISO date-times, which remembers the days it has met and its last
 * answer.
 */
export function dateTimes(firstDay: number): (minute: number) => string {
  const days = new Map<number, string>();
  let last = Number.NaN;
  let text = "";
  return (minute) => {
    if (minute === last) return text;
    const day = Math.floor(minute / MINUTES_PER_DAY);
    let date = days.get(day);
    if (date === undefined) {
      date = civilDate(firstDay + day);
      days.set(day, date);
    }
    const rest = minute - day * MINUTES_PER_DAY;
    last = minute;
    text = `${date}T${twoDigits(Math.floor(rest / 60))}:${twoDigits(rest % 60)}:00`;
    return text;
  };
}

/**
 * Returns the text of an event's detail: a number, a reason, a date-time or a name; empty where there is
 * none.
 */
export function detailText(
  what: WhatName,
  value: number,
  isInEpisode: boolean,
  { actions }: JournalNames,
  dateTime: (minute: number) => string,
): string {
  switch (VALUES[what]) {
    case "number":
      return String(value);
    case "minute":
      return dateTime(value);
    case "source":
      // Who refers is drawn when an episode opens.
      return isInEpisode ? REFERRAL_SOURCES[value] : "";
    case "crisis":
      return value === 1 ? "crisis" : "";
    case "end":
      return END_REASONS[value - 1];
    case "fail":
      return FAIL_REASONS[value];
    case "action":
      return actions[value];
    default:
      return "";
  }
}

const twoDigits = (number: number): string => (number < 10 ? `0${number}` : String(number));
