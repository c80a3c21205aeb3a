import { SurvivalCurves } from "./survival-curves.ts";

/** Labels are below this. */
export const LABELS = 64;
const LABEL_BITS = 6;
/** With a longer wait, how it ended and its label would take more than 32 bits. */
const LONGEST = (1 << 25) - 1;

/**
 * Packs a wait of whole minutes, 0 or more, how it ended and a label into one number of 32 bits. Numbers sort
 * by time, events before censorings: of millions of waits an order beside their times, endings and labels
 * would take three times the memory.
 */
export function packWait(minutes: number, isEvent: boolean, label: number): number {
  if (!(minutes >= 0 && minutes <= LONGEST && Number.isInteger(minutes)))
    throw new RangeError(`minutes: expected whole minutes from 0 to ${LONGEST}, got ${minutes}`);
  return ((minutes << (LABEL_BITS + 1)) | ((isEvent ? 0 : 1) << LABEL_BITS) | label) >>> 0;
}

/** Returns the curves of groups of labels, walking once through packed waits that are sorted. */
export function packedCurves(
  waits: Uint32Array,
  { groupOf, groups }: LabelGroups,
  boundMinutes: number,
  ps: readonly number[],
): SurvivalCurves {
  const sizes = new Int32Array(groups);
  for (let i = 0; i < waits.length; i++) {
    const group = groupOf[waits[i] & (LABELS - 1)];
    if (group < groups) sizes[group]++;
  }
  const curves = new SurvivalCurves(sizes, boundMinutes, ps);
  for (let i = 0; i < waits.length; i++) {
    const wait = waits[i];
    const group = groupOf[wait & (LABELS - 1)];
    if (group >= groups) continue;
    if ((wait & LABELS) === 0) curves.addEvent(group, wait >>> (LABEL_BITS + 1));
    else curves.addCensoring(group);
  }
  return curves;
}

/** Puts labels into groups: the group of each label, `groups` or more for one that is in none. */
export interface LabelGroups {
  readonly groupOf: Uint8Array;
  readonly groups: number;
}
