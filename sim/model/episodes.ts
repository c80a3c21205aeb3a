import { poisson } from "../random/counts.ts";
import { PURPOSE } from "../random/purposes.ts";
import { category, geometric, normal } from "../random/quantiles.ts";
import { uniform } from "../random/threefry.ts";
import { unbook } from "./diary.ts";
import { ENDED, HAPPENED, NEED } from "./events.ts";
import { naturalChange } from "./mechanisms/benefit.ts";
import { goWithoutLinkWorker } from "./mechanisms/presence.ts";
import { scheduleReturn } from "./mechanisms/referral.ts";
import {
  askForHelpElsewhere,
  joinWaitingList,
  offerAppointments,
  stopWaiting,
  wouldTakeUpAtOnce,
} from "./mechanisms/uptake.ts";
import type { Request, World } from "./world.ts";

/**
 * Opens and ends episodes. A person is waiting (open, no contact yet), active (open, one contact or more) or ended by exactly one reason.
 * The links already sent live on after the end, unchased; the slot is used again when the last of them is settled.
 */

/** Opens an episode for a request, unless the person is open already, the practice has no post or the list is at its limit: those are counted. */
export function openEpisode(w: World, request: Request): void {
  const { scenario, tally } = w;
  const pool = w.staffing.poolOfPractice[request.practice];
  tally.countPool("requests", pool, 1);
  if (w.staffing.postsOf[pool].length === 0) {
    tally.countPool("usualCare", pool, 1);
    w.journal?.refused(w, HAPPENED.usual_care, request);
    goWithoutLinkWorker(w, request);
    return;
  }
  if (w.register.isOpen(request.practice, request.register)) {
    tally.countPool("alreadyOpen", pool, 1);
    w.journal?.refused(w, HAPPENED.already_open, request);
    return;
  }
  if (tally.waitingCount[pool] >= scenario.waiting_list.limit && !hasRoom(w, pool)) {
    tally.countPool("turnedAway", pool, 1);
    w.journal?.refused(w, HAPPENED.turned_away, request);
    return;
  }
  tally.countPool("episodes", pool, 1);
  w.register.mark(request.practice, request.register, true);

  const patient = w.patients.take();
  const c = w.patients.fields;
  const { person0, person1, key0, key1 } = request;
  c.personKey0[patient] = person0;
  c.personKey1[patient] = person1;
  c.key0[patient] = key0;
  c.key1[patient] = key1;
  c.practice[patient] = request.practice;
  c.register[patient] = request.register;
  w.patients.setReadiness(
    patient,
    normal(uniform(person0, person1, 0, PURPOSE.readiness), scenario.people.readiness_sd),
  );
  c.crisis[patient] = uniform(key0, key1, 0, PURPOSE.crisisAtReferral) < scenario.people.crisis ? 1 : 0;
  c.pool[patient] = pool;
  c.post[patient] = -1;
  c.isOpen[patient] = 1;
  c.isWaiting[patient] = 0;
  c.requestedAt[patient] = w.now;
  c.contacts[patient] = 0;
  c.missedInARow[patient] = 0;
  c.appointments[patient] = 0;
  c.crises[patient] = 0;
  c.failedLinks[patient] = 0;
  c.seenAt[patient] = -1;
  c.mode[patient] = 0;
  c.wantedAt[patient] = w.now;
  c.openLinks[patient] = 0;
  c.day[patient] = -1;
  c.isLeaving[patient] = 0;
  c.hasNewLinkWorker[patient] = 0;
  c.isCrisisContact[patient] = 0;
  c.token[patient]++;
  c.crisisToken[patient]++;
  drawNeeds(w, patient);
  c.record[patient] = recordEpisode(w, patient, request);
  w.journal?.opened(w, patient);
  tally.countPool("wouldTakeUp", pool, wouldTakeUpAtOnce(w, patient));
  joinWaitingList(w, patient);
}

/** Keeps in the log what is counted at the patient while the episode is open. */
export function keepCounts(w: World, patient: number): void {
  const { record, contacts, appointments } = w.patients.fields;
  const e = w.episodes.columns;
  e.contacts[record[patient]] = contacts[patient];
  e.appointments[record[patient]] = appointments[patient];
}

/** Ends an episode for a reason, frees its place and diary, and lets the pool offer what was freed. */
export function endEpisode(w: World, patient: number, reason: number): void {
  const c = w.patients.fields;
  const pool = c.pool[patient];
  const post = c.post[patient];
  const record = c.record[patient];
  const e = w.episodes.columns;
  keepCounts(w, patient);
  e.endedAt[record] = w.now;
  e.reason[record] = reason;
  w.journal?.ended(w, patient, reason);
  stopWaiting(w, patient);
  if (post < 0) w.pools.list.leave(pool, patient);
  else {
    cancelAppointment(w, patient);
    w.posts.roster.leave(post, patient);
    w.posts.caseload[post]--;
    w.tally.changeCaseload(post, -1, w.posts.cap[post], w.now);
  }
  c.isOpen[patient] = 0;
  c.token[patient]++;
  c.crisisToken[patient]++;
  w.register.mark(c.practice[patient], c.register[patient], false);
  if (reason === ENDED.gave_up_waiting || reason === ENDED.declined)
    askForHelpElsewhere(w, c.practice[patient], c.key0[patient], c.key1[patient]);
  scheduleReturn(w, patient, hasOpenNeeds(w, patient));
  if (c.openLinks[patient] === 0) w.patients.give(patient);
  offerAppointments(w, pool);
}

/** Gives the slots of an appointment that lies ahead back to the diary. */
export function cancelAppointment(w: World, patient: number): void {
  const c = w.patients.fields;
  if (c.day[patient] >= 0) unbook(w, c.post[patient], c.day[patient], c.slot[patient], c.slots[patient]);
  c.day[patient] = -1;
  c.token[patient]++;
}

/** Says whether any need of the person still waits to be met. */
export function hasOpenNeeds(w: World, patient: number): boolean {
  const first = w.patients.firstNeed(patient);
  for (let need = first; need < first + w.patients.fields.needs[patient]; need++) {
    const state = w.needs.state[need];
    if (state === NEED.open || state === NEED.held || state === NEED.sent) return true;
  }
  return false;
}

function hasRoom(w: World, pool: number): boolean {
  return (
    w.pools.list.length[pool] === 0 &&
    w.staffing.postsOf[pool].some((post) => w.posts.caseload[post] < w.posts.cap[post])
  );
}

/** Draws the needs of an episode: 1 + Poisson, each with focus, severity, kind and work in contacts. */
function drawNeeds(w: World, patient: number): void {
  const { needs: rule } = w.scenario;
  const { key0, key1 } = w.patients.fields;
  const k0 = key0[patient];
  const k1 = key1[patient];
  const count = Math.min(rule.at_most, 1 + poisson(uniform(k0, k1, 0, PURPOSE.needCount), rule.extra));
  w.patients.fields.needs[patient] = count;
  for (let n = 0; n < count; n++) {
    const need = w.patients.firstNeed(patient) + n;
    const isOwn = uniform(k0, k1, n, PURPOSE.needKind) < rule.own;
    const severity = 1 + category(uniform(k0, k1, n, PURPOSE.needSeverity), w.shares.severity);
    const mean = (isOwn ? rule.work_own : rule.work_link) * (1 + rule.work_per_severity * (severity - 1));
    w.needs.focus[need] = category(uniform(k0, k1, n, PURPOSE.needFocus), w.shares.focus);
    w.needs.severity[need] = severity;
    w.needs.isOwn[need] = isOwn ? 1 : 0;
    w.needs.state[need] = NEED.open;
    w.needs.work[need] =
      rule.work_law === "fixed" ? mean : geometric(uniform(k0, k1, n, PURPOSE.needWork), mean);
    w.needs.attempts[need] = 0;
    w.needs.knownAt[need] = w.now;
  }
}

function recordEpisode(w: World, patient: number, request: Request): number {
  const record = w.episodes.add();
  const c = w.patients.fields;
  const e = w.episodes.columns;
  const { person0, person1, key0, key1 } = request;
  e.practice[record] = request.practice;
  e.pool[record] = c.pool[patient];
  e.post[record] = -1;
  e.register[record] = request.register;
  e.quintile[record] = request.quintile;
  e.sex[record] = uniform(person0, person1, 0, PURPOSE.sex) < w.scenario.people.women ? 0 : 1;
  e.ageBand[record] = category(uniform(person0, person1, 0, PURPOSE.ageBand), w.shares.age);
  e.crisis[record] = c.crisis[patient];
  e.source[record] = request.isReturn ? 3 : category(uniform(key0, key1, 0, PURPOSE.source), w.shares.source);
  e.requestedAt[record] = w.now;
  e.assignedAt[record] = -1;
  e.firstContactAt[record] = -1;
  e.endedAt[record] = -1;
  e.reason[record] = ENDED.open;
  for (const field of ["contacts", "appointments", "missed", "met", "links", "started", "bounces"] as const)
    e[field][record] = 0;
  e.needs[record] = c.needs[patient];
  e.naturalChange[record] = naturalChange(w, patient);
  return record;
}
