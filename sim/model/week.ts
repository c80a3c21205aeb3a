import { MINUTES_PER_WEEK } from "../engine/minutes.ts";
import { countWeekOfWork } from "./diary.ts";
import { keepCountsBefore } from "./episodes/end.ts";
import { EVENT } from "./events.ts";
import { isLongAway, isVacant } from "./mechanisms/cover.ts";
import { network } from "./mechanisms/networking.ts";
import { planWeek } from "./mechanisms/squeeze.ts";
import { surgeOthers } from "./mechanisms/surge.ts";
import { passNewsOfCuts, passWeek } from "./mechanisms/turnover.ts";
import { offerAppointments } from "./mechanisms/uptake.ts";
import type { World } from "./world.ts";

/**
 * Does the work of a week's beginning. Weeks are counted from the start of measuring; those of the warm-up
 * run up to it.
 */
export function onWeek(w: World): void {
  const { clock } = w;
  w.tally.openWeek(
    w.now >= clock.startMinute ? Math.floor((w.now - clock.startMinute) / MINUTES_PER_WEEK) : -1,
    w.now,
    w.part,
  );
  if (w.now === clock.startMinute) keepCountsBefore(w);
  surgeOthers(w);
  passNewsOfCuts(w);
  for (const post of w.part.posts) if (w.staffing.isFunded[post] === 1) workWeek(w, post);
  for (const pool of w.part.pools) offerAppointments(w, pool);
  if (w.now + MINUTES_PER_WEEK < clock.endMinute)
    w.calendar.schedule(w.now + MINUTES_PER_WEEK, EVENT.week, 0, 0);
}

/** Plans a post's week, and spends its networking time. */
function workWeek(w: World, post: number): void {
  passWeek(w, post);
  if (w.staffing.isFunded[post] === 0) return;
  const isVacantNow = isVacant(w, post);
  const nobody = isVacantNow || isLongAway(w, post);
  if (isVacantNow) w.tally.countPost("vacantWeeks", post, 1);
  const { networking, practice } = planWeek(w, post);
  const working = countWeekOfWork(w, post);
  const visiting = nobody ? 0 : working * networking + w.posts.learningMinutes[post];
  w.tally.countPost("networkingMinutes", post, visiting);
  w.tally.countPost("practiceMinutes", post, nobody ? 0 : working * practice);
  network(w, post, visiting);
}
