import { END_REASONS, FAIL_REASONS, WHAT_NAMES, type WhatName } from "../model/events.ts";
import { REFERRAL_SOURCES } from "../scenario/vocabulary.ts";
import { countWords, ordinalWords } from "../words/counts-in-letters.ts";
import { focusWords } from "../words/focuses.ts";
import { appointmentWords, shortDayWords } from "../words/moments.ts";
import { severityWords } from "../words/severities.ts";
import type { Chronicle } from "./chronicle.ts";
import { patientName } from "./person.ts";

/** Says in a clause what a row of a journal tells: "practice-3/1742 misses an appointment". */
export function eventWords(simulated: Chronicle, row: number): string {
  const { journal, names } = simulated;
  const [practice, register] = [journal.practice[row], journal.register[row]];
  const who = practice < 0 ? "" : patientName(simulated, { practice, register });
  const post = names.posts[journal.post[row]] ?? "";
  const organisation = names.organisations[journal.organisation[row]] ?? "";
  const value = journal.value[row];
  const focus = journal.focus[row] === 0 ? "" : focusWords(journal.focus[row]);
  const reason = (reasons: readonly string[], number: number): string => reasons[number].replaceAll("_", " ");
  const texts: Readonly<Record<WhatName, () => string>> = {
    never_referred: () => `${who} is not referred, for want of confidence`,
    comes_back: () => `${who} comes back`,
    request: () =>
      journal.record[row] < 0
        ? `${who} is put forward`
        : `${who} is referred (${reason(REFERRAL_SOURCES, value)})`,
    already_open: () => `${who} is put forward while with the link worker already`,
    turned_away: () => `${who} is turned away from a full list`,
    usual_care: () => `${who} is left at usual care`,
    need: () => `${who} brings a need about ${focus} (${severityWords(value)})`,
    listed: () => `${who} goes onto the waiting list`,
    offered: () => `${post} takes ${who} into its caseload`,
    declined: () => `${who} declines the first appointment`,
    gave_up_waiting: () => `${who} gives up waiting`,
    appointment_booked: () =>
      `${who} gets an appointment with ${post} on ${appointmentWords(names.firstDay, value)}`,
    appointment_moved: () => `${who} has the appointment moved to ${appointmentWords(names.firstDay, value)}`,
    missed: () => `${who} misses an appointment`,
    contact: () => `${who} has the ${ordinalWords(value)} contact`,
    crisis: () => `${who} has a crisis`,
    need_met: () => `${who} has the need about ${focus} met`,
    need_held: () => `${who} has the need about ${focus} held back`,
    need_given_up: () => `${who} has the need about ${focus} given up`,
    link_sent: () => `${who} is sent to ${organisation} about ${focus}`,
    link_refused: () => `${organisation} turns ${who} away (${reason(FAIL_REASONS, value)})`,
    link_queued: () => `${organisation} takes ${who} on`,
    link_failed: () => `the link of ${who} to ${organisation} fails (${reason(FAIL_REASONS, value)})`,
    link_started: () => `${who} takes up a place at ${organisation}`,
    link_met: () => `${who} leaves ${organisation} with the need met`,
    link_unmet: () => `${who} leaves ${organisation} with the need not met`,
    ended: () => `the case of ${who} ends (${reason(END_REASONS, value - 1)})`,
    link_worker_left: () => `the link worker of ${post} leaves`,
    post_vacant: () => `${post} falls vacant until ${shortDayWords(names.firstDay, value)}`,
    post_filled: () => `${post} is filled`,
    organisation_reduced: () => `${organisation} goes down to ${countWords(value, "place")}`,
    organisation_grew: () => `${organisation} goes up to ${countWords(value, "place")}`,
    organisation_closed: () => `${organisation} closes`,
    action: () => `the dated change "${names.actions[value]}" takes effect`,
    link_passed_on: () => `${who} is passed on to ${organisation}`,
    direct_link: () => `${who} is sent straight to an organisation`,
    relisted: () => `${who} goes back onto the list, as the post ends`,
    post_ended: () => `${post} ends`,
    post_begun: () => `${post} begins`,
    organisation_opened: () =>
      `another organisation opens as ${organisation}, with ${countWords(value, "place")}`,
  };
  return texts[WHAT_NAMES[journal.what[row]]]();
}
