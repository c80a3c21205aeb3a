import { KINDS } from "../model/kinds.ts";

/** Marks some kinds among all. */
export function marked(kinds: readonly number[]): Uint8Array {
  const isOne = new Uint8Array(KINDS);
  for (const kind of kinds) isOne[kind] = 1;
  return isOne;
}
