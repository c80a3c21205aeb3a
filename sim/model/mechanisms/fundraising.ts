import { PURPOSE } from "../../random/purposes.ts";
import { uniform } from "../../random/threefry.ts";
import { fundingLeft } from "../levers/funding-cut.ts";
import type { MechanismDeclaration } from "../mechanism.ts";
import type { World } from "../world.ts";

/**
 * **Fundraising.** Referrals are evidence for funds: an organisation with more people in place and queue
 * than a stated multiple of its places may win growth funding, for one grant cycle. The monthly chance is
 * the yearly one over twelve, raised in proportion to its closest tie with a link worker, who helps with the
 * application, and cut by austerity as the income of the organisation is. Off unless switched on: the
 * sources hope for it and doubt it.
 */
export const fundraising: MechanismDeclaration<"fundraising"> = {
  id: "fundraising",
  evidence: ["M15", "O27"],
  parameters: ["fundraising"],
  observable: "organisations.places_gained",
  off: (scenario) => ({ ...scenario, fundraising: { ...scenario.fundraising, chance: 0 } }),
};

/** Gives every organisation that can show need its monthly chance of growth funding. */
export function raiseFunds(w: World): void {
  const { fundraising: rule, funding } = w.scenario;
  if (rule.chance === 0) return;
  for (const o of w.part.organisations) {
    if (
      w.organisations.isOpen[o] === 0 ||
      w.organisations.placesAtStart[o] === Infinity ||
      w.money.growthEndsAt[o] > w.now
    )
      continue;
    const people =
      w.organisations.othersInPlace[o] +
      w.organisations.othersQueued[o] +
      w.organisations.othersQueuedCrisis[o] +
      w.organisations.inPlace.length[o] +
      w.organisations.queued.length[o] +
      w.organisations.queuedCrisis.length[o];
    if (people < rule.from_load * Math.max(1, w.organisations.places[o])) continue;
    const chance = (rule.chance / 12) * (1 + (rule.with_tie - 1) * closestTie(w, o)) * fundingLeft(w, o);
    const u = uniform(w.organisations.key0[o], w.organisations.key1[o], w.month, PURPOSE.growthFunding);
    if (u < chance) w.money.growthEndsAt[o] = w.now + funding.grant_cycle;
  }
}

/** Gives the places for which an organisation has growth funding now. */
export function growthPlaces(w: World, o: number): number {
  return w.money.growthEndsAt[o] > w.now
    ? Math.round(w.scenario.fundraising.growth * w.organisations.placesAtStart[o])
    : 0;
}

/** Gives the closest tie that any post has with an organisation. */
function closestTie({ layout, beliefs }: World, o: number): number {
  let closest = 0;
  for (let n = layout.edgesToStart[o]; n < layout.edgesToStart[o + 1]; n++)
    closest = Math.max(closest, beliefs.tie[layout.edgesTo[n]]);
  return closest;
}
