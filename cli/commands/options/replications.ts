import { DEFAULT_REPLICATIONS } from "../../../sim/experiment/defaults.ts";
import { MAX_REPLICATIONS } from "../../../sim/experiment/door.ts";
import { messages } from "../../messages/index.ts";
import { refuse, single, TEXT, type TextOption, wholeNumber } from "./text.ts";

/** Declares `--replications`. */
export const REPLICATIONS = {
  ...TEXT,
  defaultDescription: String(DEFAULT_REPLICATIONS),
  describe: "How often each scenario is simulated",
} as const;

/** Reads `--replications`; undefined if it was not given. */
export function readReplications(given: TextOption): number | undefined {
  const text = single("replications", given);
  if (text === undefined) return undefined;
  return wholeNumber(text, MAX_REPLICATIONS) ?? refuse(messages.badReplications(text, MAX_REPLICATIONS));
}
