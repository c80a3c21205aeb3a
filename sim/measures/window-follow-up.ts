import { MINUTES_PER_WEEK } from "../engine/minutes.ts";
import type { World } from "../model/world.ts";
import type { WindowKey } from "./result.ts";
import type { Window } from "./windows.ts";

const HALF_YEAR = 26 * MINUTES_PER_WEEK;
/** The mean counts waits up to 52 weeks; the last year of a run of whole weeks has two weeks less. */
const ALMOST_A_YEAR = 50 * MINUTES_PER_WEEK;
const FOUR_WEEKS = 4 * MINUTES_PER_WEEK;

/** What a number needs to be followed, and who: those referred first in the window, or all of them. */
interface Need {
  readonly minutes: number;
  readonly of: "first" | "all";
  /** Whether the number of the whole run needs it too, as in `summary`. */
  readonly isAlways?: true;
}

/**
 * Says for how long people must be followed for a number of a window, and for how long they are. Shares and
 * waits know of censoring, so that it is enough to follow those who were referred first; what is counted when
 * the run ends, and what is said of one month, needs everybody. Of the whole run it is as in `summary`.
 */
export function followUpOf(
  { scenario }: World,
  metric: string,
  { kind, from, to, followedTo }: Window,
): Pick<WindowKey, "needs" | "has"> {
  const need = needOf(metric, scenario.measures.by);
  if (need === undefined || (kind === "whole" && need.isAlways !== true)) return { needs: 0, has: 0 };
  const since = kind === "month" || need.of === "all" ? to : from;
  return { needs: need.minutes, has: Math.max(0, followedTo - since) };
}

function needOf(metric: string, by: number): Need | undefined {
  switch (metric) {
    case "reached_3.share":
    case "finished.share":
      return { minutes: by, of: "first", isAlways: true };
    case "wait.first_contact.within_4_weeks":
      return { minutes: FOUR_WEEKS, of: "first", isAlways: true };
    case "wait.first_contact.mean":
      return { minutes: ALMOST_A_YEAR, of: "first" };
    case "wait.first_contact.p50":
      return { minutes: HALF_YEAR, of: "first" };
    case "people.reached_3":
    case "needs.met_share":
      return { minutes: by, of: "all" };
    default:
      return undefined;
  }
}
