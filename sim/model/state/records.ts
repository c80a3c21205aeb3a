/**
 * Declares the fields of the records that a replication keeps: those handed out and taken back as rows, and
 * the logs, as columns.
 */

/** Maximum of needs of a person. */
export const NEEDS_EACH = 7;

/** The first half is what an appointment reads and writes: it shares a line of the cache. */
export const PATIENT = [
  /**
   * An event with another token concerns an earlier state of the person and is passed over. Never reset,
   * also not for the next user of the record.
   */
  "token",
  // keys of the episode
  "key0",
  "key1",
  // the post (-1 while unassigned), and the record in the log of episodes
  "post",
  "record",
  // the appointment to come: slots in the post's diary (day -1 for none), whether the person has by then
  // left or is sure to come
  "day",
  "slot",
  "slots",
  "isLeaving",
  "isCrisisContact",
  // casework so far
  "contacts",
  "appointments",
  "missedInARow",
  "mode",
  /** Minute from which the next contact is wanted. */
  "wantedAt",
  /** Minute at which the link worker last saw or called the person. */
  "seenAt",
  // who: practice, register number and quintile of deprivation (0 the most deprived)
  "practice",
  "register",
  "quintile",
  "crisis",
  "pool",
  "isOpen",
  /** Open, and no contact has begun. */
  "isWaiting",
  "requestedAt",
  "crises",
  "failedLinks",
  "needs",
  "openLinks",
  /** Whether a return is to come, for which the needs are kept. */
  "mayReturn",
  /** Bookings ahead at which the link worker is new to the person. */
  "newFor",
  /** Whether the person comes to the contact that is being served. */
  "isComing",
  "crisisToken",
] as const;

export const LINKS = [
  "patient",
  "need",
  "organisation",
  "post",
  /** Edge of the post's belief about the organisation, or -1. */
  "edge",
  "attempt",
  "state",
  "isCrisis",
  "isRight",
  /** Whether the organisation that it was sent to has passed it on. */
  "isOnward",
  "sentAt",
  /** Record in the log of waits of links. */
  "entry",
  "givesUpAt",
  "leavesAt",
  /** Other clients who stand ahead in the organisation's queue. */
  "ahead",
  "rank",
] as const;

/** Returns to come: the key of the new episode, and the record of the one that has ended. */
export const RETURNS = ["former", "key0", "key1"] as const;

export const EPISODE = {
  practice: Int32Array,
  pool: Int32Array,
  post: Int32Array,
  register: Int32Array,
  quintile: Uint8Array,
  sex: Uint8Array,
  ageBand: Uint8Array,
  crisis: Uint8Array,
  source: Uint8Array,
  requestedAt: Int32Array,
  /** Minute at which a post took the person into its caseload; -1 if none did. */
  assignedAt: Int32Array,
  firstContactAt: Int32Array,
  endedAt: Int32Array,
  reason: Uint8Array,
  contacts: Int32Array,
  appointments: Int32Array,
  missed: Int32Array,
  needs: Int32Array,
  met: Int32Array,
  links: Int32Array,
  started: Int32Array,
  bounces: Int32Array,
  /** What of it lay before the start of measuring, of those carried in. */
  contactsBefore: Int32Array,
  appointmentsBefore: Int32Array,
  missedBefore: Int32Array,
  linksBefore: Int32Array,
  /** Change of wellbeing without help. */
  naturalChange: Float64Array,
} as const;

/** Of each person of the reference demand, in no order; fields of the same name are those of an episode. */
export const DEMAND = {
  practice: Int32Array,
  register: Int32Array,
  quintile: Uint8Array,
  sex: Uint8Array,
  ageBand: Uint8Array,
  crisis: Uint8Array,
  requestedAt: Int32Array,
} as const;

export const CONTACT = { record: Int32Array, at: Int32Array, number: Int32Array } as const;

/** Kind of a need that was sent nowhere yet. */
export const NO_KIND = 255;

/** How a wait for an organisation stands: it goes on, ended with a start, or without one. */
export const WAIT = { goesOn: 0, started: 1, ended: 2 } as const;

export const LINK_WAIT = {
  record: Int32Array,
  /** Kind of the organisation: of its type and focus. */
  kind: Uint8Array,
  sentAt: Int32Array,
  /** Minute at which it started or failed, and which of them: a state of `WAIT`. */
  endedAt: Int32Array,
  state: Uint8Array,
} as const;

/** Of each need that organisations are for, sent to one or held back. */
export const NEED_WAIT = {
  focus: Uint8Array,
  /** Kind of the organisation that it was sent to last, or `NO_KIND`. */
  kind: Uint8Array,
  knownAt: Int32Array,
  endedAt: Int32Array,
  state: Uint8Array,
} as const;
