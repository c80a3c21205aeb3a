/** Says how much is to be played: a number of replications, or until a precision is reached. */
export type Extent =
  | { readonly kind: "replications"; readonly count: number }
  | { readonly kind: "precision"; readonly relative: number };

/** Replications that are played where nobody says how many. */
export const DEFAULT_REPLICATIONS = 100;
