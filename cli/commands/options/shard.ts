import { messages } from "../../messages/index.ts";
import type { Shard } from "../../work/shard.ts";
import { refuse, single, TEXT, type TextOption } from "./text.ts";

/** Declares `--shard`. */
export const SHARD = {
  ...TEXT,
  describe: "Simulate one part of the work, K/N, such as 3/10, and keep it for linksim merge",
} as const;

/** Reads `--shard`: the K-th of N parts; undefined if it was not given. */
export function readShard(given: TextOption): Shard | undefined {
  const text = single("shard", given);
  if (text === undefined) return undefined;
  const [, part, parts] = /^([0-9]{1,6})\/([0-9]{1,6})$/.exec(text) ?? [];
  const shard = { part: Number(part), parts: Number(parts) };
  return shard.part >= 1 && shard.part <= shard.parts ? shard : refuse(messages.badShard(text));
}
