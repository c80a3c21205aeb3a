/** Holds a decimal number exactly: `digits` x 10^-places, with digits a safe integer. */
export interface Decimal {
  readonly digits: number;
  readonly places: number;
}

const MAX_DIGITS = 15;

/**
 * Reads a plain decimal such as `-0.25`; undefined for more than 15 digits, which a number could not hold
 * exactly.
 */
export function readDecimal(text: string): Decimal | undefined {
  const parsed = /^([-+−]?)(\d*)(?:\.(\d+))?$/.exec(text);
  if (parsed === null || (parsed[2] === "" && parsed[3] === undefined)) return undefined;
  const [, sign, whole, fraction = ""] = parsed;
  const all = `${whole}${fraction}`.replace(/^0+/, "");
  if (all.length > MAX_DIGITS || fraction.length > MAX_DIGITS) return undefined;
  const digits = Number(all) * (sign === "-" || sign === "−" ? -1 : 1);
  return { digits: digits === 0 ? 0 : digits, places: fraction.length };
}

/** Counts a decimal in units of 10^-places; undefined where that takes more than 15 digits. */
export function digitsAt({ digits, places: own }: Decimal, places: number): number | undefined {
  let scaled = digits;
  for (let i = own; i < places; i++) scaled *= 10;
  return Math.abs(scaled) < 1e15 ? scaled : undefined;
}

/** Writes a decimal without zeros at its end. */
export function decimalText({ digits, places }: Decimal): string {
  const padded = String(Math.abs(digits)).padStart(places + 1, "0");
  const whole = padded.slice(0, padded.length - places);
  const fraction = padded.slice(padded.length - places).replace(/0+$/, "");
  return `${digits < 0 ? "-" : ""}${whole}${fraction === "" ? "" : `.${fraction}`}`;
}
