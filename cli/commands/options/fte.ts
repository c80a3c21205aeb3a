import { messages } from "../../messages/index.ts";
import { refuse, single, type TextOption } from "./text.ts";

/** More full-time equivalents than any service has. */
const MAX_FTE = 100_000;

/** Reads full-time equivalents, such as "1.5 fte"; undefined if the option was not given. */
export function readFte(option: string, given: TextOption): number | undefined {
  const text = single(option, given);
  if (text === undefined) return undefined;
  const [, number] = /^\s*(\d+(?:\.\d+)?|\.\d+)\s*(?:fte|full-time equivalents?)?\s*$/i.exec(text) ?? [];
  const fte = Number(number);
  return number !== undefined && fte > 0 && fte <= MAX_FTE ? fte : refuse(messages.badFte(option, text));
}
