import type { World } from "../model/world.ts";
import { incidencesBy } from "../stats/cumulative-incidence.ts";
import type { Groups } from "../stats/groups.ts";
import type { LinedUp } from "../stats/lined-up.ts";

/** Gives the share of a group whose follow-up ended in a way by some time, other ways competing. */
export type Shares = (group: number, kind: number) => number;

/**
 * Gives the shares of groups by a time since referral; without anybody followed for so long there are none.
 */
export function sharesBy(
  { clock }: World,
  groups: Groups,
  people: LinedUp,
  { at, kinds }: { readonly at: number; readonly kinds: number },
): Shares {
  const canSee = clock.endMinute - clock.startMinute >= at;
  const shares = canSee ? incidencesBy(people, groups, at, kinds) : undefined;
  return (g, kind) => shares?.[g * kinds + kind] ?? NaN;
}
