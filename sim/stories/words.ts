import { civilDate, weekday } from "../engine/civil-date.ts";
import { MINUTES_PER_DAY, MINUTES_PER_WEEK } from "../model/clock.ts";
import { FOCUSES, type Focus, type OrganisationType } from "../scenario/vocabulary.ts";

/** Puts numbers of the model into the words of a story. */

const MONTHS = "January February March April May June July August September October November December".split(
  " ",
);
const DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(" ");
const COUNTS = "no one two three four five six seven eight nine ten eleven twelve".split(" ");
const ORDINALS =
  "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(
    " ",
  );

/** Names what needs and organisations are about. */
export const FOCUS_WORDS: Readonly<Record<Focus, string>> = {
  mental_health: "mental health",
  isolation_wellbeing: "isolation and wellbeing",
  money_advice: "money and advice",
  alcohol: "alcohol",
  safety: "safety",
  bereavement_faith: "bereavement and faith",
  work: "work",
  health_care: "health and care",
};

const TYPE_WORDS: Readonly<Record<OrganisationType, string>> = {
  local: "a local charity",
  city_wide: "a city-wide charity",
  national: "a national charity",
  statutory: "a statutory service",
};

/** Writes the day of a minute in full: Monday 14 July 2014. */
export function dayWords(firstDay: number, minute: number): string {
  const day = firstDay + Math.floor(minute / MINUTES_PER_DAY);
  const [year, month, date] = civilDate(day).split("-").map(Number);
  return `${DAYS[weekday(day)]} ${date} ${MONTHS[month - 1]} ${year}`;
}

/** Writes a day and a time within the year or so ahead: Thursday 24 July at 10:15. */
export function appointmentWords(firstDay: number, minute: number): string {
  return `${shortDayWords(firstDay, minute)} at ${timeWords(minute)}`;
}

/** Writes a day without its year: Thursday 24 July. */
export function shortDayWords(firstDay: number, minute: number): string {
  return dayWords(firstDay, minute).replace(/ \d+$/, "");
}

/** Writes the time of day of a minute: 10:15. */
export function timeWords(minute: number): string {
  const rest = minute - Math.floor(minute / MINUTES_PER_DAY) * MINUTES_PER_DAY;
  return `${Math.floor(rest / 60)}:${String(rest % 60).padStart(2, "0")}`;
}

/** Writes how long something took, as people say it: the same day, 5 days, 3 weeks, 5 months. */
export function spanWords(minutes: number): string {
  const days = Math.round(minutes / MINUTES_PER_DAY);
  if (days < 1) return "less than a day";
  if (days < 14) return countWords(days, "day");
  const weeks = Math.round(minutes / MINUTES_PER_WEEK);
  return weeks < 26 ? countWords(weeks, "week") : countWords(Math.round(days / 30.4), "month");
}

/** Writes a wait in weeks that is believed or true. */
export function weeksWords(weeks: number): string {
  return weeks < 0.5 ? "no wait" : countWords(Math.round(weeks), "week");
}

/** Writes a count with its noun: one place, three places, 14 places. */
export function countWords(count: number, singular: string, plural = `${singular}s`): string {
  return `${numberWords(count)} ${count === 1 ? singular : plural}`;
}

/** Writes a small number in letters. */
export function numberWords(count: number): string {
  return COUNTS[count] ?? String(count);
}

/** Writes which one it is: first, second, 21st. */
export function ordinalWords(number: number): string {
  const ending = ["th", "st", "nd", "rd"];
  const two = number % 100;
  return ORDINALS[number] ?? `${number}${(two < 11 || two > 13 ? ending[two % 10] : undefined) ?? "th"}`;
}

/** Writes a chance in whole percent. */
export function chanceWords(chance: number): string {
  return `${Math.round(chance * 100)} %`;
}

/** Says what a need is about, by the number of its focus from 1. */
export function focusWords(focus: number): string {
  return FOCUS_WORDS[FOCUSES[focus - 1]];
}

/** Says what kind of organisation it is. */
export function typeWords(type: OrganisationType): string {
  return TYPE_WORDS[type];
}

/** Says how severe a need is, from 1 to 3. */
export function severityWords(severity: number): string {
  return ["mild", "moderate", "severe"][severity - 1];
}

/** Joins words as a sentence does: a, b and c. */
export function listWords(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}

/** Makes a sentence of a text: a capital at its head and a full stop at its end. */
export function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

/** Makes a sentence that begins with an id, which has no capital of its own. */
export function sentenceOf(id: string, rest: string): string {
  return `${id} ${rest}.`;
}
