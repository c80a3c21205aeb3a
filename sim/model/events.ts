/**
 * Lists the kinds of event. The number is also the priority: among events of one minute the lower happens
 * first. What people act on comes before the people (money, then places, then answers, then patients), and
 * what adds work comes last.
 */
export const EVENT = {
  /** A dated action of the timeline: whatever happens that day happens under it. */
  action: 0,
  /**
   * The first of a month: organisations' income, spending, places. After actions, so that a cut counts from
   * its own day.
   */
  month: 1,
  /**
   * A week begins: the last one is booked, posts offer newly opened weeks. Before intakes, so that a week's
   * load is its own.
   */
  week: 2,
  /** Leave becomes known, or a post is sick today. Before that day's appointments, which move. */
  absence: 3,
  /** An organisation's weekly intake. Before people's events, so that they meet the state of the week. */
  intake: 4,
  /** A link reaches an organisation and is answered; it takes part from the next intake. */
  linkArrives: 5,
  /** Somebody gives up waiting; at the same minute an appointment would have come too late. */
  patienceEnds: 6,
  /** An appointment in the diary. */
  appointment: 7,
  /** A crisis brings the next contact forward. After that minute's appointments. */
  crisis: 8,
  /**
   * A post that serves as ready has finished a contact. Before newly ready people, so that a freed post is
   * seen as free.
   */
  served: 9,
  /** The gap is over and the person is ready for a contact: served as ready, or if a slot is free. */
  ready: 10,
  /** A possible referral. New people come last: places freed in the minute are theirs to take. */
  candidate: 11,
  /** Somebody whose episode ended comes back. */
  comesBack: 12,
} as const;

export type EventKind = (typeof EVENT)[keyof typeof EVENT];

/** Says how an episode ended; 0 while it is open. */
export const ENDED = {
  open: 0,
  finished: 1,
  gave_up_waiting: 2,
  declined: 3,
  never_attended: 4,
  left: 5,
  reviewed_out: 6,
  post_ended: 7,
} as const;
export type EndReason = Exclude<keyof typeof ENDED, "open">;
export const END_REASONS = Object.keys(ENDED).slice(1) as readonly EndReason[];

/** Says where a need stands. */
export const NEED = {
  /** Work is left to do. */
  open: 0,
  /** Its work is done and no organisation would take it now (hold-off, or none known). */
  held: 1,
  sent: 2,
  started: 3,
  met: 4,
  unmet: 5,
  givenUp: 6,
} as const;

/** Says where a link stands. */
export const LINK = { onItsWay: 0, newcomer: 1, queued: 2, queuedCrisis: 3, inPlace: 4 } as const;

/** Says why a link failed. */
export const FAILED = {
  ineligible: 0,
  full: 1,
  not_right: 2,
  gave_up: 3,
  not_taken_up: 4,
  closed: 5,
} as const;
export type FailReason = (typeof FAILED)[keyof typeof FAILED];
export const FAIL_REASONS = Object.keys(FAILED) as readonly (keyof typeof FAILED)[];

/**
 * Lists what a journal writes down. Names are those of the events' table, in the order of a person's way.
 */
export const HAPPENED = {
  /**
   * Somebody never referred for want of confidence, somebody who comes back, a request, and why it opened no
   * episode.
   */
  never_referred: 0,
  comes_back: 1,
  request: 2,
  already_open: 3,
  turned_away: 4,
  usual_care: 5,
  need: 6,
  listed: 7,
  offered: 8,
  declined: 9,
  gave_up_waiting: 10,
  appointment_booked: 11,
  appointment_moved: 12,
  missed: 13,
  contact: 14,
  crisis: 15,
  need_met: 16,
  need_held: 17,
  need_given_up: 18,
  link_sent: 19,
  link_refused: 20,
  link_queued: 21,
  link_failed: 22,
  link_started: 23,
  link_met: 24,
  link_unmet: 25,
  ended: 26,
  link_worker_left: 27,
  post_vacant: 28,
  post_filled: 29,
  organisation_reduced: 30,
  organisation_grew: 31,
  organisation_closed: 32,
  /** An action of the timeline takes effect. */
  action: 33,
  /** A refused link goes to another organisation, and a request to one without a link worker. */
  link_passed_on: 34,
  direct_link: 35,
  /** Somebody whose post has ended is listed again. */
  relisted: 36,
  post_ended: 37,
  post_begun: 38,
  /** An organisation begins in the slot of one that funding closed. */
  organisation_opened: 39,
} as const;
export type WhatName = keyof typeof HAPPENED;
export type What = (typeof HAPPENED)[WhatName];
export const WHAT_NAMES = Object.keys(HAPPENED) as readonly WhatName[];
