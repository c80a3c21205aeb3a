import { dayNumber } from "../engine/civil-date.ts";
import { MINUTES_PER_DAY } from "../engine/minutes.ts";
import type { Action } from "../scenario/actions.ts";
import type { Scenario } from "../scenario/schema.ts";
import { isAlike } from "./is-alike.ts";

/** What the worlds of some scenarios have in common, replication by replication, before they part. */
export interface CommonPast {
  /** How many actions the timelines begin with that are the same. */
  readonly actions: number;
  /** The minute before which no other action can tell the worlds apart. */
  readonly minute: number;
}

/** What of a scenario no mechanism reads, or reads as time comes to it. */
export type Aside = "name" | "title" | "rationale" | "standards" | "variants" | "timeline";

/**
 * Finds the past that worlds have in common: of scenarios that differ in dated actions alone, the time before
 * the first of these takes effect or is made known. Undefined if there is none. A surge of referrals has
 * none: candidates to come are looked at beforehand.
 *
 * To simulate a past once and go on from it with each world is simulation cloning (Hybinette & Fujimoto
 * 2001, ACM Trans Model Comput Simul 11, 378-407).
 */
export function commonPast(scenarios: readonly Scenario[]): CommonPast | undefined {
  const [first, ...others] = scenarios;
  if (others.length === 0 || !others.every((other) => isAlike(read(other), read(first)))) return undefined;
  let actions = 0;
  while (
    scenarios.every(({ timeline }) => actions < timeline.length) &&
    others.every(({ timeline }) => isAlike(timeline[actions], first.timeline[actions]))
  )
    actions++;
  const own = scenarios.flatMap(({ timeline }) => timeline.slice(actions));
  if (own.some(looksAhead)) return undefined;
  const firstDay = dayNumber(first.start) - Math.round(first.warm_up / MINUTES_PER_DAY);
  const minute = Math.min(
    (dayNumber(first.start) - firstDay) * MINUTES_PER_DAY + Math.round(first.horizon),
    ...own.map((action) => (dayNumber(knownOn(action)) - firstDay) * MINUTES_PER_DAY),
  );
  return minute > 0 ? { actions, minute } : undefined;
}

/** Gives what mechanisms read of a scenario from the first day on. */
function read({ name, title, rationale, standards, variants, timeline, ...rest }: Scenario) {
  return rest satisfies Omit<Scenario, Aside>;
}

const looksAhead = (action: Action): boolean =>
  action.kind === "demand_surge" && action.on.includes("referrals");

/** Gives the day on which an action is made known, or else takes effect. */
function knownOn(action: Action): string {
  const announced = "announced" in action ? action.announced : undefined;
  return announced !== undefined && announced < action.date ? announced : action.date;
}
