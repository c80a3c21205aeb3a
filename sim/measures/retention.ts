import { END_REASONS } from "../model/events.ts";
import type { World } from "../model/world.ts";
import { incidencesBy } from "../stats/cumulative-incidence.ts";
import { COMPETING, EVENT, type FollowUp } from "../stats/follow-up.ts";
import { LinedUp } from "../stats/lined-up.ts";
import { type Cohort, MAX_CONTACTS, reaching } from "./cohort.ts";
import type { Grouping } from "./groupings.ts";
import { RETENTION_FIELDS, type RetentionKey } from "./result.ts";

const GROUPINGS = ["all", "practice", "quintile", "sex", "age_band", "crisis", "source"];

/** Lists the rows of the retention table for a cohort's groups. */
export function retentionKeys(cohort: Cohort): RetentionKey[] {
  return cohort.groupings
    .filter(({ groupBy }) => GROUPINGS.includes(groupBy))
    .flatMap(({ groupBy, names }) =>
      names.flatMap((group) =>
        Array.from({ length: MAX_CONTACTS + 1 }, (_, contacts) => ({ groupBy, group, contacts })),
      ),
    );
}

/**
 * Gives the rows' values: those referred, those who reached a number of contacts, and those who ended after
 * exactly that number, by reason, or are open with it at the end.
 */
export function retentionRows(w: World, cohort: Cohort): Float64Array {
  const e = w.episodes.columns;
  const width = RETENTION_FIELDS.length;
  const groupings = cohort.groupings.filter(({ groupBy }) => GROUPINGS.includes(groupBy));
  const length = groupings.reduce((sum, { names }) => sum + names.length * (MAX_CONTACTS + 1), 0);
  const rows = new Float64Array(length * width);
  let first = 0;
  for (const { names, code } of groupings) {
    const groups = names.length;
    const at = (group: number, contacts: number): number =>
      (first + group * (MAX_CONTACTS + 1) + contacts) * width;
    for (let i = 0; i < cohort.size; i++) {
      if (code[i] === groups) continue;
      const contacts = e.contacts[cohort.first + i];
      const reason = e.reason[cohort.first + i];
      // Counted once here, and summed over numbers of contacts below.
      rows[at(code[i], 0)]++;
      rows[at(code[i], Math.min(contacts, MAX_CONTACTS)) + 1]++;
      if (contacts > MAX_CONTACTS) continue;
      if (reason === 0) {
        rows[at(code[i], contacts) + width - 1]++;
        continue;
      }
      rows[at(code[i], contacts) + 3]++;
      rows[at(code[i], contacts) + 3 + reason]++;
    }
    for (let g = 0; g < names.length; g++)
      for (let n = MAX_CONTACTS; n > 0; n--) {
        rows[at(g, n)] = rows[at(g, 0)];
        rows[at(g, n - 1) + 1] += rows[at(g, n) + 1];
      }
    for (let g = 0; g < names.length; g++) {
      rows[at(g, 0) + 2] = rows[at(g, 0)] > 0 ? 1 : NaN;
      for (let n = 1; n <= MAX_CONTACTS; n++) rows[at(g, n) + 2] = NaN;
    }
    first += names.length * (MAX_CONTACTS + 1);
  }
  for (let n = 1; n <= MAX_CONTACTS; n++) putShares(w, cohort, groupings, n, rows);
  return rows;
}

/** Puts the share of each group that has reached contact `n` by the scenario's time. */
function putShares(
  w: World,
  cohort: Cohort,
  groupings: readonly Grouping[],
  n: number,
  rows: Float64Array,
): void {
  const { by } = w.scenario.measures;
  if (w.clock.endMinute - w.clock.startMinute < by) return;
  const contact = new LinedUp(followed(w, cohort, n));
  let row = n;
  for (const grouping of groupings) {
    const shares = incidencesBy(contact, grouping, by, COMPETING + 1);
    for (let g = 0; g < grouping.names.length; g++) {
      rows[row * RETENTION_FIELDS.length + 2] = shares[g * (COMPETING + 1) + EVENT];
      row += MAX_CONTACTS + 1;
    }
  }
}

/** Gives the time to contact `n`. */
function followed(w: World, cohort: Cohort, n: number): FollowUp {
  if (n === 1) return cohort.firstContact;
  return n === 3 ? cohort.thirdContact : reaching(w, cohort, n);
}

/** The reasons stand in the retention fields in the order of their numbers, after `left_after`. */
if (RETENTION_FIELDS.slice(4, -1).join() !== END_REASONS.join())
  throw new Error("Retention fields and end reasons differ.");
