import type { BeforeAfter, Narrowed } from "../../sim/ensemble/before-after.ts";
import type { HeadlineRange } from "../../sim/ensemble/headlines.ts";
import type { DifferencePrecision } from "../../sim/experiment/difference-precision.ts";
import type { GainedLost } from "../../sim/findings/gained-lost.ts";
import type { EnsembleWidths } from "../../sim/findings/not-known.ts";
import type { VariantOf } from "../scenarios/variant-of.ts";
import type { SummaryInput } from "./summary-input.ts";

/** What a comparison shows of a world beside the base. */
export interface ComparedInput {
  readonly run: SummaryInput;
  readonly gainedLost: readonly GainedLost[];
  readonly known: DifferencePrecision | null;
}

/**
 * A base and the other worlds under another assumption that both name; null for one that does not name it.
 */
export interface VariantInput extends Pick<VariantOf, "name" | "why"> {
  readonly base: SummaryInput;
  readonly others: readonly (SummaryInput | null)[];
}

/** What an ensemble says of what is shown. */
export interface NotKnownInput {
  readonly widths: EnsembleWidths;
  readonly ranges: readonly HeadlineRange[];
  /** In how many members there are fewer people, where they are too few for ranges. */
  readonly inHowMany?: readonly string[];
  /** What the published figures narrow; null or left out where that is not asked. */
  readonly decision?: {
    readonly ranges: readonly BeforeAfter[];
    readonly narrowed: readonly Narrowed[];
  } | null;
}

/** What a comparison shows. */
export interface CompareInput {
  /** What an ensemble says; left out, or undefined, without one. */
  readonly notKnown?: NotKnownInput | undefined;
  readonly base: SummaryInput;
  readonly others: readonly ComparedInput[];
  readonly variants: readonly VariantInput[];
}
