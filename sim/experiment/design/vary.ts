import {
  type Fault,
  faultOfValue,
  findParameter,
  isParameter,
  type Parameter,
} from "../../scenario/parameter.ts";
import type { Problem } from "../../scenario/problem.ts";
import { splitOutsideBrackets } from "./split-outside-brackets.ts";
import type { Varied, VariedParameter } from "./varied-parameter.ts";
import { varyDates } from "./vary-dates.ts";
import { varyList } from "./vary-list.ts";
import { varyNumbers } from "./vary-numbers.ts";

/** Holds what somebody wrote about one parameter, and where. */
export interface Variation {
  readonly path: string;
  /** A range `A:B:STEP` or `A:B`, a list `a,b,c` in one text, or its members. */
  readonly values: string | readonly string[];
  readonly place: Pick<Problem, "file" | "line" | "column">;
}

/** Holds a varied parameter and where it was written. */
export interface PlacedParameter {
  readonly parameter: VariedParameter;
  readonly place: Variation["place"];
}

const EXPECTED = "a range such as 10 %:50 %:10 %, or a list such as a,b,c";

/**
 * Takes `PATH=VALUES` of the command line apart; without `=` all of it is the path, which is then refused
 * for lack of values.
 */
export function variationOf(written: string): Variation {
  const cut = written.indexOf("=");
  const path = cut < 0 ? written : written.slice(0, cut);
  return { path, values: cut < 0 ? "" : written.slice(cut + 1), place: { file: "--vary" } };
}

/**
 * Reads what is to be varied, in the order given, and reports every problem: of paths, ranges, values as far
 * as the schema tells, and of paths given twice.
 */
export function readVariations(
  variations: readonly Variation[],
  report: (problem: Problem) => void,
): readonly PlacedParameter[] {
  const varied: PlacedParameter[] = [];
  const paths = new Set<string>();
  for (const { path, values, place } of variations) {
    const refuse = (at: string, fault: Fault): void =>
      report({ ...place, path: at, ...fault, severity: "error" });
    const parameter = findParameter(path);
    if (!isParameter(parameter)) {
      refuse(path, parameter);
      continue;
    }
    if (paths.has(parameter.path)) {
      const hint = "Put all its values into one.";
      refuse(parameter.path, { found: "the parameter a second time", expected: "each parameter once", hint });
      continue;
    }
    paths.add(parameter.path);
    const read = readValues(parameter, values);
    if ("found" in read) refuse(parameter.path, read);
    else varied.push({ parameter: { path: parameter.path, ...read }, place });
  }
  return varied;
}

function readValues(parameter: Parameter, values: string | readonly string[]): Varied {
  if (typeof values !== "string") return varyList(parameter, values);
  const text = values.trim();
  if (text === "") return { found: "no values", expected: EXPECTED };
  const isTime = parameter.leaves.some(({ leaf }) => leaf === "timeOfDay");
  const ends = isTime ? [] : splitOutsideBrackets(text, ":");
  if (ends.length > 3) return { found: JSON.stringify(text), expected: EXPECTED };
  if (ends.length >= 2) return readRange(parameter, text, ends);
  const members = splitOutsideBrackets(text, ",");
  if (members.length > 1) return varyList(parameter, members);
  const fault = faultOfValue(parameter, text);
  const hint = fault === undefined ? "For one value use --set." : undefined;
  return { found: JSON.stringify(text), expected: EXPECTED, ...(hint === undefined ? {} : { hint }) };
}

function readRange(parameter: Parameter, text: string, ends: readonly string[]): Varied {
  if (ends.some((end) => end === "")) return { found: JSON.stringify(text), expected: EXPECTED };
  const { leaves } = parameter;
  if (leaves.some(({ leaf }) => leaf === "date")) return varyDates(parameter, ends);
  if (leaves.some(({ leaf }) => leaf === "quantity")) return varyNumbers(parameter, ends);
  return {
    found: `the range ${JSON.stringify(text)}`,
    expected: "a list such as a,b,c",
    hint: "Only numbers and dates have ranges.",
  };
}
