import type { MeasurePlan, ReplicationResult } from "../../sim/measures/result.ts";
import { CELLS } from "../../sim/tables/cells.ts";
import { tableBuilder } from "../../sim/tables/make-table.ts";
import type { Table } from "../../sim/tables/table.ts";
import { numbersDigest, planText, sha256 } from "../store/digests.ts";
import { blocksOf } from "../store/stored-executor.ts";

/** Returns the digest of a cell's replications, given that of their plan. */
export type CellDigest = (planDigest: string, results: readonly ReplicationResult[]) => string;

/** Returns the digests of a scenario's replications, cut as cells are; `point` is that of a sweep. */
export function cellsTable(
  plan: MeasurePlan,
  results: readonly ReplicationResult[],
  detail: "full" | "summary",
  {
    point = null,
    digest = numbersDigest,
  }: { readonly point?: number | null; readonly digest?: CellDigest | undefined } = {},
): Table {
  const table = tableBuilder(CELLS);
  const planDigest = sha256(planText(plan));
  const numbers = results.map(({ replication }) => replication);
  for (const { from, before } of blocksOf({ detail }, numbers)) {
    const part = results.filter(({ replication }) => replication >= from && replication < before);
    table.add({
      scenario: plan.scenario,
      point,
      first_replication: from,
      last_replication: before - 1,
      sha256: digest(planDigest, part),
    });
  }
  return table.build();
}
