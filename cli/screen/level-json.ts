import type { ShownLevel } from "./level-table.ts";

/** Gives a level of a lever for machines, in the units of the tables. */
export const levelJson = ({ value, fte, results, isMet, goals }: ShownLevel) => ({
  value,
  fte,
  replications: results.length,
  is_met: isMet,
  goals: goals.map(({ goal, against: { bounds }, isMet: met, isSure }) => ({
    metric: goal.metric,
    mean: bounds.mean,
    low: bounds.low,
    high: bounds.high,
    is_met: met,
    is_sure: isSure,
  })),
});
