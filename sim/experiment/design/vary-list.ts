import { type Fault, faultOfValue, type Parameter } from "../../scenario/parameter.ts";
import { decimalText } from "./decimal.ts";
import { readNumberTexts } from "./number-texts.ts";
import { numberValue, type Varied } from "./varied-parameter.ts";

/**
 * Reads a list of values, as numbers if all are in one unit or all are factors, or else as text. The values
 * of listed points, `isListed`, may repeat, and may be one.
 */
export function varyList(parameter: Parameter, members: readonly string[], isListed = false): Varied {
  const found = members.join(",");
  if (members.length < 2 && !isListed) return { found, expected: "two values or more" };
  if (members.some((member) => /^0\d/.test(member) && /^\d+( .*)?$/.test(member) && !isTime(parameter))) {
    const hint = "A comma parts values; write 42000, not 42,000.";
    return { found, expected: "numbers without zeros in front", hint };
  }
  const numbers = readNumberTexts(parameter, members);
  if (numbers !== undefined && "found" in numbers) return numbers;
  const levels =
    numbers === undefined
      ? members.map((text) => ({ value: text, text }))
      : numbers.decimals.map((decimal) => numberValue(numbers, decimalText(decimal)));
  const texts = new Set<string>();
  for (const { text } of levels) {
    const fault: Fault | undefined = faultOfValue(parameter, text);
    if (fault !== undefined) return fault;
    if (texts.has(text) && !isListed)
      return { found: `${JSON.stringify(text)} twice`, expected: "each value once" };
    texts.add(text);
  }
  return { kind: numbers?.kind ?? "text", unit: numbers?.unit ?? "", levels, range: null };
}

const isTime = ({ leaves }: Parameter): boolean => leaves.some(({ leaf }) => leaf === "timeOfDay");
