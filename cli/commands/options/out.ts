import { messages } from "../../messages/index.ts";
import { refuse, single, TEXT, type TextOption } from "./text.ts";

/** Declares `--out`. */
export const OUT = {
  ...TEXT,
  describe: "Folder for the tables; made, or replaced if it holds nothing but unchanged linksim results",
} as const;

/** Reads `--out`; undefined if it was not given. */
export function readOut(given: TextOption): string | undefined {
  const out = single("out", given);
  return out === "" ? refuse(messages.noValue("out", "a folder")) : out;
}
