import { type Columns, makeColumns } from "../engine/columns.ts";
import type { World } from "../model/world.ts";
import { nextEpisodes } from "./same-person.ts";

/** Declares what is known of each episode's end. */
const FATE = {
  /** Practice and register number: who it is, the same person in every scenario. */
  practice: Int32Array,
  register: Int32Array,
  /** Which of the person's episodes in this replication, from 1; those before the measured time count. */
  episode: Int32Array,
  /** Minute of the run at which the person was referred, and at which the episode ended; -1 if it had not. */
  requestedAt: Int32Array,
  endedAt: Int32Array,
  /** How it ended, one of `ENDED`. */
  reason: Uint8Array,
  contacts: Int32Array,
  /** Minutes from referral to first contact; -1 without one. */
  waitMinutes: Int32Array,
  /** Links that started. */
  started: Int32Array,
  needs: Int32Array,
  /** Needs met, also after the episode's end. */
  met: Int32Array,
  /** Deprivation quintile, 0 the most deprived. */
  quintile: Uint8Array,
} as const;

/** Holds what became of those referred in the measured time, an episode a row, in order of request. */
export type FateColumns = Columns<typeof FATE>;

/** Register numbers stay under this. */
const MAX_REGISTER = 1_000_000;

/** Names a person by one number. */
export function personNumber(practice: number, register: number): number {
  return practice * MAX_REGISTER + register;
}

/** Gives the practice and register number of a person named by one number. */
export function personOf(number: number): { readonly practice: number; readonly register: number } {
  return { practice: Math.floor(number / MAX_REGISTER), register: number % MAX_REGISTER };
}

/** Copies what became of those referred in the measured time of a replication that has ended. */
export function fatesOf(w: World): FateColumns {
  const { episodes, clock } = w;
  const e = episodes.columns;
  let first = 0;
  while (first < episodes.length && e.requestedAt[first] < clock.startMinute) first++;
  const fates = makeColumns(FATE, episodes.length - first);
  const next = nextEpisodes(w);
  const episodesBefore = new Int32Array(episodes.length);
  for (let record = 0; record < episodes.length; record++) {
    const episode = episodesBefore[record] + 1;
    if (next[record] >= 0) episodesBefore[next[record]] = episode;
    const row = record - first;
    if (row < 0) continue;
    fates.practice[row] = e.practice[record];
    fates.register[row] = e.register[record];
    fates.episode[row] = episode;
    fates.requestedAt[row] = e.requestedAt[record];
    fates.endedAt[row] = e.endedAt[record];
    fates.reason[row] = e.reason[record];
    fates.contacts[row] = e.contacts[record];
    fates.waitMinutes[row] = e.contacts[record] > 0 ? e.firstContactAt[record] - e.requestedAt[record] : -1;
    fates.started[row] = e.started[record];
    fates.needs[row] = e.needs[record];
    fates.met[row] = e.met[record];
    fates.quintile[row] = e.quintile[record];
  }
  return fates;
}

/** Stands for the end of somebody who was not referred in a world. */
export const NOT_REFERRED = 255;

/** Copies some rows of fates; -1 gives one of somebody who was not referred. */
export function selectFates(fates: FateColumns, rows: Int32Array): FateColumns {
  const selected = makeColumns(FATE, rows.length);
  for (const field of Object.keys(FATE) as (keyof typeof FATE)[])
    for (let i = 0; i < rows.length; i++) if (rows[i] >= 0) selected[field][i] = fates[field][rows[i]];
  for (let i = 0; i < rows.length; i++) if (rows[i] < 0) selected.reason[i] = NOT_REFERRED;
  return selected;
}
