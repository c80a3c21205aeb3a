import { messages } from "../../messages/index.ts";
import type { Place } from "../../work/place.ts";
import { refuse, single, TEXT, type TextOption } from "./text.ts";

/** Declares `--on-error`. */
export const ON_ERROR = {
  ...TEXT,
  defaultDescription: "stop",
  describe: "Whether a part that fails ends the work, or is told at the end: stop or continue",
} as const;

/** Reads `--on-error`. */
export function readOnError(given: TextOption): Place["onError"] {
  const text = single("on-error", given) ?? "stop";
  return text === "stop" || text === "continue"
    ? text
    : refuse(messages.noneOf("on-error", text, ["stop", "continue"]));
}
