import { MINUTES_PER_DAY } from "../engine/minutes.ts";
import { PURPOSE } from "../random/purposes.ts";
import { uniform } from "../random/threefry.ts";
import { moveAppointments } from "./contacts/moving.ts";
import { EVENT } from "./events.ts";
import { AWAY, dayOf } from "./state/diaries.ts";
import type { World } from "./world.ts";

/**
 * Takes posts away for days: leave and training, which are known some weeks ahead, and sickness, which is
 * known on the day. Days away a year are what working days leave (evidence W12), in stretches of a week, one
 * in each part of the year, on a day drawn for the post and year. Appointments on a day move on once it is
 * known.
 */

const DAYS_PER_YEAR = 365;
/** More stretches than a year has. */
const STRETCHES = 64;

/** Draws every post's days away, and schedules when each is known. */
export function beginAbsences(w: World): void {
  const { clock, scenario } = w;
  if (clock.always) return;
  const { working_days: workingDays, sick_days: sickDays } = scenario.link_workers;
  for (const post of w.part.posts) {
    for (let first = 0, year = 0; first < clock.days; first += DAYS_PER_YEAR, year++) {
      const workdays: number[] = [];
      for (let day = first; day < Math.min(first + DAYS_PER_YEAR, clock.days); day++)
        if (clock.isWorkday[day] === 1) workdays.push(day);
      const yearShare = Math.min(1, (clock.days - first) / DAYS_PER_YEAR);
      const away = Math.max(0, workdays.length - Math.round(workingDays * yearShare));
      const sick = Math.min(away, Math.round(sickDays * yearShare));
      take(w, { post, year, workdays, days: away - sick, why: AWAY.leave, purpose: PURPOSE.absence });
      const left = workdays.filter((day) => w.diary.away[dayOf(w.diary, post, day)] === 0);
      take(w, { post, year, workdays: left, days: sick, why: AWAY.sick, purpose: PURPOSE.sickness });
    }
    scheduleAbsences(w, post);
  }
}

interface Taken {
  readonly post: number;
  readonly year: number;
  readonly workdays: readonly number[];
  readonly days: number;
  readonly why: number;
  readonly purpose: number;
}

function take(w: World, { post, year, workdays, days, why, purpose }: Taken): void {
  const week = w.clock.workedWeekdays.length;
  const stretches = Math.ceil(days / week);
  for (let stretch = 0, left = days; stretch < stretches; stretch++) {
    const length = Math.min(left, week);
    left -= length;
    const from = Math.floor((stretch * workdays.length) / stretches);
    const to = Math.floor(((stretch + 1) * workdays.length) / stretches);
    const u = uniform(w.posts.key0[post], w.posts.key1[post], year * STRETCHES + stretch, purpose);
    const start = from + Math.floor(u * Math.max(1, to - from - length + 1));
    for (let n = start; n < start + length; n++) w.diary.away[dayOf(w.diary, post, workdays[n])] |= why;
  }
}

/**
 * Schedules when each stretch of leave, and each day of sickness, is known; leave soon after the start is.
 */
function scheduleAbsences(w: World, post: number): void {
  const { clock, scenario } = w;
  const notice = Math.round(scenario.link_workers.leave_notice / MINUTES_PER_DAY);
  const lastDay = Math.ceil(clock.endMinute / MINUTES_PER_DAY) + notice;
  let isOnLeave = false;
  for (let day = 0; day < Math.min(clock.days, lastDay); day++) {
    if (clock.isWorkday[day] === 0) continue;
    const why = w.diary.away[dayOf(w.diary, post, day)];
    const begins = (why & AWAY.leave) !== 0 && !isOnLeave;
    isOnLeave = (why & AWAY.leave) !== 0;
    if (!begins && (why & AWAY.sick) === 0) continue;
    const known = begins ? day - notice : day;
    if (known <= 0) learnOf(w, post, day);
    else if (known * MINUTES_PER_DAY < clock.endMinute)
      w.calendar.schedule(known * MINUTES_PER_DAY, EVENT.absence, post, day);
  }
}

/** Makes an absence known from its first day on, and moves the appointments of its days. */
export function onAbsence(w: World, post: number, firstDay: number): void {
  const lastDay = learnOf(w, post, firstDay);
  moveAppointments(w, post, lastDay);
}

/** Marks the days of a stretch of leave, or a day of sickness, as known; gives the day after it. */
function learnOf(w: World, post: number, firstDay: number): number {
  const { days, isWorkday } = w.clock;
  const isLeave = (w.diary.away[dayOf(w.diary, post, firstDay)] & AWAY.leave) !== 0;
  let day = firstDay;
  do {
    if (isWorkday[day] === 1) w.diary.away[dayOf(w.diary, post, day)] |= AWAY.known;
    day++;
  } while (
    isLeave &&
    day < days &&
    (isWorkday[day] === 0 || (w.diary.away[dayOf(w.diary, post, day)] & AWAY.leave) !== 0)
  );
  return day;
}
