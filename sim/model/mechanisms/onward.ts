import { PURPOSE } from "../../random/purposes.ts";
import { FAILED, type FailReason, HAPPENED } from "../events.ts";
import { FOCUS_COUNT } from "../kinds.ts";
import { isInReach } from "../known.ts";
import { drawOfLink } from "../link-draw.ts";
import type { MechanismDeclaration } from "../mechanism.ts";
import type { World } from "../world.ts";

/**
 * **Onward.** Organisations that are linked with one another do not send a person back: one that finds
 * somebody not eligible, not right for it, or is full, passes the person on, with a stated chance, to
 * another one of the same focus within reach, the one with the shortest wait, and at most once. The link
 * worker makes no call and hears of no failure. Off unless switched on: the sources call such links
 * hypothetical.
 */
export const onward: MechanismDeclaration<"onward"> = {
  id: "onward",
  evidence: ["M23"],
  parameters: ["links.onward"],
  observable: "links.onward",
  off: (scenario) => ({ ...scenario, links: { ...scenario.links, onward: 0 } }),
};

/**
 * Passes a refused link on to another organisation, if the one that refuses does so; says whether it did.
 */
export function passOn(w: World, link: number, reason: FailReason): boolean {
  const { onward: chance } = w.scenario.links;
  const l = w.links.fields;
  if (chance === 0 || l.isOnward[link] === 1 || reason === FAILED.closed) return false;
  if (drawOfLink(w, link, PURPOSE.onward) >= chance) return false;
  const edge = shortestWait(w, link);
  if (edge < 0) return false;
  l.isOnward[link] = 1;
  l.edge[link] = edge;
  l.organisation[link] = w.layout.edgeOrganisation[edge];
  w.tally.count("onward", 1);
  w.journal?.link(w, HAPPENED.link_passed_on, link, reason);
  return true;
}

function shortestWait(w: World, link: number): number {
  const l = w.links.fields;
  const row = l.post[link] * FOCUS_COUNT + w.layout.focusOf[l.organisation[link]];
  let best = -1;
  for (let edge = w.layout.edgeStart[row]; edge < w.layout.edgeStart[row + 1]; edge++) {
    const o = w.layout.edgeOrganisation[edge];
    if (o === l.organisation[link] || !isInReach(w, edge)) continue;
    if (
      best < 0 ||
      w.organisations.expectedWeeks[o] < w.organisations.expectedWeeks[w.layout.edgeOrganisation[best]]
    )
      best = edge;
  }
  return best;
}
