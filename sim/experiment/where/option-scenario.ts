import { type Action, actionSchema } from "../../scenario/actions.ts";
import type { Scenario } from "../../scenario/schema.ts";
import type { Runnable } from "../execution-options.ts";
import type { Allocation } from "./allocations.ts";
import type { Place, WhereAsk, WherePlaces } from "./places.ts";

/** Makes the scenario in which hours are lost, or added, where an allocation says: by dated actions. */
export function optionScenario<Loaded extends Runnable>(
  loaded: Loaded,
  ask: WhereAsk,
  where: WherePlaces,
  allocation: Allocation,
): Loaded {
  const { scenario } = loaded;
  const { date = scenario.start } = ask;
  const known = new Set(scenario.timeline.map(({ id }) => id));
  const written = ask.kind === "lose" ? lossOf(where, allocation) : additionOf(where, allocation, scenario);
  const actions = written.map((action, i): Action => {
    let id = `${ask.kind}-${i + 1}`;
    while (known.has(id)) id += "-planned";
    return actionSchema.parse({ id, date, ...action });
  });
  const planned = `${scenario.name}-${ask.kind}-${ask.fte}`.slice(0, 80);
  return {
    ...loaded,
    scenario: { ...scenario, name: planned, timeline: [...scenario.timeline, ...actions] },
  };
}

/** An action but for its id and its day, as users write it. */
type Written = { readonly kind: Action["kind"] } & Readonly<Record<string, unknown>>;

/** Ends posts that lose all their hours; the others have so many left. */
function lossOf({ places, part }: WherePlaces, allocation: Allocation): Written[] {
  const left = (place: Place, n: number): number => rounded(place.fte - allocation[n] * part);
  const ends = places.flatMap((place, n) => (allocation[n] > 0 && left(place, n) === 0 ? [place.id] : []));
  const ended: Written[] = ends.length === 0 ? [] : [{ kind: "posts_cut", posts: ends }];
  const fewer = places.flatMap((place, n): Written[] =>
    allocation[n] > 0 && left(place, n) > 0
      ? [{ kind: "hours_changed", posts: [place.id], fte: left(place, n) }]
      : [],
  );
  return [...ended, ...fewer];
}

/** Lets posts begin: at each place full ones, and one for what is left. */
function additionOf({ places, part }: WherePlaces, allocation: Allocation, scenario: Scenario): Written[] {
  const known = new Set(places.map(({ id }) => id));
  for (const { id } of scenario.link_workers.posts) known.add(id);
  const posts = places.flatMap(({ id, at }, n) => {
    const fte = rounded(allocation[n] * part);
    return Array.from({ length: Math.ceil(fte) }, (_, i) => {
      let name = `new-${id}${i === 0 ? "" : `-${i + 1}`}`;
      while (known.has(name)) name += "-planned";
      return { id: name, ...at, fte: rounded(Math.min(1, fte - i)) };
    });
  });
  return [{ kind: "posts_added", posts }];
}

/** Takes off what binary fractions leave: hours are said to a hundredth of a full-time equivalent. */
const rounded = (fte: number): number => Math.round(fte * 100) / 100;
