import { MINUTES_PER_WEEK } from "../engine/minutes.ts";
import { never } from "../never.ts";
import type { Key } from "../random/keys.ts";
import { beginAbsences, onAbsence } from "./absences.ts";
import type { CommonPast } from "./common-past.ts";
import { onCrisis } from "./contacts/crisis.ts";
import { beginDiaries } from "./diary.ts";
import { keepCounts } from "./episodes/end.ts";
import { EVENT, type EventKind } from "./events.ts";
import { aimActions, onAction, scheduleActions } from "./levers/actions.ts";
import { onLinkArrives } from "./links.ts";
import { onAppointment, onReady, onServed } from "./mechanisms/contact.ts";
import { endow } from "./mechanisms/funding.ts";
import { beginIntegration } from "./mechanisms/integration.ts";
import { getToKnow } from "./mechanisms/matching.ts";
import { onIntake, openOrganisations } from "./mechanisms/open-door.ts";
import { beginReferral, onCandidate, onReturn } from "./mechanisms/referral.ts";
import { beginTenures } from "./mechanisms/turnover.ts";
import { onPatienceEnds } from "./mechanisms/uptake.ts";
import { onMonth, scheduleMonth } from "./month.ts";
import { onWeek } from "./week.ts";
import type { World } from "./world.ts";

/**
 * Runs one replication from an empty service to the end of the horizon; the world then holds its history.
 * Returns the events that happened.
 */
export function runReplication(w: World, key: Key): number {
  w.reset(key);
  begin(w);
  scheduleActions(w, 0, w.scenario.timeline.length);
  return runToTheEnd(w);
}

/**
 * Runs one replication from an empty service up to a past that it has in common with others: its own actions
 * are not even scheduled.
 */
export function runUpTo(w: World, key: Key, { actions, minute }: CommonPast): void {
  w.reset(key);
  begin(w);
  scheduleActions(w, 0, actions);
  while (w.calendar.nextBefore(minute)) happen(w);
}

/** Runs a world that stands at the end of a common past on by its own actions, to the end of the horizon. */
export function runOn(w: World, { actions }: CommonPast): number {
  scheduleActions(w, actions, w.scenario.timeline.length);
  return runToTheEnd(w);
}

function runToTheEnd(w: World): number {
  const { calendar } = w;
  const { endMinute } = w.clock;
  while (calendar.next() && calendar.time < endMinute) happen(w);
  w.now = endMinute;
  for (const patient of w.patients.records())
    if (w.patients.fields.isOpen[patient] === 1) keepCounts(w, patient);
  w.tally.openWeek(w.tally.weeks, endMinute);
  return calendar.popped;
}

/** Lets the current event happen. */
function happen(w: World): void {
  const { time, subject, token } = w.calendar;
  w.now = time;
  // The calendar holds what was scheduled: events of these kinds.
  const kind = w.calendar.kind as EventKind;
  switch (kind) {
    case EVENT.candidate:
      onCandidate(w, subject, token);
      break;
    case EVENT.appointment:
      onAppointment(w, subject, token);
      break;
    case EVENT.intake:
      onIntake(w, subject, token);
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
    case EVENT.absence:
      onAbsence(w, subject, token);
      break;
    case EVENT.month:
      onMonth(w, subject);
      break;
    case EVENT.action:
      onAction(w, subject, token);
      break;
    default:
      never(kind);
  }
}

/** Sets every mechanism to its initial condition, and schedules the first events. */
function begin(w: World): void {
  beginReferral(w);
  beginDiaries(w);
  beginAbsences(w);
  endow(w);
  openOrganisations(w);
  beginIntegration(w);
  getToKnow(w);
  beginTenures(w);
  aimActions(w);
  scheduleMonth(w, 0);
  w.calendar.schedule(w.clock.startMinute % MINUTES_PER_WEEK, EVENT.week, 0, 0);
}
