import { entityKey } from "../../random/keys.ts";
import { PURPOSE } from "../../random/purposes.ts";
import { uniform } from "../../random/threefry.ts";
import type { World } from "../world.ts";
import type { Lever } from "./lever.ts";
import { isHitBy, isTarget } from "./targets.ts";

/**
 * Cuts organisations' income, all of those that it concerns or some drawn at random: the months' accounts
 * ask what is left.
 */
export const fundingCut: Lever<"funding_cut"> = {
  rule: "shock",
  concerns: isTarget,
  hits(w, { id, hit }, o) {
    if (hit >= 1) return true;
    const { key0, key1 } = w.organisations;
    const key = entityKey({ k0: key0[o], k1: key1[o] }, "action", id);
    return uniform(key.k0, key.k1, 0, PURPOSE.shockHit) < hit;
  },
  amount: fundingLeft,
};

/** Gives the share of an organisation's income that the cuts so far, and withdrawals of places, leave. */
export function fundingLeft(w: World, o: number): number {
  const { timeline } = w.scenario;
  let left = 1 - w.organisations.withdrawn[o];
  for (let a = 0; a < timeline.length; a++) {
    const action = timeline[a];
    if (action.kind !== "funding_cut" || !isHitBy(w, a, o)) continue;
    const since = w.now - w.timeline.minute[a];
    if (since < 0) continue;
    left *= 1 - action.share * (action.over > 0 ? Math.min(1, since / action.over) : 1);
  }
  return left;
}
