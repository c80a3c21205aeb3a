import { MINUTES_PER_DAY, MINUTES_PER_WEEK } from "../engine/minutes.ts";
import { SLOT_MINUTES } from "./clock.ts";
import { InvariantError } from "./invariant-error.ts";
import { AWAY, dayOf, NOT_BOOKABLE, NOT_FOR_NEWCOMERS, NOT_WORKED } from "./state/diaries.ts";
import type { World } from "./world.ts";

/**
 * Keeps each post's diary on a grid of 15 minutes. A day is a word of 32 bits, a bit for each slot: casework
 * fills the first slots of the day, as many as the week plan gives it; networking, practice development and
 * supervision fill the rest. An appointment takes the first run of free slots on or after the wanted minute
 * (first fit).
 */

/** Plans the casework of every post as the scenario's week has it. */
export function beginDiaries(w: World): void {
  for (let post = 0; post < w.layout.posts.length; post++)
    planCasework(w, post, w.scenario.link_workers.time.casework);
}

/**
 * Plans which slots of the week are casework. A full-time post has about as many on each working day. A
 * part-time post works whole days, as many as its hours make, from a weekday that differs from post to post:
 * three hours every day would hold no two appointments.
 */
export function planCasework(w: World, post: number, caseworkShare: number): void {
  const { clock } = w;
  const fte = w.staffing.fte[post];
  w.posts.caseworkShare[post] = caseworkShare;
  const days = clock.workedWeekdays.length;
  const fullWeek = Math.round((caseworkShare * days * clock.minutesPerDay) / SLOT_MINUTES);
  let left = Math.round(fullWeek * fte);
  for (let day = 0; day < 7; day++) w.diary.caseworkMask[post * 7 + day] = 0;
  for (let i = 0; i < days; i++) {
    const n = (i + (fte < 1 ? post : 0)) % days;
    const fullDay = Math.floor(((n + 1) * fullWeek) / days) - Math.floor((n * fullWeek) / days);
    const slots = Math.min(left, fullDay, 32);
    left -= slots;
    w.diary.caseworkMask[post * 7 + clock.workedWeekdays[n]] = lowBits(slots);
  }
}

/**
 * Finds the first run of `slots` free slots that begins at or after `from` and before `until`. Slots kept
 * for first contacts are anybody's once the shortest notice of one has passed. Returns the minute, or -1 if
 * there is none.
 */
export function firstFit(
  w: World,
  post: number,
  slots: number,
  from: number,
  until: number,
  isFirst = false,
): number {
  const { clock } = w;
  const lastDay = Math.min(clock.days - 1, Math.floor((until - 1) / MINUTES_PER_DAY));
  let day = Math.floor(from / MINUTES_PER_DAY);
  let free = freeSlots(w, post, day, isFirst) & ~lowBits(slotsBefore(w, from - day * MINUTES_PER_DAY));
  for (;;) {
    const runs = free === 0 ? 0 : runStarts(free, slots);
    if (runs !== 0) {
      const minute = slotMinute(w, day, 31 - Math.clz32(runs & -runs));
      return minute < until ? minute : -1;
    }
    day++;
    if (day > lastDay) return -1;
    free = freeSlots(w, post, day, isFirst);
  }
}

/** Books slots of a day. Throws if one of them is taken: a diary is never double-booked. */
export function book(w: World, post: number, day: number, slot: number, slots: number): void {
  const bits = lowBits(slots) << slot;
  const at = dayOf(w.diary, post, day);
  if ((w.diary.booked[at] & bits) !== 0)
    throw new InvariantError(`post ${post} is double-booked on day ${day}, slot ${slot}`);
  w.diary.booked[at] |= bits;
}

/** Gives booked slots of a day back. */
export function unbook(w: World, post: number, day: number, slot: number, slots: number): void {
  w.diary.booked[dayOf(w.diary, post, day)] &= ~(lowBits(slots) << slot);
}

/**
 * Gives the number of slots booked for some minutes, to the nearest; `settleMinutes` makes up for the rest.
 */
export function slotsFor(minutes: number): number {
  return Math.max(1, Math.round(minutes / SLOT_MINUTES));
}

/**
 * Takes casework minutes that nobody has an appointment for (calls, notes on somebody never seen): whole
 * slots are taken from the first free ones from now on. Time left over in a longer booking serves for such
 * work first, up to an hour.
 */
export function spendDeskMinutes(w: World, post: number, minutes: number): void {
  if (minutes === 0) return;
  w.tally.countPost("caseworkMinutes", post, minutes);
  owe(w, post, minutes);
}

/**
 * Settles what a booking of some slots took: minutes over it are owed as desk work, minutes left over serve
 * for desk work, up to an hour.
 */
export function settleMinutes(w: World, post: number, slots: number, minutes: number): void {
  const over = minutes - slots * SLOT_MINUTES;
  if (over > 0) owe(w, post, over);
  else w.posts.deskMinutes[post] = Math.max(w.posts.deskMinutes[post] + over, -60);
}

function owe(w: World, post: number, minutes: number): void {
  if (w.clock.always) return;
  w.posts.deskMinutes[post] += minutes;
  while (w.posts.deskMinutes[post] >= SLOT_MINUTES) {
    const minute = firstFit(w, post, 1, w.now + 1, Infinity);
    if (minute < 0) return;
    const day = Math.floor(minute / MINUTES_PER_DAY);
    book(w, post, day, slotsBefore(w, minute - day * MINUTES_PER_DAY), 1);
    w.posts.deskMinutes[post] -= SLOT_MINUTES;
  }
}

/**
 * Adds a post's coming week to the tally, less absence, also what nobody knows of yet; gives its working
 * minutes. What a new holder spends on learning instead of casework is in `posts.learningMinutes`.
 */
export function countWeekOfWork(w: World, post: number): number {
  const { clock } = w;
  const firstDay = Math.floor(w.now / MINUTES_PER_DAY);
  const lastDay = Math.min(
    firstDay + MINUTES_PER_WEEK / MINUTES_PER_DAY,
    Math.ceil(clock.endMinute / MINUTES_PER_DAY),
  );
  let casework = 0;
  let learning = 0;
  let days = 0;
  for (let day = firstDay; day < lastDay; day++) {
    const away = w.diary.away[dayOf(w.diary, post, day)];
    if (clock.isWorkday[day] === 0 || (away & NOT_WORKED) !== 0) continue;
    days++;
    const minutes = caseworkMinutesOf(w, post, day);
    if ((away & AWAY.learning) !== 0) learning += minutes;
    else casework += minutes;
  }
  w.posts.learningMinutes[post] = learning;
  const working = days * clock.minutesPerDay * w.staffing.fte[post];
  w.tally.countPost("workingMinutes", post, working);
  w.tally.countPost("availableMinutes", post, clock.always ? days * MINUTES_PER_DAY : casework);
  return working;
}

/** Says whether a post's week plan holds some slots of a day, absence apart. */
export function isPlanned(w: World, post: number, day: number, slot: number, slots: number): boolean {
  const bits = lowBits(slots) << slot;
  return (w.diary.caseworkMask[post * 7 + w.clock.weekdayOf[day]] & bits) === bits;
}

/** Gives the casework minutes that a post's week plan has on a day, absence apart. */
export function caseworkMinutesOf(w: World, post: number, day: number): number {
  return bitCount(w.diary.caseworkMask[post * 7 + w.clock.weekdayOf[day]]) * SLOT_MINUTES;
}

/** Gives the minute at which a diary slot begins. */
export function slotMinute(w: World, day: number, slot: number): number {
  return day * MINUTES_PER_DAY + w.clock.openingMinute + slot * SLOT_MINUTES;
}

/** Gives the slot that a minute of the day falls into, or the next one if it has begun. */
export function slotsBefore(w: World, minuteOfDay: number): number {
  const slot = Math.ceil((minuteOfDay - w.clock.openingMinute) / SLOT_MINUTES);
  return Math.min(32, Math.max(0, slot));
}

function freeSlots(w: World, post: number, day: number, isFirst: boolean): number {
  const { clock, diary } = w;
  const at = dayOf(diary, post, day);
  const closed = isFirst ? NOT_FOR_NEWCOMERS : NOT_BOOKABLE;
  if (clock.isWorkday[day] !== 1 || (diary.away[at] & closed) !== 0) return 0;
  const mask = diary.caseworkMask[post * 7 + clock.weekdayOf[day]];
  const free = mask & ~diary.booked[at];
  // A day that is looked at is full more often than not.
  if (free === 0 || isFirst) return free;
  const { reserved, notice } = w.scenario.contact;
  const isKept = reserved > 0 && day * MINUTES_PER_DAY > w.now + notice;
  return isKept ? free & lowBits(Math.round(bitCount(mask) * (1 - reserved))) : free;
}

/** Marks each free slot that begins a run of `length` free slots. */
function runStarts(free: number, length: number): number {
  let starts = free;
  for (let i = 1; i < length; i++) starts &= free >>> i;
  return starts;
}

function lowBits(count: number): number {
  return count >= 32 ? -1 : (1 << count) - 1;
}

function bitCount(bits: number): number {
  let v = bits - ((bits >>> 1) & 0x55555555);
  v = (v & 0x33333333) + ((v >>> 2) & 0x33333333);
  return Math.imul((v + (v >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
