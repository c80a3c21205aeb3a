import { MINUTES_PER_WEEK, MINUTES_PER_YEAR } from "../engine/minutes.ts";
import { ENDED } from "../model/events.ts";
import { KINDS } from "../model/kinds.ts";
import type { World } from "../model/world.ts";
import type { FollowUp } from "../stats/follow-up.ts";
import type { Cohort } from "./cohort.ts";
import type { Grouping } from "./groupings.ts";
import { sumOver } from "./sums.ts";

/** A person without a contact for longer than this is counted as unseen for long. */
const LONG = 4 * MINUTES_PER_WEEK;

/**
 * Counts over the people of a group. Those of contacts, appointments and links are of events in the measured
 * time, with the people carried in; the others are of those referred in it.
 */
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
  /** Third contacts. */
  thirdContacts: number;
}

/** Counts over each group of a grouping. */
export function groupSums(w: World, cohort: Cohort, grouping: Grouping, first: FollowUp): Sums[] {
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
      thirdContacts: 0,
    }),
  );
  for (let i = 0; i < cohort.size; i++) {
    const group = sums[grouping.code[i]];
    if (group === undefined) continue;
    const r = cohort.first + i;
    group.referred++;
    if (e.contacts[r] >= 1) group.engaged++;
    if (e.contacts[r] >= 3) {
      group.reachedThree++;
      group.thirdContacts++;
    }
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
  if (grouping.groupBy === "year") countByDate(w, sums);
  else addCarriedIn(w, cohort, grouping, sums);
  return sums;
}

/** Counts contacts, appointments and links of each year by their own date, to the week. */
function countByDate({ tally }: World, years: Sums[]): void {
  const everyKind = [...Array(KINDS).keys()];
  const everyPost = [...Array(tally.posts).keys()];
  years.forEach((year, n) => {
    const from = weekOfYear(n);
    const to = n === years.length - 1 ? tally.weeks : weekOfYear(n + 1);
    const ofPosts = (field: "contacts" | "appointments" | "missed"): number =>
      sumOver(tally.post[field], tally.posts, everyPost, from, to);
    year.contacts = ofPosts("contacts");
    year.appointments = ofPosts("appointments");
    year.missed = ofPosts("missed");
    year.links = sumOver(tally.organisation.links, KINDS, everyKind, from, to);
  });
}

const weekOfYear = (year: number): number => Math.round((year * MINUTES_PER_YEAR) / MINUTES_PER_WEEK);

/** Adds what those carried in came to since measuring began. */
function addCarriedIn(w: World, { carriedIn }: Cohort, { codeOfCarriedIn }: Grouping, sums: Sums[]): void {
  const e = w.episodes.columns;
  for (let i = 0; i < carriedIn.length; i++) {
    const group = codeOfCarriedIn === undefined ? undefined : sums[codeOfCarriedIn[i]];
    if (group === undefined) continue;
    const r = carriedIn[i];
    group.contacts += e.contacts[r] - e.contactsBefore[r];
    group.appointments += e.appointments[r] - e.appointmentsBefore[r];
    group.missed += e.missed[r] - e.missedBefore[r];
    group.links += e.links[r] - e.linksBefore[r];
    if (e.contacts[r] >= 3 && e.contactsBefore[r] < 3) group.thirdContacts++;
  }
}

/** Counts the people who came to a third contact in the measured time, carried in or not. */
export function thirdContacts(w: World, { first, size, carriedIn }: Cohort): number {
  const { contacts, contactsBefore } = w.episodes.columns;
  let count = 0;
  for (let r = first; r < first + size; r++) if (contacts[r] >= 3) count++;
  for (const r of carriedIn) if (contacts[r] >= 3 && contactsBefore[r] < 3) count++;
  return count;
}
