import { dayNumber } from "../../engine/civil-date.ts";
import { MINUTES_PER_DAY } from "../../engine/minutes.ts";
import type { Scenario } from "../../scenario/schema.ts";
import type { Clock } from "../clock.ts";
import type { Layout } from "../layout.ts";

/** Holds when the timeline's actions take effect and whom they hit. */
export type Timeline = ReturnType<typeof makeTimeline>;

/**
 * Makes the timeline of a scenario; which organisations an action hits is worked out anew in each
 * replication.
 */
export function makeTimeline({ timeline }: Scenario, { organisations }: Layout, clock: Clock) {
  const minuteOf = (date: string): number => (dayNumber(date) - clock.firstDay) * MINUTES_PER_DAY;
  return {
    /** Minute at which each action takes effect; negative for one in force before the first day. */
    minute: timeline.map(({ date }) => minuteOf(date)),
    /** Minute at which an action is made known beforehand; Infinity for one that is not announced. */
    announcedMinute: timeline.map((action) =>
      "announced" in action && action.announced !== undefined ? minuteOf(action.announced) : Infinity,
    ),
    /** Whether an action hits an organisation, at `action * organisations + organisation`. */
    isHit: new Uint8Array(organisations.length * timeline.length),
    /** Places of the organisations that an action hits. */
    hitPlaces: new Float64Array(timeline.length),
  } as const;
}
