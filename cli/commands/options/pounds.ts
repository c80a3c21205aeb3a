import { messages } from "../../messages/index.ts";
import { poundsOf } from "../../work/pounds-of.ts";
import { refuse, single, type TextOption } from "./text.ts";

/** Reads money, such as "600,000 GBP", in GBP; undefined if the option was not given. */
export function readPounds(option: string, given: TextOption): number | undefined {
  const text = single(option, given);
  if (text === undefined) return undefined;
  const pounds = poundsOf(text);
  return pounds !== null && pounds > 0 ? pounds : refuse(messages.badPounds(option, text));
}
