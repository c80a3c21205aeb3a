import { MINUTES_PER_WEEK } from "../engine/minutes.ts";
import type { WindowKey } from "../measures/result.ts";
import type { Emptiness, Window } from "../measures/windows.ts";

const EMPTY: Readonly<Record<Emptiness, string>> = {
  nothing_before: "fewer than 4 weeks are measured before it",
  few_weeks_left: "fewer than 30 weeks are left after it, 26 to settle and 4 to measure",
  next_change: "fewer than 30 weeks lie between it and another change, 26 to settle and 4 to measure",
  short_run: "the run is shorter than 26 weeks",
};

/** Says why a window has no such number in any replication; empty where it may have one. */
export function windowReason({ empty }: Window, { needs, has }: Pick<WindowKey, "needs" | "has">): string {
  if (empty !== null) return EMPTY[empty];
  if (has >= needs) return "";
  const weeks = (minutes: number): number => Math.floor(minutes / MINUTES_PER_WEEK);
  return `it needs people to be followed for ${weeks(needs)} weeks, and here it is ${weeks(has)}`;
}
