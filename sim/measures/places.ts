import { MINUTES_PER_WEEK } from "../engine/minutes.ts";
import { KINDS } from "../model/kinds.ts";
import type { World } from "../model/world.ts";
import type { Cells } from "../stats/quantiles-of-many.ts";
import { FOCUSES } from "../words/focuses.ts";
import { ORGANISATION_TYPES } from "../words/organisation-types.ts";
import { marked } from "./kinds.ts";
import { ratio } from "./sink.ts";
import { sumOver } from "./sums.ts";

/** Kinds of organisation of each type. A kind is `type * FOCUSES + focus`. */
export const OF_TYPE = ORGANISATION_TYPES.map((_, t) =>
  Array.from({ length: KINDS }, (_, kind) => kind).filter((kind) => Math.floor(kind / FOCUSES.length) === t),
);

/** Lists the organisations of some kinds, in order. */
export function membersOf({ layout }: World, kinds: readonly number[]): number[] {
  const isOne = marked(kinds);
  const members: number[] = [];
  for (let o = 0; o < layout.kindOf.length; o++) if (isOne[layout.kindOf[o]] === 1) members.push(o);
  return members;
}

/** Gives the load that people who come offer over some weeks: their weeks in a place over the places. */
export function offeredLoad(w: World, kinds: readonly number[], from: number, to: number): number {
  const { asked, places } = offered(w, kinds, from, to);
  return places === Infinity ? 0 : ratio(asked, places);
}

/** Gives the weeks in a place that people who come ask for over some weeks, and those that there are. */
export function offered(
  { tally, organisations: { minutesInPlace } }: World,
  kinds: readonly number[],
  from: number,
  to: number,
): { asked: number; places: number } {
  const over = (field: keyof typeof tally.organisation, of: readonly number[]): number =>
    sumOver(tally.organisation[field], KINDS, of, from, to);
  let asked = 0;
  for (const kind of kinds)
    asked += over("arrivals", [kind]) * (minutesInPlace[kind % FOCUSES.length] / MINUTES_PER_WEEK);
  return { asked, places: over("places", kinds) };
}

/** Points out what the newcomer to each organisation in each of some weeks would have waited. */
export function expectedWeeks({ tally }: World, members: readonly number[], from: number, to: number): Cells {
  return { table: tally.expectedWeeks, width: tally.organisations, columns: members, from, to };
}
