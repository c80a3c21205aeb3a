import { readTarget } from "../../sim/scenario/target.ts";

/** Reads money, with or without its unit and with or without commas, in GBP; null if it is none. */
export function poundsOf(text: string): number | null {
  const plain = text.trim().replaceAll(/(?<=\d),(?=\d{3})/g, "");
  return readTarget("GBP", /^[\d.]+$/.test(plain) ? `${plain} GBP` : plain);
}
