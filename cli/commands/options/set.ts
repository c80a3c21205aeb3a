import { messages } from "../../messages/index.ts";
import { refuse } from "./text.ts";

/** Declares `--set`. */
export const SET = {
  type: "string",
  array: true,
  requiresArg: true,
  describe: "PATH=VALUE to change in every scenario; may be given often",
} as const;

/** Reads `--set`: each must have a path before `=`; the loader checks the rest. */
export function readSets(given: readonly string[] | undefined): readonly string[] {
  for (const change of given ?? []) if (!/^[^=]+=/.test(change)) refuse(messages.badSet(change));
  return given ?? [];
}
