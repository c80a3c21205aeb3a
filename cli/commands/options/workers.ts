import { availableParallelism } from "node:os";
import { messages } from "../../messages/index.ts";
import { MAX_WORKERS } from "../../threads/max-workers.ts";
import { refuse, single, TEXT, type TextOption, wholeNumber } from "./text.ts";

/** Declares `--workers`. */
export const WORKERS = {
  ...TEXT,
  defaultDescription: "every core",
  describe: "Threads to use; results never depend on it",
} as const;

/** Reads `--workers`. */
export function readWorkers(given: TextOption): number {
  const text = single("workers", given);
  if (text === undefined) return Math.min(MAX_WORKERS, availableParallelism());
  return wholeNumber(text, MAX_WORKERS) ?? refuse(messages.badWorkers(text, MAX_WORKERS));
}
