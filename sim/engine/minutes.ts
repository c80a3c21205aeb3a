/** Says how many minutes, the unit of time of a run, are in a longer one. */
export const MINUTES_PER_HOUR = 60;
export const MINUTES_PER_DAY = 1440;
export const MINUTES_PER_WEEK = 10_080;
export const MINUTES_PER_YEAR = 525_960;
