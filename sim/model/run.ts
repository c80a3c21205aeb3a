import { MINUTES_PER_DAY, MINUTES_PER_WEEK } from "../engine/minutes.ts";
import type { Key } from "../random/keys.ts";
import { PURPOSE } from "../random/purposes.ts";
import { uniform } from "../random/threefry.ts";
import { countWeekOfWork, planAbsence, planCasework } from "./diary.ts";
import { keepCounts } from "./episodes.ts";
import { EVENT } from "./events.ts";
import { onAction, scheduleActions } from "./levers/actions.ts";
import { onLinkArrives } from "./links.ts";
import { moveConfidence } from "./mechanisms/confidence.ts";
import { onAppointment, onCrisis, onReady, onServed } from "./mechanisms/contact.ts";
import { isVacant } from "./mechanisms/cover.ts";
import { displace } from "./mechanisms/displacement.ts";
import { endow, runMonth } from "./mechanisms/funding.ts";
import { raiseFunds } from "./mechanisms/fundraising.ts";
import { look } from "./mechanisms/hold-off.ts";
import { beginIntegration, integrate } from "./mechanisms/integration.ts";
import { network } from "./mechanisms/networking.ts";
import { intake, prepareDraws } from "./mechanisms/open-door.ts";
import { developPresence } from "./mechanisms/presence.ts";
import { highestRate, onCandidate, onReturn, scheduleCandidate } from "./mechanisms/referral.ts";
import { planWeek } from "./mechanisms/squeeze.ts";
import { surgeOthers } from "./mechanisms/surge.ts";
import { beginTenures, passWeek } from "./mechanisms/turnover.ts";
import { offerAppointments, onPatienceEnds } from "./mechanisms/uptake.ts";
import { CEILING_PER_YEAR } from "./state/candidates.ts";
import { FOCUS_COUNT, type World } from "./world.ts";

/** Runs one replication from an empty service to the end of the horizon; the world then holds its history. Returns the events that happened. */
export function runReplication(w: World, key: Key): number {
  w.reset(key);
  begin(w);
  const { calendar } = w;
  const { endMinute } = w.clock;
  while (calendar.next() && calendar.time < endMinute) {
    w.now = calendar.time;
    const { subject, token } = calendar;
    switch (calendar.kind) {
      case EVENT.candidate:
        onCandidate(w, subject, token);
        break;
      case EVENT.appointment:
        onAppointment(w, subject, token);
        break;
      case EVENT.intake:
        runIntakes(w, subject, token);
        break;
      case EVENT.linkArrives:
        onLinkArrives(w, subject);
        break;
      case EVENT.patienceEnds:
        onPatienceEnds(w, subject, token);
        break;
      case EVENT.crisis:
        onCrisis(w, subject, token);
        break;
      case EVENT.served:
        onServed(w, subject, token);
        break;
      case EVENT.ready:
        onReady(w, subject, token);
        break;
      case EVENT.comesBack:
        onReturn(w, subject);
        break;
      case EVENT.week:
        onWeek(w);
        break;
      case EVENT.month:
        onMonth(w, subject);
        break;
      case EVENT.action:
        onAction(w, subject);
        break;
    }
  }
  w.now = endMinute;
  for (const patient of w.patients.records())
    if (w.patients.fields.isOpen[patient] === 1) keepCounts(w, patient);
  w.tally.openWeek(w.tally.weeks, endMinute);
  return calendar.popped;
}

/** Sets up posts, organisations, beliefs and the first events. */
function begin(w: World): void {
  const { clock, layout, scenario } = w;
  for (let practice = 0; practice < layout.practices.length; practice++)
    w.practices.highest[practice] = highestRate(w, practice) / CEILING_PER_YEAR;
  for (let block = 0; block < w.candidates.practice.length; block++) {
    w.candidates.highest[block] = w.practices.highest[w.candidates.practice[block]];
    scheduleCandidate(w, block, 0);
  }
  for (let post = 0; post < layout.posts.length; post++) {
    if (w.staffing.isFunded[post] === 1) w.tally.changeFunding(post, layout.posts[post].fte, 0);
    planCasework(w, post, scenario.link_workers.time.casework);
    planAbsence(w, post);
  }
  for (let o = 0; o < layout.organisations.length; o++) {
    open(w, o);
  }
  if (layout.organisations.length > 0) w.calendar.schedule(clock.openingMinute, EVENT.intake, 0, 0);
  beginIntegration(w);
  endow(w);
  getToKnow(w);
  beginTenures(w);
  scheduleActions(w);
  scheduleMonth(w, 0);
  // Weeks are counted from the start of measuring; those of the warm-up run up to it.
  w.calendar.schedule(clock.startMinute % MINUTES_PER_WEEK, EVENT.week, 0, 0);
}

/** Fills an organisation as its load says: places in use, and the standing queue. */
function open(w: World, o: number): void {
  const { organisations: rule } = w.scenario;
  const { type, focus, demand } = w.layout.organisations[o];
  const { load, wait, link_share: linkShare } = rule.types[type];
  const places = w.organisations.placesAtStart[o];
  const perWeek = places / (rule.weeks_in_place[focus] / MINUTES_PER_WEEK);
  const hasLimit = places !== Infinity;
  w.organisations.isOpen[o] = 1;
  w.organisations.places[o] = places;
  w.organisations.othersInPlace[o] = hasLimit ? Math.round(places * Math.min(1, wait > 0 ? 1 : load)) : 0;
  w.organisations.othersQueued[o] = hasLimit ? Math.round((perWeek * wait) / MINUTES_PER_WEEK) : 0;
  w.organisations.othersQueuedCrisis[o] = 0;
  w.organisations.expectedWeeks[o] = hasLimit ? wait / MINUTES_PER_WEEK : 0;
  w.organisations.extraArrivals[o] = 0;
  // Who gives up in the standing queue comes on top of the load that the places serve.
  w.organisations.othersPerWeek[o] =
    demand ?? (hasLimit ? perWeek * (load + wait / rule.leave_queue) * (1 - linkShare) : 0);
  prepareDraws(w, o);
}

/**
 * Draws which organisations each post knows at the start, how well, and what it believes of their waits. Of each focus within reach it knows
 * one at least: the one that it would come to know first.
 */
function getToKnow(w: World): void {
  const { matching } = w.scenario;
  const rows = w.layout.edgeStart;
  for (let row = 0; row + 1 < rows.length; row++) {
    const post = Math.floor(row / FOCUS_COUNT);
    const k0 = w.posts.key0[post];
    const k1 = w.posts.key1[post];
    const name = (edge: number): number => w.organisations.key0[w.layout.edgeOrganisation[edge]];
    let first = -1;
    let lowest = Infinity;
    for (let edge = rows[row]; edge < rows[row + 1]; edge++) {
      const u = uniform(k0, k1, name(edge), PURPOSE.known);
      w.beliefs.acquaintance[edge] = u;
      w.beliefs.tie[edge] = w.staffing.isInReach[edge] === 1 && u < matching.known ? 1 : 0;
      if (w.staffing.isInReach[edge] === 1 && u < lowest) {
        lowest = u;
        first = edge;
      }
    }
    if (first >= 0) w.beliefs.tie[first] = 1;
    for (let edge = rows[row]; edge < rows[row + 1]; edge++) {
      const spread = matching.tie_spread * (2 * uniform(k0, k1, name(edge), PURPOSE.tie) - 1);
      w.beliefs.tie[edge] *= Math.min(1, Math.max(matching.known_tie, matching.tie + spread));
      w.beliefs.refusals[edge] = 0;
      w.beliefs.looks[edge] = 0;
      w.beliefs.visitedAt[edge] = -1;
      look(w, post, edge);
    }
  }
}

/** Runs an intake and those of the week after it, one after another, until another event comes first; so the calendar holds one and not one for each organisation. */
function runIntakes(w: World, organisation: number, week: number): void {
  intake(w, organisation, week);
  let next = organisation + 1;
  while (next < w.organisations.places.length && w.calendar.takeNow(w.now, EVENT.intake, next, week)) {
    intake(w, next, week);
    next++;
  }
  if (next < w.organisations.places.length) w.calendar.schedule(w.now, EVENT.intake, next, week);
  else w.calendar.schedule(w.now + MINUTES_PER_WEEK, EVENT.intake, 0, week + 1);
}

/** Plans a post's week, and spends its networking time. */
function workWeek(w: World, post: number): void {
  passWeek(w, post);
  const vacant = isVacant(w, post);
  if (vacant) w.tally.countPost("vacantWeeks", post, 1);
  const { networking, practice } = planWeek(w, post);
  const working = countWeekOfWork(w, post);
  w.tally.countPost("networkingMinutes", post, vacant ? 0 : working * networking);
  w.tally.countPost("practiceMinutes", post, vacant ? 0 : working * practice);
  network(w, post, vacant ? 0 : working * networking);
}

function onWeek(w: World): void {
  const { clock } = w;
  w.tally.openWeek(
    w.now >= clock.startMinute ? Math.floor((w.now - clock.startMinute) / MINUTES_PER_WEEK) : -1,
    w.now,
  );
  surgeOthers(w);
  for (let post = 0; post < w.layout.posts.length; post++)
    if (w.staffing.isFunded[post] === 1) workWeek(w, post);
  for (let pool = 0; pool < w.layout.pools.length; pool++) offerAppointments(w, pool);
  if (w.now + MINUTES_PER_WEEK < clock.endMinute)
    w.calendar.schedule(w.now + MINUTES_PER_WEEK, EVENT.week, 0, 0);
}

function onMonth(w: World, month: number): void {
  raiseFunds(w);
  for (let o = 0; o < w.organisations.places.length; o++) runMonth(w, o);
  displace(w);
  integrate(w);
  developPresence(w);
  w.lastMonth = w.now;
  moveConfidence(w);
  scheduleMonth(w, month + 1);
}

function scheduleMonth(w: World, month: number): void {
  w.calendar.schedule(w.clock.monthStarts[month] * MINUTES_PER_DAY, EVENT.month, month, 0);
}
