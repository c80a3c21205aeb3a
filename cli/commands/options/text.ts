import { messages } from "../../messages/index.ts";
import { badInput } from "../../terminal/exit-codes.ts";

/** What yargs hands over for an option that takes one text: an array if it was given more than once. */
export type TextOption = string | readonly string[] | undefined;

/**
 * Declares what all options that take one text have in common: each arrives as text and is read by our own
 * functions, so that nothing is guessed.
 */
export const TEXT = { type: "string", requiresArg: true } as const;

/** Returns the text of an option that may be given once. */
export function single(option: string, given: TextOption): string | undefined {
  if (typeof given === "string" || given === undefined) return given;
  throw badInput(messages.givenTwice(option));
}

/** Reads an option that is a whole number from 1; undefined if it was not given. */
export function readCount(option: string, given: TextOption, max: number): number | undefined {
  const text = single(option, given);
  if (text === undefined) return undefined;
  return wholeNumber(text, max) ?? refuse(messages.badCount(option, text, max));
}

/** Reads a list with commas; undefined if it was not given. */
export function readList(option: string, given: TextOption): readonly string[] | undefined {
  const text = single(option, given);
  if (text === undefined) return undefined;
  const members = text.split(",").map((member) => member.trim());
  return members.includes("") ? refuse(messages.noValue(option, "names between commas")) : members;
}

/** Reads a whole number from 1 to a maximum; undefined if the text is none. */
export function wholeNumber(text: string, max: number): number | undefined {
  const number = /^[0-9]{1,12}$/.test(text) ? Number(text) : Number.NaN;
  return number >= 1 && number <= max ? number : undefined;
}

/** Refuses what was given. */
export function refuse(message: string): never {
  throw badInput(message);
}
