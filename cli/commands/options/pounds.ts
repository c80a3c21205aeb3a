import { readTarget } from "../../../sim/scenario/target.ts";
import { messages } from "../../messages/index.ts";
import { refuse, single, type TextOption } from "./text.ts";

/** Reads money, such as "600,000 GBP", in GBP; undefined if the option was not given. */
export function readPounds(option: string, given: TextOption): number | undefined {
  const text = single(option, given);
  if (text === undefined) return undefined;
  const pounds = readTarget("GBP", text.replaceAll(/(?<=\d),(?=\d{3})/g, ""));
  return pounds !== null && pounds > 0 ? pounds : refuse(messages.badPounds(option, text));
}
