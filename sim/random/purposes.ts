/**
 * Lists what draws are for. One decision, one purpose, one uniform: two decisions never share a draw. The
 * number is part of the counter, so a number once given is never used for anything else (golden tests pin
 * them). Up to 255; what tells occasions of one purpose apart further (need, attempt) goes above these eight
 * bits.
 */
export const PURPOSE = {
  // a candidate of a practice's block
  candidateGap: 1,
  candidateRegister: 2,
  candidateAccepted: 3,
  // a person
  quintile: 10,
  sex: 11,
  ageBand: 12,
  readiness: 13,
  // an episode
  source: 20,
  crisisAtReferral: 21,
  patience: 22,
  uptake: 23,
  needCount: 24,
  needKind: 25,
  needFocus: 26,
  needSeverity: 27,
  needWork: 28,
  attendance: 29,
  gap: 30,
  leaving: 31,
  crisisGap: 32,
  serviceMinutes: 33,
  returns: 34,
  returnDelay: 35,
  selfHelp: 36,
  selfHelpPlace: 37,
  contactMode: 38,
  reliance: 39,
  benefit: 40,
  saysSo: 41,
  // a link of an episode
  choice: 50,
  fit: 51,
  calls: 52,
  eligible: 53,
  notRight: 54,
  rank: 55,
  queuePatience: 56,
  takeUp: 57,
  timeInPlace: 58,
  met: 59,
  misread: 60,
  onward: 61,
  onwardPlace: 62,
  // a post
  known: 80,
  tie: 81,
  belief: 82,
  absence: 83,
  tenure: 84,
  contactTenure: 85,
  cutLot: 86,
  sickness: 87,
  // an organisation
  backgroundArrivals: 100,
  backgroundCrisis: 101,
  backgroundLeavers: 102,
  backgroundGivesUp: 103,
  crisisGivesUp: 104,
  grantOffset: 105,
  grantRenewal: 106,
  shockHit: 107,
  growthFunding: 108,
  displaced: 109,
  displacedCrisis: 110,
  displacedTo: 111,
  slotVacant: 112,
  partOfPlace: 113,
  // a practice
  driver: 120,
  listSize: 121,
  deprivedShare: 122,
  usualCare: 123,
  usualCarePlace: 124,
  presence: 125,
  // a varied parameter of a sweep
  designStratum: 140,
  designPlace: 141,
  designScramble: 142,
  /** Which row of a design a resample takes. */
  bootstrapRow: 143,

  // what is left of parameters' space
  calibrationWalk: 150,
} as const;

/** Puts a need or option number (0 to 4095) and an attempt (0 to 255) above the purpose's eight bits. */
export function within(purpose: number, part: number, attempt = 0): number {
  return purpose | (part << 8) | (attempt << 20);
}
