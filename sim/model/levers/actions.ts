import { setCaps } from "../caseload.ts";
import { closeOrganisation, shrinkOrganisation } from "../closure.ts";
import { EVENT, HAPPENED } from "../events.ts";
import { supportIntegration } from "../mechanisms/integration.ts";
import { isHitBy } from "../mechanisms/shock.ts";
import type { World } from "../world.ts";
import { withPolicy } from "./policy.ts";
import { addPosts, cutPosts, movePosts, sharePosts } from "./posts.ts";
import { isConcerned } from "./targets.ts";

/** Lets the timeline's dated actions take effect, each on the first minute of its day. */

/** Schedules the timeline and works out which organisations each action hits. */
export function scheduleActions(w: World): void {
  const { organisations } = w.layout;
  const n = organisations.length;
  for (const [a, action] of w.scenario.timeline.entries()) {
    const minute = w.timeline.minute[a];
    if (minute >= w.clock.endMinute) continue;
    w.calendar.schedule(Math.max(0, minute), EVENT.action, a, 0);
    w.timeline.hitPlaces[a] = 0;
    for (let o = 0; o < n; o++) {
      const isHit = isConcerned(action, organisations[o]) && isHitBy(w, action, o);
      w.timeline.isHit[a * n + o] = isHit ? 1 : 0;
      if (isHit && w.organisations.placesAtStart[o] !== Infinity)
        w.timeline.hitPlaces[a] += w.organisations.placesAtStart[o];
    }
  }
}

/** Lets an action take effect. Cuts of income and grants work through the months' income, surges through the weeks', from their day on. */
export function onAction(w: World, a: number): void {
  const action = w.scenario.timeline[a];
  w.journal?.add(w, HAPPENED.action, a);
  switch (action.kind) {
    case "closure":
      forEachHit(w, a, (o) => closeOrganisation(w, o));
      break;
    case "statutory_withdrawal":
      forEachHit(w, a, (o) => {
        w.organisations.withdrawn[o] = 1 - (1 - w.organisations.withdrawn[o]) * (1 - action.share);
        shrinkOrganisation(
          w,
          o,
          Math.floor(w.organisations.placesAtStart[o] * (1 - w.organisations.withdrawn[o])),
        );
      });
      break;
    case "agreement":
      forEachHit(w, a, (o) => {
        w.organisations.agreedTie[o] = w.scenario.links.agreement_tie;
      });
      break;
    case "posts_cut":
      cutPosts(w, action, a);
      break;
    case "posts_added":
      addPosts(w, action);
      break;
    case "posts_moved":
      movePosts(w, action);
      break;
    case "posts_shared":
      sharePosts(w, action);
      break;
    case "integration_support":
      supportIntegration(w, action.practices, action.by);
      break;
    case "funding_cut":
    case "demand_surge":
    case "grant":
      break;
    case "caseload_cap":
      w.scenario = withPolicy(w.scenario, action, w.base);
      setCaps(w);
      break;
    case "contact_policy":
    case "triage":
    case "protected_networking":
    case "handover":
    case "fill_vacancies":
    case "grant_cycle":
    case "employment":
      w.scenario = withPolicy(w.scenario, action, w.base);
      break;
  }
}

function forEachHit(w: World, a: number, hit: (organisation: number) => void): void {
  const n = w.organisations.places.length;
  for (let o = 0; o < n; o++) if (w.timeline.isHit[a * n + o] === 1) hit(o);
}
