import { MINUTES_PER_DAY } from "../../engine/minutes.ts";
import { bookAppointment, cancelAppointment } from "../contacts/booking.ts";
import { firstFit, slotMinute } from "../diary.ts";
import type { MechanismDeclaration } from "../mechanism.ts";
import type { World } from "../world.ts";

/**
 * **Cover.** A post whose holder has left stays vacant for some weeks. Its diary is blocked but for the days
 * of cover, a share of the working days; appointments on blocked days move on, in their order, to the first
 * free slots. Nobody networks in a vacancy.
 */
export const cover: MechanismDeclaration<"cover"> = {
  id: "cover",
  evidence: ["M29", "M30", "W20", "W21", "W22"],
  parameters: ["cover"],
  observable: "posts.vacant_share, wait.first_contact.p90",
  off: (scenario) => ({ ...scenario, cover: { ...scenario.cover, vacancy: 0 } }),
};

/** Blocks the diary of a post from now until it is filled, and moves its appointments. */
export function leaveVacant(w: World, post: number): void {
  const { vacancy, days: covered } = w.scenario.cover;
  if (vacancy === 0 || w.clock.always) return;
  const { clock } = w;
  const firstDay = Math.floor(w.now / MINUTES_PER_DAY);
  const lastDay = Math.min(clock.days, firstDay + Math.round(vacancy / MINUTES_PER_DAY));
  w.posts.filledAt[post] = lastDay * MINUTES_PER_DAY;
  w.journal?.vacated(w, post);
  let workday = 0;
  for (let day = firstDay; day < lastDay; day++) {
    if (clock.isWorkday[day] === 0 || w.diary.isAway[post * clock.days + day] === 1) continue;
    // The n-th working day is a day of cover where the covered share passes a whole number.
    const isCovered = Math.floor((workday + 1) * covered) > Math.floor(workday * covered);
    workday++;
    if (!isCovered) w.diary.isAway[post * clock.days + day] = 1;
  }
  moveAppointments(w, post, lastDay);
}

/** Says whether a post is vacant now. */
export function isVacant(w: World, post: number): boolean {
  return w.now < w.posts.filledAt[post];
}

interface Appointment {
  readonly patient: number;
  readonly minute: number;
  readonly slots: number;
}

const byMinute = (a: Appointment, b: Appointment): number => a.minute - b.minute;

function moveAppointments(w: World, post: number, lastDay: number): void {
  const c = w.patients.fields;
  const { days } = w.clock;
  const moved: Appointment[] = [];
  for (let patient = w.posts.roster.head[post]; patient >= 0; patient = w.posts.roster.next(patient)) {
    const day = c.day[patient];
    if (day < 0 || day >= lastDay || w.diary.isAway[post * days + day] === 0) continue;
    moved.push({ patient, minute: slotMinute(w, day, c.slot[patient]), slots: c.slots[patient] });
  }
  moved.sort(byMinute);
  for (const { patient } of moved) cancelAppointment(w, patient);
  for (const { patient, minute, slots } of moved) {
    const free = firstFit(w, post, slots, minute, Infinity);
    if (free >= 0) bookAppointment(w, patient, free, slots);
  }
}
