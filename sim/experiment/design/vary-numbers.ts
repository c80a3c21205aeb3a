import { baseValue, type Fault, faultOfValue, type Parameter, quantityOf } from "../../scenario/parameter.ts";
import { decimalText, digitsAt } from "./decimal.ts";
import { type NumberTexts, readNumberTexts } from "./number-texts.ts";
import { numberValue, type Varied, type VariedValue } from "./varied-parameter.ts";

/** Maximum number of levels of one parameter. */
export const MAX_LEVELS = 10_000;
/** A range without a step is split at least this finely, however coarsely its ends are written. */
const FINEST = 100_000;

/**
 * Reads the range `A:B:STEP`, its end included if a step hits it, or `A:B`, of numbers in one unit or of
 * factors; every level is an exact decimal.
 */
export function varyNumbers(parameter: Parameter, ends: readonly string[]): Varied {
  const found = JSON.stringify(ends.join(":"));
  const numbers = readNumberTexts(parameter, ends);
  if (numbers === undefined) return unreadable(parameter, ends, found);
  if ("found" in numbers) return numbers;
  const { kind, unit, decimals } = numbers;
  const places = decimals.reduce((most, decimal) => Math.max(most, decimal.places), 0);
  const [low, high, step] = decimals.map((decimal) => digitsAt(decimal, places));
  if (low === undefined || high === undefined)
    return { found, expected: "numbers of at most 15 digits in all" };
  if (high <= low) return { found, expected: "a range from a smaller number to a larger one" };
  const levelAt = (digits: number): VariedValue => numberValue(numbers, decimalText({ digits, places }));
  const levels = ends.length < 3 ? null : levelsFrom(low, high, step, levelAt);
  if (levels !== null && "found" in levels) return { ...levels, found };
  for (const { text } of levels ?? [levelAt(low), levelAt(high)]) {
    const fault = faultOfValue(parameter, text);
    if (fault !== undefined) return fault;
  }
  const range = rangeOf(parameter, numbers, low, high, places);
  return { kind, unit, levels, range };
}

function levelsFrom(
  low: number,
  high: number,
  step: number | undefined,
  levelAt: (digits: number) => VariedValue,
): readonly VariedValue[] | Fault {
  if (step === undefined || step <= 0) return { found: "", expected: "a step over 0, such as 0:1:0.25" };
  const count = Math.floor((high - low) / step) + 1;
  if (count === 1) return { found: "", expected: "a step no longer than the range" };
  if (count > MAX_LEVELS) return { found: "", expected: `at most ${MAX_LEVELS} steps` };
  return Array.from({ length: count }, (_, i) => levelAt(low + i * step));
}

/**
 * Chooses the grain: 1 where the schema wants whole numbers, else no coarser than a 100,000th of the range,
 * but no finer than the unit can hold, such as pence.
 */
function rangeOf(parameter: Parameter, numbers: NumberTexts, low: number, high: number, places: number) {
  const { kind } = numbers;
  const textOf = (digits: number, at: number) =>
    numberValue(numbers, decimalText({ digits, places: at })).text;
  const quantity = kind === "factor" ? undefined : quantityOf(parameter, [textOf(low, places)]);
  let finer = places;
  let from = low;
  let to = high;
  while (quantity?.whole !== true && to - from < FINEST) {
    if (quantity !== undefined && baseValue(quantity, textOf(1, finer + 1)) === undefined) break;
    finer++;
    from *= 10;
    to *= 10;
  }
  return { kind: "numbers" as const, low: from, count: to - from + 1, places: finer };
}

function unreadable(parameter: Parameter, ends: readonly string[], found: string): Fault {
  for (const end of ends) {
    const fault = faultOfValue(parameter, end);
    if (fault !== undefined) return fault;
  }
  const hint = "Write numbers in one unit, such as 10 %:50 %:10 %, or factors, such as x0.8:x1.2:x0.1.";
  return { found, expected: "a range of numbers", hint };
}
