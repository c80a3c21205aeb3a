import { addMonths, civilDate, dayNumber } from "../../engine/civil-date.ts";
import { faultOfValue, type Parameter } from "../../scenario/parameter.ts";
import type { Varied, VariedValue } from "./varied-parameter.ts";
import { MAX_LEVELS } from "./vary-numbers.ts";

const STEP = /^(\d{1,5}) ?(days?|weeks?|months?|years?)$/;

/**
 * Reads the range `DATE:DATE:STEP` or `DATE:DATE`: steps are days, weeks, or months and years of the
 * calendar, counted from the first date.
 */
export function varyDates(parameter: Parameter, ends: readonly string[]): Varied {
  const [first, last, step] = ends;
  for (const end of [first, last]) {
    const fault = faultOfValue(parameter, end);
    if (fault !== undefined) return fault;
  }
  const low = dayNumber(first);
  const high = dayNumber(last);
  const found = JSON.stringify(ends.join(":"));
  if (high <= low) return { found, expected: "a range from an earlier date to a later one" };
  const range = { kind: "days" as const, low, count: high - low + 1 };
  if (step === undefined) return { kind: "text", unit: "", levels: null, range };
  const [, size, unit] = STEP.exec(step) ?? [];
  if (size === undefined || Number(size) === 0)
    return { found: JSON.stringify(step), expected: "a step such as 3 months, 2 weeks or 10 days" };
  const levels: VariedValue[] = [];
  for (let i = 0; ; i++) {
    const date = later(first, low, i * Number(size), unit);
    if (date > last) break;
    if (levels.length === MAX_LEVELS) return { found, expected: `at most ${MAX_LEVELS} steps` };
    levels.push({ value: date, text: date });
  }
  if (levels.length === 1) return { found, expected: "a step no longer than the range" };
  return { kind: "text", unit: "", levels, range };
}

function later(first: string, low: number, count: number, unit: string): string {
  if (unit.startsWith("month")) return addMonths(first, count);
  if (unit.startsWith("year")) return addMonths(first, 12 * count);
  return civilDate(low + count * (unit.startsWith("week") ? 7 : 1));
}
