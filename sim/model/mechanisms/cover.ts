import { MINUTES_PER_DAY } from "../../engine/minutes.ts";
import { moveAppointments } from "../contacts/moving.ts";
import { caseworkMinutesOf } from "../diary.ts";
import type { MechanismDeclaration } from "../mechanism.ts";
import { AWAY, dayOf } from "../state/diaries.ts";
import type { World } from "../world.ts";

/**
 * **Cover.** A post whose holder has left stays vacant for some weeks, from the day that it falls empty. Its
 * diary is blocked but for the days of cover, a share of its working days. A new holder works up to a full
 * caseload of work over `ramp_up`: ever more of the working days have casework, and what is left goes to
 * getting to know organisations, the first weeks whole. Appointments on days without casework move on, in
 * their order, to the first free slots. Nobody networks in a vacancy. Leave is known some weeks ahead and
 * sickness on the day: what is lost then moves likewise.
 */
export const cover: MechanismDeclaration<"cover"> = {
  id: "cover",
  evidence: ["M29", "M30", "W20", "W21", "W22", "W24"],
  parameters: ["cover", "link_workers.sick_days", "link_workers.leave_notice"],
  observable: "posts.vacant_share, wait.first_contact.p90",
  off: (scenario) => ({
    ...scenario,
    cover: { ...scenario.cover, vacancy: 0, ramp_up: 0 },
    link_workers: { ...scenario.link_workers, sick_days: 0, leave_notice: ALWAYS },
  }),
};

/** Leave that is known so long before is known from the first day. */
const ALWAYS = 60 * 366 * MINUTES_PER_DAY;

/**
 * Blocks the diary of a post from now until it is filled and its new holder is trained; moves its
 * appointments.
 */
export function leaveVacant(w: World, post: number): void {
  if (w.clock.always) return;
  const { vacancy, days: covered } = w.scenario.cover;
  const { clock } = w;
  const firstDay = Math.floor(w.now / MINUTES_PER_DAY);
  const lastDay = Math.min(clock.days, firstDay + Math.round(vacancy / MINUTES_PER_DAY));
  if (lastDay > firstDay) {
    w.posts.filledAt[post] = lastDay * MINUTES_PER_DAY;
    w.journal?.vacated(w, post);
  }
  blockDays(w, { post, firstDay, lastDay, covered, why: 0 });
  moveAppointments(w, post, workUp(w, post, lastDay));
}

/** Says how the holder of a post is away: until which day, and who is seen on the days of cover. */
export interface LongAbsence {
  readonly lastDay: number;
  readonly covered: number;
  readonly isForNewcomers: boolean;
}

/** Takes the holder of a post away from now on: the caseload stays, its appointments move. */
export function goAway(w: World, post: number, { lastDay, covered, isForNewcomers }: LongAbsence): void {
  if (w.clock.always) return;
  const until = Math.min(w.clock.days, lastDay);
  w.posts.backAt[post] = until * MINUTES_PER_DAY;
  const firstDay = Math.floor(w.now / MINUTES_PER_DAY);
  blockDays(w, { post, firstDay, lastDay: until, covered, why: isForNewcomers ? 0 : AWAY.casesOnly });
  moveAppointments(w, post, until);
}

/** Says whether the holder of a post is away for long now. */
export function isLongAway(w: World, post: number): boolean {
  return w.now < w.posts.backAt[post];
}

interface Blocked {
  readonly post: number;
  readonly firstDay: number;
  readonly lastDay: number;
  readonly covered: number;
  /** Bits of the days of cover. */
  readonly why: number;
}

/** Blocks a post's working days but for those of cover. */
function blockDays(w: World, { post, firstDay, lastDay, covered, why }: Blocked): void {
  let workday = 0;
  for (let day = firstDay; day < lastDay; day++) {
    if (!worksOn(w, post, day)) continue;
    // The n-th working day is a day of cover where the covered share passes a whole number.
    const isCovered = Math.floor((workday + 1) * covered) > Math.floor(workday * covered);
    workday++;
    w.diary.away[dayOf(w.diary, post, day)] |= isCovered ? why : AWAY.known;
  }
}

/**
 * Lets a new holder of a post work up to full productivity from a day on: the part of working days with
 * casework grows in a straight line. Gives the day from which all have it.
 */
export function workUp(w: World, post: number, firstDay: number): number {
  const { clock } = w;
  const rampDays = Math.round(w.scenario.cover.ramp_up / MINUTES_PER_DAY);
  const lastDay = Math.min(clock.days, firstDay + rampDays);
  let workdays = 0;
  for (let day = firstDay; day < lastDay; day++) if (worksOn(w, post, day)) workdays++;
  // After n of N working days n / N of the day is casework, so n squared / 2N days in all.
  const done = (n: number): number => Math.floor((n * n) / (2 * workdays));
  let n = 0;
  for (let day = firstDay; day < lastDay; day++) {
    if (!worksOn(w, post, day)) continue;
    if (done(n + 1) === done(n)) w.diary.away[dayOf(w.diary, post, day)] |= AWAY.learning;
    n++;
  }
  return lastDay;
}

/** Says whether a post works on a day that it is not away for already. */
function worksOn(w: World, post: number, day: number): boolean {
  const { clock } = w;
  const isAway = (w.diary.away[dayOf(w.diary, post, day)] & AWAY.known) !== 0;
  return clock.isWorkday[day] === 1 && !isAway && caseworkMinutesOf(w, post, day) > 0;
}

/** Says whether a post is vacant now. */
export function isVacant(w: World, post: number): boolean {
  return w.now < w.posts.filledAt[post];
}
