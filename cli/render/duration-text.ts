import { countText } from "./number-text.ts";

const UNITS = [
  ["week", 10_080],
  ["day", 1440],
  ["hour", 60],
  ["minute", 1],
] as const;

/** Writes minutes in the largest unit that gives a whole number. */
export function durationText(minutes: number): string {
  for (const [unit, length] of UNITS) {
    if (minutes >= length && minutes % length === 0) return countText(minutes / length, unit);
  }
  return countText(minutes, "minute");
}
