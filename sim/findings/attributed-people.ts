import {
  causeKey,
  causeOf,
  PERSON_OUTCOMES,
  type PersonCause,
  type PersonCounts,
} from "../measures/person-patterns.ts";
import { TWIN_GROUPS } from "../measures/twins.ts";
import { type MeanInterval, meanInterval } from "../stats/mean-interval.ts";
import { membersIn } from "../stats/shapley.ts";
import { listText } from "../words/lists.ts";
import type { Change } from "./changes.ts";

/** Holds how many people of a group lost or gained something, by which changes it is due to. */
export interface AttributedPeople extends PersonCause {
  /** The changes in words: `posts alone`, `posts or places, either`, `only posts and places together`. */
  readonly because: string;
  readonly groupBy: string;
  readonly group: string;
  readonly people: MeanInterval;
}

/**
 * Counts people over all replications: of everybody and of each quintile those lost by one change alone, by
 * any of several, only by several together. Lost - gained is the difference of people, exactly. Each change
 * alone has a row, and for two changes each of the four ways; else what happened to nobody has none.
 */
export function attributedPeople(
  people: readonly PersonCounts[],
  changes: readonly Pick<Change, "name">[],
): readonly AttributedPeople[] {
  if (people.length === 0) return [];
  const seen = new Set(people.flatMap((counts) => [...counts.keys()]));
  const causes = PERSON_OUTCOMES.flatMap(({ outcome }) =>
    (["lost", "gained"] as const).flatMap((change) =>
      waysOf(
        changes.length,
        [...seen].map(causeOf).filter((one) => one.outcome === outcome && one.change === change),
      ).map((way): PersonCause => ({ outcome, change, ...way })),
    ),
  );
  return causes.flatMap((cause) =>
    TWIN_GROUPS.map(({ groupBy, group }, g) => ({
      ...cause,
      because: becauseText(cause, changes),
      groupBy,
      group,
      people: meanInterval(people.map((counts) => counts.get(causeKey(cause))?.[g] ?? 0)),
    })),
  );
}

type Way = Pick<PersonCause, "alone" | "together">;

/** Lists the ways that are told, in order: alone, by either, together, by several sets. */
function waysOf(changes: number, seen: readonly Way[]): readonly Way[] {
  const all = (1 << changes) - 1;
  const singles = membersIn(all).map((change): Way => ({ alone: 1 << change, together: 0 }));
  const always =
    changes === 2 ? [...singles, { alone: all, together: 0 }, { alone: 0, together: all }] : singles;
  const isListed = (way: Way): boolean =>
    always.some(({ alone, together }) => alone === way.alone && together === way.together);
  const more = seen.filter((way) => !isListed(way)).map(({ alone, together }): Way => ({ alone, together }));
  return [...always, ...more].sort((a, b) => placeOf(a) - placeOf(b));
}

/** Gives the place of a way among others: more changes stand further behind. */
function placeOf({ alone, together }: Way): number {
  const size = (coalition: number): number => membersIn(coalition).length;
  if (alone !== 0) return size(alone) * STEP + alone;
  return together === 0 ? 3 * STEP * STEP : STEP * STEP + size(together) * STEP + together;
}

/** More than there are sets of changes. */
const STEP = 100;

function becauseText({ alone, together }: Way, changes: readonly Pick<Change, "name">[]): string {
  const names = (coalition: number): string[] => membersIn(coalition).map((change) => changes[change].name);
  const singles = names(alone);
  if (singles.length === 1) return `${singles[0]} alone`;
  if (singles.length > 1) return `any of ${listText(singles)} alone`;
  return together === 0 ? "several together, in several ways" : `${listText(names(together))} only together`;
}
