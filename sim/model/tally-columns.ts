/** Declares what a run counts and adds up, week by week. */

/** By pool. */
export const OF_POOL = {
  requests: Float64Array,
  episodes: Float64Array,
  alreadyOpen: Float64Array,
  turnedAway: Float64Array,
  usualCare: Float64Array,
  /** Requests that GPs' confidence kept back. */
  neverReferred: Float64Array,
  /** Requests taken while the rate was cut to the ceiling of candidates. */
  clipped: Float64Array,
  /** Sum of the chances that the people of the episodes would take up an appointment without a wait. */
  wouldTakeUp: Float64Array,
  waitingMinutes: Float64Array,
  /** People open with a post on the day that it ended. */
  closingList: Float64Array,
  /**
   * Requests that went straight to an organisation in the practice, and those of usual care that reached
   * one.
   */
  straight: Float64Array,
  blind: Float64Array,
} as const;

/** By post. */
export const OF_POST = {
  firstContacts: Float64Array,
  contacts: Float64Array,
  appointments: Float64Array,
  missed: Float64Array,
  caseworkMinutes: Float64Array,
  /** The part of the casework minutes that is administration of contacts. */
  adminMinutes: Float64Array,
  availableMinutes: Float64Array,
  workingMinutes: Float64Array,
  networkingMinutes: Float64Array,
  practiceMinutes: Float64Array,
  /** Holders who left, and weeks that began with the post vacant. */
  left: Float64Array,
  vacantWeeks: Float64Array,
  caseloadMinutes: Float64Array,
  atCapMinutes: Float64Array,
  /** Minutes for which the post was funded, and the same times its paid full-time equivalents. */
  fundedMinutes: Float64Array,
  fteMinutes: Float64Array,
} as const;

/** By kind of organisation: a week's numbers of thousands of organisations would fill the memory. */
export const OF_KIND = {
  places: Float64Array,
  inPlace: Float64Array,
  queued: Float64Array,
  arrivals: Float64Array,
  /** Those of them whom link workers sent. */
  linkedArrivals: Float64Array,
  links: Float64Array,
  /** Those that were right for the person. */
  rightLinks: Float64Array,
  started: Float64Array,
  failed: Float64Array,
  metLinks: Float64Array,
  overPlaces: Float64Array,
  closed: Float64Array,
  opened: Float64Array,
  /** People in place times what quality lacks, for want of places or of money. */
  lostQuality: Float64Array,
} as const;

/** Of the whole run. */
export const RUN = {
  held: Float64Array,
  calls: Float64Array,
  onward: Float64Array,
} as const;
