import { MINUTES_PER_YEAR } from "../model/clock.ts";
import { END_REASONS, ENDED } from "../model/events.ts";
import { isIntegrated } from "../model/mechanisms/integration.ts";
import type { World } from "../model/state.ts";
import { REFERRAL_SOURCES } from "../scenario/vocabulary.ts";
import { CENSORED, COMPETING, EVENT, type FollowUp } from "../stats/follow-up.ts";

/** Highest number of contacts that the retention table follows. */
export const MOST_CONTACTS = 12;

/** Splits those referred into groups: a code for each person, and the groups' names. */
export interface Grouping {
  readonly groupBy: string;
  readonly names: readonly string[];
  readonly code: Int32Array;
}

/** How long each person was followed, and how that ended. */
export type Timed = Pick<FollowUp, "time" | "kind">;

/** Holds those referred in the measured time, who are counted "of those referred": carried-in people are not among them. */
export interface Cohort {
  readonly size: number;
  /** Record of the first person's episode in the log; the others' follow it. */
  readonly first: number;
  readonly groupings: readonly Grouping[];
  /** Time to the end of the episode; the kind is `endingKind` of contacts and reason. */
  readonly ending: Timed;
  /** The same time; the kind is the reason + 1. */
  readonly endingByReason: Timed;
}

const FINISHED_BIT = 1;
/** One more than the highest kind of `Cohort.ending`, and of `Cohort.endingByReason`. */
export const ENDING_KINDS = 2 + (16 << 1);
export const REASON_KINDS = END_REASONS.length + 2;

/** Codes an ending by the number of contacts (15 and more together) and whether the person finished. */
export function endingKind(contacts: number, hasFinished: boolean): number {
  return 2 + (Math.min(15, contacts) << 1) + (hasFinished ? FINISHED_BIT : 0);
}

/** Gathers the cohort of a finished replication. */
export function gatherCohort(w: World): Cohort {
  const { startMinute, endMinute } = w.clock;
  const e = w.episodes.columns;
  // Records are in order of request, so the cohort is the end of the log.
  let first = 0;
  while (first < w.episodes.length && e.requestedAt[first] < startMinute) first++;
  const size = w.episodes.length - first;
  const endTime = new Int32Array(size);
  const endKind = new Uint8Array(size);
  const reasonKind = new Uint8Array(size);
  for (let i = 0; i < size; i++) {
    const r = first + i;
    const reason = e.reason[r];
    endTime[i] = (reason === ENDED.open ? endMinute : e.endedAt[r]) - e.requestedAt[r];
    endKind[i] = reason === ENDED.open ? CENSORED : endingKind(e.contacts[r], reason === ENDED.finished);
    reasonKind[i] = reason === ENDED.open ? CENSORED : reason + 1;
  }

  return {
    size,
    first,
    groupings: groupingsOf(w, first, size),
    ending: { time: endTime, kind: endKind },
    endingByReason: { time: endTime, kind: reasonKind },
  };
}

/** Gives the time from referral to contact `n` (from 1): other endings compete, the end of the run censors. Made anew at each call, since twelve at once would fill the memory. */
export function reaching(w: World, cohort: Cohort, n: number): Timed {
  const e = w.episodes.columns;
  const log = w.contacts.columns;
  const { ending, first } = cohort;
  const time = ending.time.slice();
  const kind = new Uint8Array(cohort.size);
  for (let i = 0; i < cohort.size; i++) kind[i] = ending.kind[i] === CENSORED ? CENSORED : COMPETING;
  for (let entry = 0; entry < w.contacts.length; entry++) {
    const record = log.record[entry];
    if (log.number[entry] !== n || record < first) continue;
    // A first contact served as ready is dated by its beginning, later ones by their end; in a diary both are the appointment.
    const at = n === 1 ? e.firstContactAt[record] : log.at[entry];
    time[record - first] = at - e.requestedAt[record];
    kind[record - first] = EVENT;
  }
  return { time, kind };
}

function groupingsOf(w: World, first: number, size: number): Grouping[] {
  const e = w.episodes.columns;
  const { layout, scenario, clock } = w;
  const by = (groupBy: string, names: readonly string[], code: (r: number) => number): Grouping => ({
    groupBy,
    names,
    code: Int32Array.from({ length: size }, (_, i) => code(first + i)),
  });
  const years = Math.max(1, Math.ceil((clock.endMinute - clock.startMinute) / MINUTES_PER_YEAR - 1e-3));
  return [
    by("all", ["all"], () => 0),
    by(
      "practice",
      layout.practices.map(({ id }) => id),
      (r) => e.practice[r],
    ),
    by(
      "link_worker",
      layout.posts.map(({ id }) => id),
      (r) => e.post[r],
    ),
    by("integration", ["partial", "full"], (r) => (isIntegrated(w, e.practice[r]) ? 1 : 0)),
    by("quintile", ["1", "2", "3", "4", "5"], (r) => e.quintile[r]),
    by("sex", ["women", "men"], (r) => e.sex[r]),
    by("age_band", Object.keys(scenario.people.age_bands), (r) => e.ageBand[r]),
    by("crisis", ["no", "yes"], (r) => e.crisis[r]),
    by("source", REFERRAL_SOURCES, (r) => e.source[r]),
    by(
      "year",
      Array.from({ length: years }, (_, n) => String(n + 1)),
      (r) => Math.min(years - 1, Math.floor((e.requestedAt[r] - clock.startMinute) / MINUTES_PER_YEAR)),
    ),
  ];
}
