import { DEFAULT_SEED } from "../../../sim/experiment/defaults.ts";
import { isSeed, SEED_IN_WORDS } from "../../../sim/experiment/door.ts";
import { messages } from "../../messages/index.ts";
import { refuse, single, TEXT, type TextOption } from "./text.ts";

/** Declares `--seed`. */
export const SEED = {
  ...TEXT,
  defaultDescription: DEFAULT_SEED,
  describe:
    "Random seed, any text; scenarios with the same seed share random numbers, and the same seed gives " +
    "the same bytes",
} as const;

/** Reads `--seed`. */
export function readSeed(given: TextOption): string {
  const seed = single("seed", given) ?? DEFAULT_SEED;
  if (isSeed(seed)) return seed;
  return refuse(
    seed === "" ? messages.noValue("seed", SEED_IN_WORDS) : messages.noneOf("seed", seed, [SEED_IN_WORDS]),
  );
}
