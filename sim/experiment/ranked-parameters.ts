import type { MorrisEffect } from "../sensitivity/morris.ts";
import type { VarianceIndices } from "../sensitivity/variance.ts";
import type { ResultSensitivity, Sensitivity } from "./sensitivity.ts";
import type { SensitivityParameter } from "./sensitivity-plan.ts";

/** What is known of one parameter for one result. */
export interface RankedParameter {
  readonly parameter: SensitivityParameter;
  readonly effect: MorrisEffect;
  /** Null for a parameter that the screening did not keep, and where parameters are not told from chance. */
  readonly indices: VarianceIndices | null;
  /** Whether the bootstrap does not settle that it matters more than the next. */
  readonly isUnsettled: boolean;
}

/** Bootstrap chance of a swap over which the order of two parameters is unsettled. */
const UNSETTLED = 0.05;

/**
 * Ranks the parameters of a result: those that the screening kept by their total share of variance, then the
 * others by mu*; all by mu* where there are no shares, or where what they are shares of may be 0.
 */
export function rankedParameters(
  { plan, kept }: Pick<Sensitivity, "plan" | "kept">,
  { effects, variance }: ResultSensitivity,
): readonly RankedParameter[] {
  const parts = hasParametersBeyondChance(variance) ? variance : null;
  const ranked = effects.map((effect, i): RankedParameter => {
    const place = kept.indexOf(i);
    const indices = parts === null || place < 0 ? null : parts.indices[place];
    const swap = indices === null ? effect.swap : indices.swap;
    return { parameter: plan.parameters[i], effect, indices, isUnsettled: (swap ?? 0) > UNSETTLED };
  });
  const total = ({ indices }: RankedParameter): number =>
    indices === null ? Number.NEGATIVE_INFINITY : (indices.total.estimate ?? 0);
  return ranked.toSorted((a, b) => {
    if (total(a) !== total(b)) return total(b) - total(a);
    return b.effect.muStar - a.effect.muStar;
  });
}

const hasParametersBeyondChance = (variance: ResultSensitivity["variance"]): boolean =>
  (variance?.shares.parameters.ciLow ?? 0) > 0;
