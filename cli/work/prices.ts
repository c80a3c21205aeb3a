import { dayNumber } from "../../sim/engine/civil-date.ts";
import { MINUTES_PER_DAY } from "../../sim/engine/minutes.ts";
import type { Scenario } from "../../sim/scenario/schema.ts";
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
 * Reads `PATH=GBP`, the price a year of one unit of a lever. A lever of money is its own price: of a dated
 * change for as long as it lasts in the measured time, over which the programme's cost is a mean too. Where a
 * lever has no price, what the programme costs in the model counts.
 */
export function pricesOf(
  levers: readonly LeverValues[],
  written: readonly string[],
  scenario: PaidTime,
): Prices {
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
    if (price === undefined) {
      const share = shareInForce(path, scenario);
      return own.includes(null) ? null : own.map((value) => share * (value ?? 0));
    }
    const numbers = values.map(({ text }) => Number(/^[-\d.]+/.exec(text)?.[0]));
    if (numbers.some(Number.isNaN)) throw badInput(messages.priceWithoutNumber(path));
    return numbers.map((number) => number * price);
  });
  return {
    priced: (places) => perValue.reduce((sum, of, lever) => sum + (of?.[places[lever]] ?? 0), 0),
    countsProgramme: perValue.includes(null),
  };
}

type PaidTime = Pick<Scenario, "start" | "horizon" | "timeline">;

/** Gives the share of the measured time in which a dated change is in force; 1 for anything else. */
function shareInForce(path: string, { start, horizon, timeline }: PaidTime): number {
  const id = /^timeline\[(.+?)\]\./.exec(path)?.[1];
  const action = timeline.find((one) => one.id === id);
  if (action === undefined) return 1;
  const from = (dayNumber(action.date) - dayNumber(start)) * MINUTES_PER_DAY;
  const to = "lasts" in action ? from + action.lasts : Number.POSITIVE_INFINITY;
  const within = (minute: number): number => Math.min(horizon, Math.max(0, minute));
  return (within(to) - within(from)) / horizon;
}
