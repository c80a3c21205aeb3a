import { notKnownCells } from "../../sim/tables/not-known-columns.ts";
import { targetCells } from "../../sim/tables/target-columns.ts";
import type { Validation } from "./validation-text.ts";

/** Returns a validation for machines, in the units of the tables. */
export function validationJson(
  { scenario, seed, replications, targets, ranges }: Validation,
  written: { readonly out: string | null; readonly content_hash: string | null },
): string {
  const rows = targets.map(
    ({ target, n, mean, ciLow, ciHigh, verdict, replicationsToDecide, spreadsheet }, i) => ({
      id: target.id,
      ...targetCells(target),
      n,
      mean,
      ci_low: ciLow,
      ci_high: ciHigh,
      ...(ranges === null ? {} : notKnownCells(ranges[i])),
      spreadsheet,
      verdict,
      replications_to_decide: replicationsToDecide,
      source: target.source,
    }),
  );
  return `${JSON.stringify({ scenario, seed, replications, targets: rows, ...written }, null, 1)}\n`;
}
