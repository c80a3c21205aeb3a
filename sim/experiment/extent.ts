import { DEFAULT_REPLICATIONS } from "./defaults.ts";

/** Says how much is to be simulated: a number of replications, or until a precision is reached. */
export type Extent = Replications | { readonly kind: "precision"; readonly relative: number };

/** Asks for a number of replications. */
export interface Replications {
  readonly kind: "replications";
  readonly count: number;
}

/** Completes what was asked for: a number stands for as many replications. */
export function extentOf<Other>(
  asked: number | Replications | Other = DEFAULT_REPLICATIONS,
): Replications | Other {
  if (typeof asked !== "number") return asked;
  if (!Number.isInteger(asked) || asked < 1)
    throw new RangeError(`replications: found ${asked}, expected a whole number from 1`);
  return { kind: "replications", count: asked };
}
