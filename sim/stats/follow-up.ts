/**
 * Marks how a person's follow-up ended in `FollowUp.kind`. Any other number above 1 is one more competing
 * ending.
 */
export const CENSORED = 0;
export const EVENT = 1;
export const COMPETING = 2;

/**
 * Holds the follow-up of many people for the estimators of time to event, as flat arrays that groups share.
 * `time` and `kind` are by person; `order` lists the people to look at, made by `orderByTime`.
 */
export interface FollowUp {
  /** People in order of time; at one time, events before other endings before censorings. */
  readonly order: Int32Array;
  /** Minutes from the start of each person's follow-up to its end; whole, 0 or more. */
  readonly time: Int32Array | Float64Array;
  /** How it ended: `CENSORED`, `EVENT`, `COMPETING` or another ending above 1. */
  readonly kind: Uint8Array;
}

/** Picks the people of one group out of a follow-up: those whose `code` is `wanted`. */
export interface Members {
  readonly code: Uint8Array | Int32Array;
  readonly wanted: number;
}

/** Counts the people of a follow-up that belong to a group, or all of them without one. */
export function countMembers(order: Int32Array, members?: Members): number {
  if (members === undefined) return order.length;
  const { code, wanted } = members;
  let count = 0;
  for (let i = 0; i < order.length; i++) {
    if (code[order[i] as number] === wanted) count++;
  }
  return count;
}
