import { baseValue, type Fault, type Parameter, quantityOf } from "../../scenario/parameter.ts";
import { type Decimal, readDecimal } from "./decimal.ts";

/** Holds numbers that were written in one unit, or all as factors. */
export interface NumberTexts {
  readonly kind: "number" | "factor";
  readonly unit: string;
  readonly decimals: readonly Decimal[];
}

/**
 * Takes apart `[x] number [unit]`; commas within the number only set thousands apart, and a pound sign is
 * the unit GBP.
 */
function takeApart(text: string): { isFactor: boolean; number: string; unit: string } | undefined {
  const parsed = /^(?:([x×])\s*)?(£\s*)?([-+−]?(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d+)?)\s*(.*)$/.exec(text);
  if (parsed === null || parsed[3] === "") return undefined;
  const unit = `${parsed[4]}${parsed[2] === undefined ? "" : " GBP"}`.trim().replaceAll(/\s+/g, " ");
  return { isFactor: parsed[1] !== undefined, number: parsed[3].replaceAll(",", ""), unit };
}

/**
 * Reads texts as numbers of one parameter in one unit: it stands with each of them, or once, with the last.
 * Returns a fault if they are numbers but do not go together, and undefined if one of them is no such
 * number.
 */
export function readNumberTexts(
  parameter: Parameter,
  texts: readonly string[],
): NumberTexts | Fault | undefined {
  const parts = texts.map(takeApart).filter((part) => part !== undefined);
  if (parts.length < texts.length) return undefined;
  const found = texts.join(", ");
  const decimals = parts.map(({ number }) => readDecimal(number)).filter((decimal) => decimal !== undefined);
  if (decimals.length < texts.length) return { found, expected: "numbers of at most 15 digits" };
  const factors = parts.filter(({ isFactor }) => isFactor);
  if (factors.length > 0) {
    const isPlain = factors.length === parts.length && parts.every(({ unit }) => unit === "");
    if (!isPlain || quantityOf(parameter, []) === undefined || decimals.some(({ digits }) => digits < 0))
      return undefined;
    return { kind: "factor", unit: "", decimals };
  }
  const last = parts[parts.length - 1].unit;
  const isOnce = parts.slice(0, -1).every(({ unit }) => unit === "");
  const units = isOnce ? [last] : parts.map(({ unit }) => unit);
  const whole = parts.map(({ number }, i) => `${number} ${units[isOnce ? 0 : i]}`.trim());
  const quantity = quantityOf(parameter, whole);
  if (quantity === undefined) return undefined;
  const sizes = new Set(units.map((unit) => baseValue(quantity, `1 ${unit}`.trim())));
  if (sizes.size > 1) {
    const hint = "Write one unit with each number, or once, after the last.";
    return { found, expected: "numbers in one unit", hint };
  }
  // "1 week, 4 weeks" are both in weeks.
  const unit = units.reduce((longest, each) => (each.length > longest.length ? each : longest));
  return { kind: "number", unit, decimals };
}
