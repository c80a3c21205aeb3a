import { MINUTES_PER_WEEK } from "../engine/minutes.ts";
import { PURPOSE } from "../random/purposes.ts";
import { exponential } from "../random/quantiles.ts";
import { spendDeskMinutes } from "./diary.ts";
import { release } from "./episodes/returns.ts";
import { EVENT, HAPPENED, LINK, NEED } from "./events.ts";
import { drawOfLink } from "./link-draw.ts";
import { failLink } from "./mechanisms/bounce.ts";
import { callsAndDelay, refusal } from "./mechanisms/bureaucracy.ts";
import { hear } from "./mechanisms/confidence.ts";
import { learnFromStart } from "./mechanisms/hold-off.ts";
import { fitOf } from "./mechanisms/matching.ts";
import { strengthen } from "./mechanisms/networking.ts";
import { passOn } from "./mechanisms/onward.ts";
import { overload } from "./mechanisms/squeeze.ts";
import { meetNeed } from "./meet-need.ts";
import { setNeedState } from "./roster.ts";
import { WAIT } from "./state/records.ts";
import { beginLinkWait, endLinkWait, endNeedWait } from "./waits.ts";
import type { World } from "./world.ts";

/**
 * Follows a link: sent -> on its way -> newcomer at the organisation -> queued -> in place -> met or unmet;
 * or failed on the way. The need leaves the link worker when the link has started.
 */

/** Sends a person's need over an edge of the post. */
export function sendLink(w: World, patient: number, n: number, edge: number): void {
  const c = w.patients.fields;
  const need = w.patients.need(patient, n);
  const organisation = w.layout.edgeOrganisation[edge];
  const attempt = w.needs.attempts[need]++;
  setNeedState(w, patient, need, NEED.sent);
  w.episodes.columns.links[c.record[patient]]++;
  w.tally.countOrganisation("links", organisation, 1);
  hear(w, "sent", c.practice[patient], 1);
  c.openLinks[patient]++;

  const link = w.links.take();
  const l = w.links.fields;
  l.patient[link] = patient;
  l.need[link] = n;
  l.organisation[link] = organisation;
  l.post[link] = c.post[patient];
  l.edge[link] = edge;
  l.attempt[link] = attempt;
  l.isOnward[link] = 0;
  l.isCrisis[link] = c.crisis[patient];
  l.isRight[link] = drawOfLink(w, link, PURPOSE.fit) < fitOf(w, edge) ? 1 : 0;
  w.tally.countOrganisation("rightLinks", organisation, l.isRight[link]);
  l.sentAt[link] = w.now;
  beginLinkWait(w, link, need);
  l.state[link] = LINK.onItsWay;
  w.journal?.sent(w, link, attempt + 1);
  const arrival = w.now + Math.round(callsAndDelay(w, link));
  if (arrival > w.now) {
    if (arrival < w.clock.endMinute) w.calendar.schedule(arrival, EVENT.linkArrives, link, 0);
  } else onLinkArrives(w, link);
}

/** Lets a link reach its organisation, which refuses it or takes it as a newcomer of the week. */
export function onLinkArrives(w: World, link: number): void {
  const reason = refusal(w, link);
  if (reason !== -1 && !passOn(w, link, reason)) {
    failLink(w, link, reason);
    return;
  }
  const l = w.links.fields;
  const u = drawOfLink(w, link, PURPOSE.queuePatience);
  l.givesUpAt[link] = Math.min(2e9, w.now + Math.round(exponential(u, w.scenario.organisations.leave_queue)));
  l.state[link] = LINK.newcomer;
  w.journal?.link(w, HAPPENED.link_queued, link, 0);
  w.organisations.newcomers.join(l.organisation[link], link);
}

/**
 * Says whether a person offered a place takes it up: likelier if the link worker saw or called them shortly
 * before.
 */
export function takesPlaceUp(w: World, link: number): boolean {
  const { links: rule } = w.scenario;
  const l = w.links.fields;
  const c = w.patients.fields;
  const patient = l.patient[link];
  const isSeen = w.now - c.seenAt[patient] <= rule.chased_within;
  const isChased = c.isOpen[patient] === 1 && (isSeen || chase(w, patient));
  const u = drawOfLink(w, link, PURPOSE.takeUp);
  const chance = isChased ? rule.taken_up_chased : rule.taken_up;
  w.journal?.linkBecause(w, link, "takeUp", {
    chance,
    isSeen: isChased && isSeen ? 1 : 0,
    isCalled: isChased && !isSeen ? 1 : 0,
  });
  return u < chance;
}

/**
 * Calls a person who has a place and has not been seen lately, if the link worker has the time: less and
 * less as the caseload fills.
 */
function chase(w: World, patient: number): boolean {
  const post = w.patients.fields.post[patient];
  if (post < 0 || overload(w, post) >= 1) return false;
  spendDeskMinutes(w, post, w.scenario.links.chase);
  return true;
}

/** Starts a link in its place: the need leaves the link worker, who learns the wait. */
export function startLink(w: World, link: number): void {
  const l = w.links.fields;
  const c = w.patients.fields;
  const patient = l.patient[link];
  const need = w.patients.need(patient, l.need[link]);
  const organisation = l.organisation[link];
  const u = drawOfLink(w, link, PURPOSE.timeInPlace);
  l.state[link] = LINK.inPlace;
  w.journal?.link(w, HAPPENED.link_started, link, 0);
  l.leavesAt[link] = Math.min(
    2e9,
    w.now + Math.round(exponential(u, w.organisations.minutesInPlace[w.layout.focusOf[organisation]])),
  );
  w.organisations.inPlace.join(organisation, link);
  w.organisations.firstLeaves[organisation] = Math.min(
    w.organisations.firstLeaves[organisation],
    l.leavesAt[link],
  );
  setNeedState(w, patient, need, NEED.started);
  w.episodes.columns.started[c.record[patient]]++;
  w.tally.countOrganisation("started", organisation, 1);
  hear(w, "started", c.practice[patient], 1);
  strengthen(w, l.edge[link]);
  learnFromStart(w, l.edge[link], (w.now - l.sentAt[link]) / MINUTES_PER_WEEK);
  endLinkWait(w, link, WAIT.started);
  endNeedWait(w, need, WAIT.started);
}

/** Lets a person leave a place: the need is met if the link was right and the quality was there. */
export function leavePlace(w: World, link: number, quality: number): void {
  const l = w.links.fields;
  const c = w.patients.fields;
  const patient = l.patient[link];
  const need = w.patients.need(patient, l.need[link]);
  const u = drawOfLink(w, link, PURPOSE.met);
  const isMet = l.isRight[link] === 1 && u < quality;
  w.journal?.link(w, isMet ? HAPPENED.link_met : HAPPENED.link_unmet, link, 0);
  w.journal?.linkBecause(w, link, "leavesPlace", { isRight: l.isRight[link], quality });
  if (isMet) {
    meetNeed(w, patient, need);
    w.tally.countOrganisation("metLinks", l.organisation[link], 1);
  } else setNeedState(w, patient, need, NEED.unmet);
  c.openLinks[patient]--;
  w.links.give(link);
  release(w, patient);
}
