import { DEFAULT_REPLICATIONS } from "../../../sim/experiment/defaults.ts";
import type { Replications } from "../../../sim/experiment/extent.ts";
import { messages } from "../../messages/index.ts";
import { readReplications } from "./replications.ts";
import { refuse, single, TEXT, type TextOption } from "./text.ts";

/** Declares `--precision` of a run. */
export const PRECISION = {
  ...TEXT,
  describe:
    "Simulate until the 95 % interval of measures.precision_on is within ± this share of the mean, " +
    "such as 0.05",
} as const;

/** Reads a precision that is a share of the mean; undefined if it was not given. */
export function readPrecision(given: TextOption): number | undefined {
  const text = single("precision", given);
  if (text === undefined) return undefined;
  const share = /^(0?\.[0-9]+)$/.test(text) ? Number(text) : Number.NaN;
  return share > 0 && share < 1 ? share : refuse(messages.badPrecision(text));
}

/**
 * Reads how much is to be simulated: `--replications`, or until the precision that was already read is
 * reached.
 */
export function readExtent<Precision>(
  replications: TextOption,
  precision: Precision | undefined,
): Replications | Precision {
  const count = readReplications(replications);
  if (precision === undefined) return { kind: "replications", count: count ?? DEFAULT_REPLICATIONS };
  return count === undefined ? precision : refuse(messages.precisionAndReplications);
}
