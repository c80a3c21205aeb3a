import type { Fault, Parameter } from "../../scenario/parameter.ts";
import { digitsAt } from "./decimal.ts";
import { readNumberTexts } from "./number-texts.ts";
import { splitOutsideBrackets } from "./split-outside-brackets.ts";
import type { RangeDistribution, Varied } from "./varied-parameter.ts";
import { varyNumbers } from "./vary-numbers.ts";

const WRITTEN = /^(log|beta):(.*)$/;
const EXPECTED = "log:A:B with A over 0, or beta:A:MODE:B";

/** Reads `log:A:B` or `beta:A:MODE:B`, a range with a distribution of its own; undefined for any other. */
export function varyByDistribution(parameter: Parameter, text: string): Varied | undefined {
  const [, distribution, rest] = WRITTEN.exec(text) ?? [];
  if (distribution === undefined || rest === undefined) return undefined;
  const fault: Fault = { found: JSON.stringify(text), expected: EXPECTED };
  const ends = splitOutsideBrackets(rest, ":");
  if (ends.length !== (distribution === "log" ? 2 : 3) || ends.includes("")) return fault;
  const numbers = readNumberTexts(parameter, ends);
  // What is wrong with its ends, such as a unit that is missing, is told as of a range without distribution.
  if (numbers === undefined) {
    const plain = varyNumbers(parameter, [ends[0], ends[ends.length - 1]]);
    return "found" in plain ? plain : fault;
  }
  if ("found" in numbers) return numbers;
  const places = numbers.decimals.reduce((most, decimal) => Math.max(most, decimal.places), 0);
  const digits = numbers.decimals.map((decimal) => digitsAt(decimal, places) ?? 0);
  const [low] = digits;
  const high = digits[digits.length - 1];
  if (distribution === "log" && low <= 0) return fault;
  if (distribution === "beta" && (digits[1] < low || digits[1] > high)) return fault;
  const varied = varyNumbers(parameter, [ends[0], ends[ends.length - 1]]);
  if ("found" in varied || varied.range?.kind !== "numbers") return varied;
  const its: RangeDistribution =
    distribution === "log" ? { kind: "log" } : { kind: "beta", mode: (digits[1] - low) / (high - low) };
  return { ...varied, range: { ...varied.range, distribution: its } };
}
