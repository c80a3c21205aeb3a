/** The random seed of whatever is simulated where nobody names one. */
export const DEFAULT_SEED = "1";

/** Replications that are simulated where nobody says how many. */
export const DEFAULT_REPLICATIONS = 100;
