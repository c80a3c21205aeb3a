import { DEFAULT_REPLICATIONS } from "./defaults.ts";
import { MAX_REPLICATIONS, refuseOption, wholeOption } from "./door.ts";

/** Says how much is to be simulated: a number of replications, or until a precision is reached. */
export type Extent = Replications | { readonly kind: "precision"; readonly relative: number };

/** Asks for a number of replications. */
export interface Replications {
  readonly kind: "replications";
  readonly count: number;
}

/**
 * Completes what was asked for: a number stands for as many replications. Throws a RangeError for what is
 * none; `other` checks what is asked for in another way, and what cannot be known is refused.
 */
export function extentOf<Other extends { readonly kind: string }>(
  asked: number | Replications | Other = DEFAULT_REPLICATIONS,
  other: { readonly kind: Other["kind"]; readonly check: (asked: Other) => void },
): Replications | Other {
  if (typeof asked !== "object" || asked === null)
    return { kind: "replications", count: wholeOption("replications", asked, 1, MAX_REPLICATIONS) };
  if (isCount(asked)) {
    wholeOption("replications", asked.count, 1, MAX_REPLICATIONS);
    return asked;
  }
  const { kind }: { readonly kind: unknown } = asked;
  if (kind !== other.kind) refuseOption("replications", `a number, or the kind "${other.kind}"`, kind);
  other.check(asked);
  return asked;
}

const isCount = (asked: Replications | { readonly kind: string }): asked is Replications =>
  asked.kind === "replications";
