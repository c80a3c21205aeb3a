import type { World } from "../world.ts";
import type { Lever } from "./lever.ts";
import { isHitBy, isTarget } from "./targets.ts";

/** Pays organisations more, beyond what they had: the months' accounts ask how much. */
export const grant: Lever<"grant"> = { rule: "funding", concerns: isTarget, amount: grantsOfTimeline };

/** Gives what the timeline's grants pay an organisation in a year now: its part, by places, of each. */
export function grantsOfTimeline(w: World, o: number): number {
  const { timeline } = w.scenario;
  let total = 0;
  for (let a = 0; a < timeline.length; a++) {
    const action = timeline[a];
    if (action.kind !== "grant" || !isHitBy(w, a, o)) continue;
    const since = w.now - w.timeline.minute[a];
    if (since >= 0 && since < action.lasts)
      total += (action.amount * w.organisations.placesAtStart[o]) / w.timeline.hitPlaces[a];
  }
  return total;
}
