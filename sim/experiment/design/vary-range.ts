import type { Distribution } from "../../findings/parameters.ts";
import type { RangedNumber } from "../../scenario/ranged-numbers.ts";

/** Writes the range of a number as a variation, with its distribution. */
export function variationOfRange({
  value,
  low,
  high,
  unit,
  distribution,
}: Pick<RangedNumber, "value" | "low" | "high" | "unit"> & {
  readonly distribution: Distribution;
}): string {
  const [first, last] = [low, high].map(decimal);
  if (distribution === "log-uniform" && low > 0) return `log:${first}:${last} ${unit}`.trim();
  if (distribution === "beta" && low <= value && value <= high)
    return `beta:${first}:${decimal(value)}:${last} ${unit}`.trim();
  return `${first}:${last} ${unit}`.trim();
}

/** Writes a number without an exponent. */
const decimal = (value: number): string =>
  /e/.test(String(value)) ? value.toFixed(15).replace(/\.?0+$/, "") : String(value);
