import { MINUTES_PER_YEAR } from "../../engine/minutes.ts";
import { PURPOSE } from "../../random/purposes.ts";
import { uniform } from "../../random/threefry.ts";
import { HAPPENED } from "../events.ts";
import type { MechanismDeclaration } from "../mechanism.ts";
import { askForHelpElsewhere, joinOtherClients } from "../other-clients.ts";
import type { Request, World } from "../world.ts";
import { degree } from "./integration.ts";

/**
 * **Presence.** Practice development brings organisations into the practice: each month its presence there
 * moves, with the half-life of ties, towards how integrated the practice is times the part of the planned
 * practice-development time that its posts could keep. A share of its requests, in proportion, then goes
 * straight to an organisation for the first need, without a link worker. Without a post there is no new
 * presence, and what there was fades. Off unless switched on: it was seen in a minority of practices. Usual
 * care is no part of this switch: of the requests at a practice without a post hardly any reach an
 * organisation through the practice, and of the others some go by themselves.
 */
export const presence: MechanismDeclaration<"presence"> = {
  id: "presence",
  evidence: ["M28", "M33", "R22"],
  parameters: ["referral.presence", "networking.fade", "link_workers.time.practice"],
  observable: "links.direct",
  off: (scenario) => ({ ...scenario, referral: { ...scenario.referral, presence: 0 } }),
};

/** Moves every practice's presence of organisations for a month. */
export function developPresence(w: World): void {
  const { networking, referral } = w.scenario;
  if (referral.presence === 0) return;
  const speed = Math.min(1, MINUTES_PER_YEAR / 12 / (2 * networking.fade));
  for (const practice of w.part.practices) {
    const posts = w.staffing.postsOf[w.staffing.poolOfPractice[practice]];
    const kept = posts.reduce((sum, post) => sum + w.posts.developing[post], 0) / Math.max(1, posts.length);
    w.practices.presence[practice] += speed * (degree(w, practice) * kept - w.practices.presence[practice]);
  }
}

/** Says whether a request goes straight to an organisation that comes into the practice, and sends it. */
export function goesStraight(w: World, request: Request): boolean {
  const { practice, key0, key1 } = request;
  const chance = w.scenario.referral.presence * w.practices.presence[practice];
  if (chance === 0 || uniform(key0, key1, 0, PURPOSE.presence) >= chance) return false;
  const pool = w.staffing.poolOfPractice[practice];
  w.tally.countPool("requests", pool, 1);
  w.tally.countPool("straight", pool, 1);
  w.journal?.asker(w, HAPPENED.request, request);
  sendDirectly(w, request);
  return true;
}

/**
 * Lets a request at a practice without a post take its way: a few reach an organisation, chosen blind; of
 * the others some go by themselves.
 */
export function goWithoutLinkWorker(w: World, request: Request): void {
  const { practice, key0, key1 } = request;
  if (uniform(key0, key1, 0, PURPOSE.usualCare) < w.scenario.referral.usual_care) {
    w.tally.countPool("blind", w.staffing.poolOfPractice[practice], 1);
    sendDirectly(w, request);
  } else askForHelpElsewhere(w, practice, key0, key1);
}

function sendDirectly(w: World, request: Request): void {
  const { practice, key0, key1 } = request;
  w.journal?.asker(w, HAPPENED.direct_link, request);
  joinOtherClients(w, practice, key0, key1, uniform(key0, key1, 0, PURPOSE.usualCarePlace));
}
