import type { AttributionShown } from "./attribution-screen.ts";
import type { SummaryFacts } from "./summary-json.ts";

/** Returns an attribution for machines, in the units of the tables. */
export function attributionJson(
  { base, scenario, changes, replications, worlds, orders, metrics, people }: AttributionShown,
  facts: SummaryFacts,
): string {
  const told = {
    ...facts,
    base,
    scenario,
    replications,
    worlds,
    orders,
    changes: changes.map(({ name, parts }) => ({
      name,
      parts: parts.map(({ path, differences }) => ({ path, differences })),
    })),
    attribution: metrics.map(({ metric, groupBy, group, unit, difference, shares, ...ends }) => ({
      metric,
      group_by: groupBy,
      group,
      unit,
      base: ends.base,
      other: ends.other,
      n: difference.n,
      difference: difference.mean,
      ci_low: difference.ciLow,
      ci_high: difference.ciHigh,
      shares: shares.map(({ share, ordersError, ...made }, i) => ({
        change: changes[i].name,
        share: share.mean,
        ci_low: share.ciLow,
        ci_high: share.ciHigh,
        ...made,
        orders_error: ordersError,
      })),
    })),
    people: people.map((row) => ({
      what: row.outcome,
      lost_or_gained: row.change,
      because: row.because,
      group_by: row.groupBy,
      group: row.group,
      people: row.people.mean,
      ci_low: row.people.ciLow,
      ci_high: row.people.ciHigh,
    })),
  };
  return `${JSON.stringify(told, null, 1)}\n`;
}
