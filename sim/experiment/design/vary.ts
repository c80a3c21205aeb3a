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
import { varyByDistribution } from "./vary-distribution.ts";
import { varyList } from "./vary-list.ts";
import { varyNumbers } from "./vary-numbers.ts";

/** Holds what somebody wrote about one parameter, and where. */
export interface Variation {
  readonly path: string;
  /**
   * A range `A:B:STEP` or `A:B`, one with a distribution (`log:A:B`, `beta:A:MODE:B`), a list `a,b,c` in one
   * text, or its members.
   */
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
  { isListed = false }: { readonly isListed?: boolean } = {},
): readonly PlacedParameter[] {
  const varied: PlacedParameter[] = [];
  const paths = new Set<string>();
  for (const { path, values, place } of variations) {
    const refuse = (at: string, fault: Fault): void =>
      report({ ...place, path: at, ...fault, severity: "error" });
    const together = splitOutsideBrackets(path, ",").map((one): PlacedValues | undefined => {
      const parameter = findParameter(one);
      if (!isParameter(parameter)) {
        refuse(one, parameter);
        return undefined;
      }
      if (paths.has(parameter.path)) {
        const hint = "Put all its values into one.";
        refuse(parameter.path, {
          found: "the parameter a second time",
          expected: "each parameter once",
          hint,
        });
        return undefined;
      }
      paths.add(parameter.path);
      const read = readValues(parameter, values, isListed);
      if (!("found" in read)) return { path: parameter.path, read };
      refuse(parameter.path, read);
      return undefined;
    });
    const [first] = together;
    if (first === undefined || together.includes(undefined)) continue;
    const name = together.map((one) => one?.path).join(",");
    varied.push({ parameter: { path: name, ...first.read }, place });
  }
  return varied;
}

/** One of the parameters that a variation names, and what varies. */
interface PlacedValues {
  readonly path: string;
  readonly read: Omit<VariedParameter, "path">;
}

function readValues(parameter: Parameter, values: string | readonly string[], isListed: boolean): Varied {
  if (typeof values !== "string") return varyList(parameter, values, isListed);
  const text = values.trim();
  if (text === "") return { found: "no values", expected: EXPECTED };
  const byDistribution = varyByDistribution(parameter, text);
  if (byDistribution !== undefined) return byDistribution;
  const isTime = parameter.leaves.some(({ leaf }) => leaf === "timeOfDay");
  const ends = isTime ? [] : splitOutsideBrackets(text, ":");
  if (ends.length > 3) return { found: JSON.stringify(text), expected: EXPECTED };
  if (ends.length >= 2) return readRange(parameter, text, ends);
  const members = splitOutsideBrackets(text, ",");
  if (members.length > 1) return varyList(parameter, members, isListed);
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
