import { NONE_ALONE_DECIDES, NOTHING_DECIDES } from "../../../sim/ensemble/measure-sentence.ts";
import { briefMeaning } from "../../../sim/words/brief-meaning.ts";
import type { SlotText } from "./front-slots.ts";

/** Says in a few words what to measure first, before the sentence that a results folder keeps of it. */
export function measureFirstSlot(text: string, wordsOf: (path: string) => string): SlotText {
  if (text === NOTHING_DECIDES) return { gist: "nothing would change the order", text };
  if (text === NONE_ALONE_DECIDES) return { gist: "no number by itself", text };
  const path = /^Measure first: ([^;]+);/.exec(text)?.[1];
  return path === undefined ? { text } : { gist: briefMeaning(wordsOf(path)), text };
}
