import { numberWords } from "../figures/internal/words.ts";

const UNITS = [
  ["week", 10_080],
  ["day", 1440],
  ["hour", 60],
  ["minute", 1],
] as const;

/** Writes minutes in the largest unit that gives a whole number. */
export function durationText(minutes: number): string {
  const [unit, length] = UNITS.find(([, each]) => minutes >= each && minutes % each === 0) ?? ["minute", 1];
  const count = minutes / length;
  return `${numberWords(count, 0)} ${count === 1 ? unit : `${unit}s`}`;
}
