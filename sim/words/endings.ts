/** Says how episodes end, as figures and pages group the ways. */
export const ENDING_WORDS = {
  finished: "Finished: no need left",
  left: "Left with needs open",
  unseen: "Gave up, declined or never came",
  open: "Still waiting or being seen",
  ended: "Their post ended",
  endedOrReviewed: "Post ended, or at most so many contacts",
} as const;
