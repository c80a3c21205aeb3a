import { MINUTES_PER_WEEK } from "../engine/minutes.ts";
import { ENDED } from "../model/events.ts";
import type { World } from "../model/world.ts";
import type { Cohort, Timed } from "./cohort.ts";
import type { Grouping } from "./groupings.ts";

/** A person without a contact for longer than this is counted as unseen for long. */
const LONG = 4 * MINUTES_PER_WEEK;

/** Counts over the people of a group. */
export interface Sums {
  referred: number;
  engaged: number;
  reachedThree: number;
  gaveUp: number;
  unseenForLong: number;
  contacts: number;
  appointments: number;
  missed: number;
  needs: number;
  met: number;
  links: number;
  intervention: number;
  bounces: number;
}

/** Counts over each group of a grouping. */
export function groupSums(w: World, cohort: Cohort, grouping: Grouping, first: Timed): Sums[] {
  const e = w.episodes.columns;
  const sums = grouping.names.map(
    (): Sums => ({
      referred: 0,
      engaged: 0,
      reachedThree: 0,
      gaveUp: 0,
      unseenForLong: 0,
      contacts: 0,
      appointments: 0,
      missed: 0,
      needs: 0,
      met: 0,
      links: 0,
      intervention: 0,
      bounces: 0,
    }),
  );
  for (let i = 0; i < cohort.size; i++) {
    const group = sums[grouping.code[i]];
    if (group === undefined) continue;
    const r = cohort.first + i;
    group.referred++;
    if (e.contacts[r] >= 1) group.engaged++;
    if (e.contacts[r] >= 3) group.reachedThree++;
    if (e.reason[r] === ENDED.gave_up_waiting) group.gaveUp++;
    if (first.time[i] > LONG) group.unseenForLong++;
    group.contacts += e.contacts[r];
    group.appointments += e.appointments[r];
    group.missed += e.missed[r];
    group.needs += e.needs[r];
    group.met += e.met[r];
    group.links += e.links[r];
    if (e.started[r] > 0) group.intervention++;
    group.bounces += e.bounces[r];
  }
  return sums;
}
