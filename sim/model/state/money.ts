import type { Layout } from "../layout.ts";

/** Holds the organisations' money, in pence. */
export type Money = ReturnType<typeof makeMoney>;

/** Makes room for the accounts of each organisation; funding gives each its opening balance. */
export function makeMoney({ organisations }: Layout) {
  const n = organisations.length;
  return {
    /** Yearly core income, and the yearly income of one grant. */
    coreIncome: new Float64Array(n),
    grantIncome: new Float64Array(n),
    reserves: new Float64Array(n),
    openingReserves: new Float64Array(n),
    totalIncome: new Float64Array(n),
    totalSpend: new Float64Array(n),
    /** Minute at which the places change to what income pays; -1 for no notice running. */
    noticeEndsAt: new Int32Array(n),
    /** Grants held, a bit for each. */
    grantsHeld: new Int32Array(n),
    /** What grants of the timeline and growth funding pay in a year, and when growth funding ends. */
    extraIncome: new Float64Array(n),
    growthEndsAt: new Float64Array(n),
  } as const;
}

/** Empties what no opening balance sets. */
export function resetMoney(money: Money): void {
  money.extraIncome.fill(0);
  money.growthEndsAt.fill(0);
}
