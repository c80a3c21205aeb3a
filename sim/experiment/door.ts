import { numberText } from "../words/numbers.ts";
import { visibleName } from "../words/visible.ts";

/**
 * Checks what callers hand over at the door of the library: JavaScript passes anything, whatever the types
 * say, and the command line refuses the same in the same words.
 */

/** Maximum number of replications of a run: their numbers are held in memory until they are written. */
export const MAX_REPLICATIONS = 100_000;

/** Says what a seed must be. */
export const SEED_IN_WORDS = "a text of one line without control characters, such as 1 or winter";

/** Says which whole numbers an option takes. */
export const wholeInWords = (min: number, max: number): string =>
  `a whole number from ${numberText(min, 0)} to ${numberText(max, 0)}`;

/** Says which shares a precision may be. */
export const PRECISION_IN_WORDS = "a number between 0 and 1, such as 0.05 for ± 5 % of the mean";

/** Returns a whole number within bounds; throws a RangeError for anything else. */
export function wholeOption(option: string, given: unknown, min: number, max: number): number {
  if (typeof given === "number" && Number.isInteger(given) && given >= min && given <= max) return given;
  return refuseOption(option, wholeInWords(min, max), given);
}

/** Tells whether something is a seed: a text that every screen and page shows as it is. */
export const isSeed = (given: unknown): given is string =>
  typeof given === "string" && given !== "" && visibleName(given) === given;

/** Returns a seed; throws a RangeError for anything else. */
export function seedOption(given: unknown): string {
  if (isSeed(given)) return given;
  return refuseOption("seed", SEED_IN_WORDS, given);
}

/** Returns a share between 0 and 1, neither of them; throws a RangeError for anything else. */
export function precisionOption(given: unknown): number {
  if (typeof given === "number" && given > 0 && given < 1) return given;
  return refuseOption("precision", PRECISION_IN_WORDS, given);
}

/** Refuses what is given and is none of some words. */
export function checkWord(option: string, given: unknown, known: readonly string[]): void {
  if (typeof given === "string" && known.includes(given)) return;
  refuseOption(option, `one of ${known.join(", ")}`, given);
}

/** Refuses what is given and lacks a method. */
export function checkMethod(option: string, given: unknown, method: string, expected: string): void {
  const found = typeof given === "object" && given !== null ? Reflect.get(given, method) : undefined;
  if (typeof found !== "function") refuseOption(option, expected, given);
}

/** Refuses what is given and is no function. */
export function checkFunction(option: string, given: unknown): void {
  if (typeof given !== "function") refuseOption(option, "a function", given);
}

/** Refuses what is no scenario with the rows of its template. */
export function checkRunnable(given: unknown): void {
  const { scenario, template } = typeof given === "object" && given !== null ? Object(given) : {};
  if (typeof scenario === "object" && scenario !== null && Array.isArray(template)) return;
  refuseOption("scenario", "a scenario with its template, as loadScenario returns it", given);
}

/** Refuses an option, and says what it takes. */
export function refuseOption(option: string, expected: string, given: unknown): never {
  throw new RangeError(`${option}: expected ${expected}, got ${shown(given)}.`);
}

/** Shows a value so that a number and its text are told apart. */
export function shown(given: unknown): string {
  if (typeof given === "string") return JSON.stringify(given.slice(0, 100));
  if (typeof given === "number") return `the number ${given}`;
  if (given === undefined || given === null) return "nothing";
  if (typeof given === "object") return Array.isArray(given) ? `a list of ${given.length}` : "an object";
  return typeof given === "function" ? "a function" : `${typeof given} ${String(given)}`;
}
