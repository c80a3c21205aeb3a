import { civilDate, dayNumber, weekday } from "../engine/civil-date.ts";
import { MINUTES_PER_DAY, MINUTES_PER_WEEK, MINUTES_PER_YEAR } from "../engine/minutes.ts";
import type { Scenario } from "../scenario/schema.ts";
import { WEEKDAYS } from "../scenario/vocabulary.ts";

/** Length of a diary slot. */
export const SLOT_MINUTES = 15;

/**
 * Knows the run's days: minute 0 is midnight of the first day simulated. Requests come in surgery time,
 * people work in working time, waits are counted in calendar time. With `calendar: always` every minute is
 * both.
 */
export interface Clock {
  readonly always: boolean;
  /** Day number (since 1970) of minute 0. */
  readonly firstDay: number;
  /** Minute at which measuring starts, and the end of the run. */
  readonly startMinute: number;
  readonly endMinute: number;
  /** Whole weeks measured; a last part of a week is measured in totals and not in the weekly series. */
  readonly weeks: number;
  readonly openingMinute: number;
  readonly minutesPerDay: number;
  /** Surgery minutes in a minute of the calendar. */
  readonly surgeryShare: number;
  /** Weekdays that are worked, 0 for Monday. */
  readonly workedWeekdays: readonly number[];
  /** Length of `isWorkday`: the run and the days beyond it that may be booked. */
  readonly days: number;
  readonly isWorkday: Uint8Array;
  /** Weekday of each day, 0 for Monday. */
  readonly weekdayOf: Uint8Array;
  /** Days on which a calendar month begins, from the first after day 0 to the end of the run. */
  readonly monthStarts: readonly number[];
  /** Calendar day of the n-th weekday of the run; a holiday stands for the next working day. */
  readonly weekdays: Int32Array;
}

const DAYS_BEYOND_THE_END = 400;

/** Builds the clock of a scenario. */
export function makeClock(scenario: Scenario): Clock {
  const { calendar, warm_up, horizon } = scenario;
  const startMinute = Math.round(warm_up / MINUTES_PER_DAY) * MINUTES_PER_DAY;
  const endMinute = startMinute + Math.round(horizon);
  const firstDay = dayNumber(scenario.start) - startMinute / MINUTES_PER_DAY;
  const days = Math.ceil(endMinute / MINUTES_PER_DAY) + DAYS_BEYOND_THE_END;
  const always = calendar === "always";
  const worked = always ? WEEKDAYS.map(() => true) : WEEKDAYS.map((day) => calendar.days.includes(day));
  const holidays = new Set(always ? [] : calendar.holidays.map((date) => dayNumber(date) - firstDay));

  const isWorkday = new Uint8Array(days);
  const weekdays: number[] = [];
  for (let day = 0; day < days; day++) {
    if (!worked[weekday(firstDay + day)]) continue;
    weekdays.push(day);
    if (!holidays.has(day)) isWorkday[day] = 1;
  }
  let next = weekdays.length > 0 ? weekdays[weekdays.length - 1] : 0;
  const moved = new Int32Array(weekdays.length);
  for (let n = weekdays.length - 1; n >= 0; n--) {
    if (isWorkday[weekdays[n]] === 1) next = weekdays[n];
    moved[n] = next;
  }
  const minutesPerDay = always ? MINUTES_PER_DAY : calendar.hours_per_day;
  const workedWeekdays = worked.flatMap((isWorked, day) => (isWorked ? [day] : []));
  return {
    always,
    firstDay,
    startMinute,
    endMinute,
    weeks: Math.floor((endMinute - startMinute) / MINUTES_PER_WEEK),
    openingMinute: always ? 0 : calendar.opens,
    minutesPerDay,
    surgeryShare: always ? 1 : surgeryMinutesPerYear(workedWeekdays.length, minutesPerDay) / MINUTES_PER_YEAR,
    workedWeekdays,
    days,
    isWorkday,
    weekdayOf: Uint8Array.from(isWorkday, (_, day) => weekday(firstDay + day)),
    monthStarts: Array.from({ length: days - 1 }, (_, d) => d + 1).filter((day) =>
      civilDate(firstDay + day).endsWith("-01"),
    ),
    weekdays: moved,
  };
}

/**
 * Turns minutes of surgery time since the first day into the minute of the run; Infinity beyond the days it
 * knows.
 */
export function surgeryMinute(clock: Clock, surgeryTime: number): number {
  if (clock.always) return Math.floor(surgeryTime);
  const n = Math.floor(surgeryTime / clock.minutesPerDay);
  if (n >= clock.weekdays.length) return Infinity;
  return (
    clock.weekdays[n] * MINUTES_PER_DAY +
    clock.openingMinute +
    Math.floor(surgeryTime - n * clock.minutesPerDay)
  );
}

/**
 * Gives surgery minutes in a calendar year, holidays included (a request due on a holiday comes on the next
 * working day).
 */
function surgeryMinutesPerYear(weekdays: number, minutesPerDay: number): number {
  return (MINUTES_PER_YEAR / MINUTES_PER_WEEK) * weekdays * minutesPerDay;
}
