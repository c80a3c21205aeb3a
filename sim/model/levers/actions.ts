import { dayNumber } from "../../engine/civil-date.ts";
import { MINUTES_PER_DAY } from "../../engine/minutes.ts";
import type { Problem } from "../../scenario/problem.ts";
import type { Scenario } from "../../scenario/schema.ts";
import { EVENT, HAPPENED } from "../events.ts";
import type { Layout } from "../layout.ts";
import type { World } from "../world.ts";
import { leverOf } from "./levers.ts";

/** Lets the timeline's dated actions take effect, each on the first minute of its day. */

/** Works out which organisations each action of the timeline hits. */
export function aimActions(w: World): void {
  const { organisations } = w.layout;
  const { placesAtStart } = w.organisations;
  const n = organisations.length;
  for (const [a, action] of w.scenario.timeline.entries()) {
    if (w.timeline.minute[a] >= w.clock.endMinute) continue;
    const lever = leverOf(action);
    w.timeline.hitPlaces[a] = 0;
    for (let o = 0; o < n; o++) {
      const isConcerned = lever.concerns?.(action, organisations[o]) ?? false;
      const isHit = isConcerned && (lever.hits?.(w, action, o) ?? true);
      w.timeline.isHit[a * n + o] = isHit ? 1 : 0;
      if (isHit && placesAtStart[o] !== Infinity) w.timeline.hitPlaces[a] += placesAtStart[o];
    }
  }
}

/** Schedules actions of the timeline, in order: those numbered from one up to before another. */
export function scheduleActions(w: World, from: number, before: number): void {
  for (let a = from; a < before; a++) {
    const minute = w.timeline.minute[a];
    if (minute >= w.clock.endMinute) continue;
    w.calendar.schedule(Math.max(0, minute), EVENT.action, a, 0);
    scheduleEnd(w, a);
  }
}

function scheduleEnd(w: World, a: number): void {
  const action = w.scenario.timeline[a];
  const day = leverOf(action).ends?.(action);
  if (day === undefined) return;
  const minute = (dayNumber(day) - w.clock.firstDay) * MINUTES_PER_DAY;
  if (minute < w.clock.endMinute) w.calendar.schedule(Math.max(0, minute), EVENT.action, a, ENDS);
}

/** Token of the event at which an action is over. */
const ENDS = 1;

/** Lets an action take effect; one that works over time is asked for its amount from now on. */
export function onAction(w: World, a: number, token: number): void {
  const action = w.scenario.timeline[a];
  if (token === ENDS) {
    leverOf(action).end?.(w, action);
    return;
  }
  w.journal?.add(w, HAPPENED.action, a);
  leverOf(action).apply?.(w, action, a);
}

/** Warns of actions that concern no organisation of the scenario: they change nothing. */
export function warnOfNoTarget({ name, timeline }: Scenario, { organisations }: Layout): Problem[] {
  return timeline
    .filter((action) => {
      const lever = leverOf(action);
      return lever.concerns && !organisations.some((site) => lever.concerns?.(action, site));
    })
    .map(({ id }) => ({
      file: name,
      path: `timeline[${id}]`,
      found: "no organisation that it concerns",
      expected: "at least one of its types, focuses and names; it changes nothing",
      severity: "warning",
    }));
}
