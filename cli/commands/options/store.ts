import { messages } from "../../messages/index.ts";
import { refuse, single, TEXT, type TextOption } from "./text.ts";

/** Declares `--store`. */
export const STORE = {
  ...TEXT,
  defaultDescription: "OUT.cells, until the tables are whole",
  describe:
    "Folder that keeps what was simulated: an interrupted command goes on from there, and none " +
    "simulates it again",
} as const;

/** Reads `--store`; undefined if it was not given. */
export function readStore(given: TextOption): string | undefined {
  const store = single("store", given);
  return store === "" ? refuse(messages.noValue("store", "a folder")) : store;
}
