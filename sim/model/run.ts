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
import { leverOf } from "./levers/levers.ts";
import { onLinkArrives } from "./links.ts";
import { putLogsInOrder } from "./log-order.ts";
import { onAppointment, onReady, onServed } from "./mechanisms/contact.ts";
import { endow } from "./mechanisms/funding.ts";
import { beginIntegration } from "./mechanisms/integration.ts";
import { getToKnow } from "./mechanisms/matching.ts";
import { onIntake, openOrganisations, scheduleIntakes } from "./mechanisms/open-door.ts";
import { beginReferral, onCandidate, onReturn, scheduleCandidates } from "./mechanisms/referral.ts";
import { beginTenures } from "./mechanisms/turnover.ts";
import { onPatienceEnds } from "./mechanisms/uptake.ts";
import { onMonth, scheduleMonth } from "./month.ts";
import { onWeek } from "./week.ts";
import type { World } from "./world.ts";

/**
 * Runs one replication from an empty service to the end of the horizon; the world then holds its history.
 * Returns the events that happened.
 *
 * Parts that never meet run one after another, each from the first day to the last, so that a part's state
 * stays in the processor's cache however many there are (logical processes without a channel between them:
 * Chandy & Misra 1979). No number depends on it.
 */
export function runReplication(w: World, key: Key): number {
  prepare(w, key);
  const parts = runsByPart(w) ? w.parts : [w.whole];
  let events = 0;
  for (const part of parts) {
    w.enter(part);
    begin(w);
    scheduleActions(w, 0, w.scenario.timeline.length);
    runToTheEnd(w);
    // Each part takes an event after the end out of its calendar.
    events += w.calendar.popped - w.ofAllParts - 1;
  }
  putLogsInOrder(w);
  return events + w.ofAllParts + 1;
}

/**
 * Says whether a world's parts run one after another. Together run those of one that writes a journal, which
 * is in order of time, and those whose posts or places the timeline changes, of which it counts all.
 */
export function runsByPart(w: World): boolean {
  return (
    w.parts.length > 1 &&
    w.journal === undefined &&
    w.base.timeline.every((action) => leverOf(action).names === undefined)
  );
}

/**
 * Runs one replication from an empty service up to a past that it has in common with others: its own actions
 * are not even scheduled.
 */
export function runUpTo(w: World, key: Key, { actions, minute }: CommonPast): void {
  prepare(w, key);
  begin(w);
  scheduleActions(w, 0, actions);
  while (w.calendar.nextBefore(minute)) happen(w);
}

/** Runs a world that stands at the end of a common past on by its own actions, to the end of the horizon. */
export function runOn(w: World, { actions }: CommonPast): number {
  scheduleActions(w, actions, w.scenario.timeline.length);
  runToTheEnd(w);
  putLogsInOrder(w);
  return w.calendar.popped;
}

function runToTheEnd(w: World): void {
  const { calendar } = w;
  const { endMinute } = w.clock;
  while (calendar.next() && calendar.time < endMinute) happen(w);
  w.now = endMinute;
  for (const patient of w.patients.records())
    if (w.patients.fields.isOpen[patient] === 1) keepCounts(w, patient);
  w.tally.openWeek(w.tally.weeks, endMinute, w.part);
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
      w.ofAllParts++;
      onWeek(w);
      break;
    case EVENT.absence:
      onAbsence(w, subject, token);
      break;
    case EVENT.month:
      w.ofAllParts++;
      onMonth(w, subject);
      break;
    case EVENT.action:
      w.ofAllParts++;
      onAction(w, subject, token);
      break;
    default:
      never(kind);
  }
}

/** Empties a world and sets every mechanism to its initial condition. */
function prepare(w: World, key: Key): void {
  w.reset(key);
  beginReferral(w);
  beginDiaries(w);
  endow(w);
  openOrganisations(w);
  beginIntegration(w);
  getToKnow(w);
  beginTenures(w);
  aimActions(w);
}

/** Schedules the first events of the part that is on. */
function begin(w: World): void {
  scheduleCandidates(w);
  beginAbsences(w);
  scheduleIntakes(w);
  scheduleMonth(w, 0);
  w.calendar.schedule(w.clock.startMinute % MINUTES_PER_WEEK, EVENT.week, 0, 0);
}
