import { messages } from "../messages/index.ts";
import { badInput } from "../terminal/exit-codes.ts";
import type { LeverValues } from "./plan-lever.ts";
import { poundsOf } from "./pounds-of.ts";

/** What levers cost a year. */
export interface Prices {
  /** Adds up what levers with a price cost at a value of each, in GBP. */
  readonly priced: (places: readonly number[]) => number;
  /** Whether a lever has no price, so that what the programme costs in the model counts. */
  readonly countsProgramme: boolean;
}

/**
 * Reads `PATH=GBP`, the price a year of one unit of a lever. A lever of money is its own price; where a lever
 * has none, what the programme costs in the model counts too.
 */
export function pricesOf(levers: readonly LeverValues[], written: readonly string[]): Prices {
  const prices = new Map<string, number>();
  for (const text of written) {
    const cut = text.lastIndexOf("=");
    const [path, price] = [text.slice(0, cut).trim(), poundsOf(text.slice(cut + 1))];
    if (cut < 0 || price === null || price < 0) throw badInput(messages.badLeverPrice(text));
    if (levers.every((lever) => lever.path !== path))
      throw badInput(
        messages.priceOfNone(
          path,
          levers.map((lever) => lever.path),
        ),
      );
    prices.set(path, price);
  }
  const perValue = levers.map(({ path, values }) => {
    const price = prices.get(path);
    const own = values.map(({ text }) => (/GBP/.test(text) ? poundsOf(text) : null));
    if (price === undefined) return own.includes(null) ? null : own.map((value) => value ?? 0);
    const numbers = values.map(({ text }) => Number(/^[-\d.]+/.exec(text)?.[0]));
    if (numbers.some(Number.isNaN)) throw badInput(messages.priceWithoutNumber(path));
    return numbers.map((number) => number * price);
  });
  return {
    priced: (places) => perValue.reduce((sum, of, lever) => sum + (of?.[places[lever]] ?? 0), 0),
    countsProgramme: perValue.includes(null),
  };
}
