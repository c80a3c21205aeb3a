import { MINUTES_PER_WEEK } from "../../engine/minutes.ts";
import { PURPOSE } from "../../random/purposes.ts";
import { logistic, weibull } from "../../random/quantiles.ts";
import { uniform } from "../../random/threefry.ts";
import { changeCaseload, changeWaiting, hasPlace } from "../caseload.ts";
import {
  bookAppointment,
  bookWithNewLinkWorker,
  firstFreeAppointment,
  followUpMinute,
} from "../contacts/booking.ts";
import { firstSlots } from "../contacts/modes.ts";
import { joinReady } from "../contacts/service.ts";
import { spendDeskMinutes } from "../diary.ts";
import { endEpisode } from "../episodes/end.ts";
import { ENDED, EVENT } from "../events.ts";
import type { MechanismDeclaration } from "../mechanism.ts";
import type { ReasonValues } from "../reasons.ts";
import { joinRoster } from "../roster.ts";
import type { World } from "../world.ts";
import { degree } from "./integration.ts";

/**
 * **Uptake.** A listed person waits, first come first served or crisis first, until a post of the pool has a
 * free caseload place and a free slot within the booking horizon; the head of the list goes to the post with
 * the lowest caseload against its cap (ties by order) and stays with it. A wait acts through two separate
 * draws here. Patience, from the request until an appointment is offered, is Weibull: whoever is not offered
 * one by then gives up. Nobody is offered an appointment beyond the booking horizon, so people stand on the
 * list and can give up there. The chance of taking an appointment up is logistic in the weeks from request
 * to appointment and in the person's readiness. Of those who do not take it up a share says so before
 * anything is booked: who would not come whatever the wait at the referral, the others when an appointment
 * is offered (`structure.decliners: when_reached`: all of them then). The rest hold a place and the slot, do
 * not come and are closed. Patience and uptake rise with each quintile that is less deprived, by the step
 * `people.per_quintile` of log odds (of log hazard), as attendance does. Whoever says no costs the post some
 * minutes. Of those who give up or decline a share turns up at an organisation by itself.
 */
export const uptake: MechanismDeclaration<"uptake"> = {
  id: "uptake",
  evidence: ["M2", "M32", "C14", "C15", "C18", "C20", "C21"],
  parameters: [
    "waiting_list",
    "contact.never_seen",
    "contact.booking_horizon",
    "structure.decliners",
    "people.per_quintile",
  ],
  observable: "lost.share by reason, retention at 0 contacts, dna.share",
  off: (scenario) => ({
    ...scenario,
    waiting_list: {
      ...scenario.waiting_list,
      patience: Infinity,
      uptake: Infinity,
      uptake_per_week: 0,
      uptake_readiness: 0,
    },
  }),
};

/** Puts somebody on the pool's list, starts the clock of patience and offers what is free. */
export function joinWaitingList(w: World, patient: number): void {
  const c = w.patients.fields;
  const pool = c.pool[patient];
  c.isWaiting[patient] = 1;
  changeWaiting(w, pool, 1);
  if (w.scenario.waiting_list.order === "crisis_first" && c.crisis[patient] === 1) {
    let other = w.pools.list.head[pool];
    while (other >= 0 && (c.crisis[other] === 1 || c.contacts[other] > 0)) other = w.pools.list.next(other);
    w.pools.list.insertBefore(pool, other, patient);
  } else w.pools.list.join(pool, patient);
  if (declinesAtReferral(w, patient)) {
    decline(w, patient, lightestPost(w, pool));
    return;
  }
  offerAppointments(w, pool);
  // Whoever was offered an appointment just now, and whoever declined it, no longer waits for one.
  if (c.isOpen[patient] === 0 || c.post[patient] >= 0) return;
  w.journal?.waits(w, patient);
  resumePatience(w, patient);
}

/**
 * Starts the clock of patience; of somebody whose appointment fell through, again where it stood when that
 * was offered.
 */
export function resumePatience(w: World, patient: number): void {
  const { patience, patience_shape: shape } = w.scenario.waiting_list;
  if (patience === Infinity) return;
  const c = w.patients.fields;
  const median = patience * w.shares.patience[c.quintile[patient]];
  const minutes = weibull(uniform(c.key0[patient], c.key1[patient], 0, PURPOSE.patience), median, shape);
  const offeredAt = w.episodes.columns.assignedAt[c.record[patient]];
  const spent = offeredAt < 0 ? 0 : offeredAt - c.requestedAt[patient];
  const end = w.now + Math.max(1, Math.round(minutes) - spent);
  if (end < w.clock.endMinute) w.calendar.schedule(end, EVENT.patienceEnds, patient, c.token[patient]);
}

/** Ends the wait of somebody whose patience is over. */
export function onPatienceEnds(w: World, patient: number, token: number): void {
  if (w.patients.fields.token[patient] === token) closeCase(w, patient, ENDED.gave_up_waiting);
}

/** Ends an episode, and offers what it frees. */
export function closeCase(w: World, patient: number, reason: number): void {
  const pool = w.patients.fields.pool[patient];
  const post = w.patients.fields.post[patient];
  endEpisode(w, patient, reason);
  offerAppointments(w, pool);
  // Who helps another list goes back to the own.
  if (post >= 0 && w.staffing.poolOfPost[post] !== pool) offerAppointments(w, w.staffing.poolOfPost[post]);
}

/** Offers first appointments to the head of a pool's list while a post has a place and a slot for it. */
export function offerAppointments(w: World, pool: number): void {
  while (w.pools.list.length[pool] > 0 && offerToHead(w, pool));
}

function offerToHead(w: World, pool: number): boolean {
  const { scenario } = w;
  const isDiary = scenario.contact.booking === "diary";
  const head = w.pools.list.head[pool];
  const isNew = w.patients.fields.contacts[head] === 0;
  let best = -1;
  let bestLoad = Infinity;
  let bestMinute = w.now;
  for (const post of postsFor(w, pool)) {
    const load = relativeLoad(w, post);
    if (!hasPlace(w, post) || (best >= 0 && load >= bestLoad)) continue;
    const minute = !isDiary ? w.now : isNew ? firstFreeAppointment(w, post) : followUpMinute(w, post, head);
    if (minute < 0) continue;
    best = post;
    bestLoad = load;
    bestMinute = minute;
  }
  if (best < 0) return false;
  const patient = w.pools.list.serve(pool);
  assign(w, patient, best);
  if (!isNew) {
    bookWithNewLinkWorker(w, patient, bestMinute);
    return true;
  }
  const isComing = takesUp(w, patient, bestMinute);
  if (!isComing && saysSo(w, patient)) {
    decline(w, patient, best);
    return true;
  }
  w.patients.fields.isLeaving[patient] = isComing ? 0 : 1;
  if (isDiary) bookAppointment(w, patient, bestMinute, firstSlots(w));
  else joinReady(w, patient);
  return true;
}

/**
 * Gives a post's caseload against its cap; without a cap its share of full time says how much it can hold.
 */
function relativeLoad(w: World, post: number): number {
  const cap = w.posts.cap[post];
  return w.posts.caseload[post] / (cap === Infinity ? w.staffing.fte[post] : cap);
}

/** Lists the posts that take people from a pool's list: its own and, while they are away, those who help. */
function postsFor(w: World, pool: number): readonly number[] {
  const helpers = w.staffing.helpersOf[pool];
  const own = w.staffing.postsOf[pool];
  return helpers.length === 0 ? own : [...own, ...helpers.filter((post) => w.staffing.isFunded[post] === 1)];
}

/** Gives the post of a pool with the lowest caseload against its cap. */
function lightestPost(w: World, pool: number): number {
  let best = -1;
  for (const post of w.staffing.postsOf[pool])
    if (best < 0 || relativeLoad(w, post) < relativeLoad(w, best)) best = post;
  return best;
}

/** Ends the episode of somebody who has said no to a post. */
function decline(w: World, patient: number, post: number): void {
  spendDeskMinutes(w, post, w.scenario.contact.never_seen);
  endEpisode(w, patient, ENDED.declined);
}

/** Says whether somebody who does not take an appointment up says so. */
function saysSo(w: World, patient: number): boolean {
  const { key0, key1 } = w.patients.fields;
  return uniform(key0[patient], key1[patient], 0, PURPOSE.saysSo) < w.scenario.waiting_list.says_so;
}

/** Says whether a person says no at the referral: would not come whatever the wait, and says so. */
function declinesAtReferral(w: World, patient: number): boolean {
  if (w.scenario.structure.decliners !== "at_referral") return false;
  const { key0, key1 } = w.patients.fields;
  const chance = wouldTakeUpAtOnce(w, patient);
  if (uniform(key0[patient], key1[patient], 0, PURPOSE.uptake) < chance || !saysSo(w, patient)) return false;
  tellUptake(w, patient, { minute: w.now, weeks: 0, chance, isComing: 0 });
  return true;
}

function assign(w: World, patient: number, post: number): void {
  const c = w.patients.fields;
  c.post[patient] = post;
  c.token[patient]++;
  w.episodes.columns.post[c.record[patient]] = post;
  w.episodes.columns.assignedAt[c.record[patient]] = w.now;
  joinRoster(w, post, patient);
  changeCaseload(w, post, 1);
  w.journal?.offered(w, patient);
}

function takesUp(w: World, patient: number, minute: number): boolean {
  const { uptake_per_week: perWeek } = w.scenario.waiting_list;
  const c = w.patients.fields;
  const weeks = (minute - c.requestedAt[patient]) / MINUTES_PER_WEEK;
  const u = uniform(c.key0[patient], c.key1[patient], 0, PURPOSE.uptake);
  const chance = logistic(uptakeLogOdds(w, patient) + perWeek * weeks);
  tellUptake(w, patient, { minute, weeks, chance, isComing: u < chance ? 1 : 0 });
  return u < chance;
}

/** Writes down why somebody takes an appointment up or does not. */
function tellUptake(
  w: World,
  patient: number,
  values: Pick<ReasonValues<"uptake">, "minute" | "weeks" | "chance" | "isComing">,
): void {
  w.journal?.because(w, patient, "uptake", {
    ...values,
    chanceAtOnce: wouldTakeUpAtOnce(w, patient),
    readiness: w.patients.readinessOf(patient),
  });
}

/**
 * Gives the chance that a person takes up an appointment without a wait: the demand that the verdict counts.
 */
export function wouldTakeUpAtOnce(w: World, patient: number): number {
  return logistic(uptakeLogOdds(w, patient));
}

function uptakeLogOdds(w: World, patient: number): number {
  const { uptake, uptake_readiness: perReadiness } = w.scenario.waiting_list;
  const c = w.patients.fields;
  // Half of what integration gives is in the base, which is that of all practices together.
  const integrated = w.scenario.integration.uptake * (degree(w, c.practice[patient]) - 0.5);
  const ease = w.shares.ease[c.quintile[patient]];
  return uptake + perReadiness * w.patients.readinessOf(patient) + integrated + ease;
}
