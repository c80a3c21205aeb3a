import type { EnsembleWidths, Measured } from "../../sim/findings/not-known.ts";
import { DIFFERENCES_OF_ENSEMBLE } from "../../sim/tables/differences.ts";
import { SUMMARY_OF_ENSEMBLE } from "../../sim/tables/summary.ts";
import type { Cell, TableDeclaration } from "../../sim/tables/table.ts";
import { HeldRows } from "../results/held-rows.ts";
import type { OpenedResults } from "../results/open-results.ts";

/**
 * Takes what an ensemble says from the tables of a folder: of a sample its members are not simulated again.
 */
export async function heldWidths(results: OpenedResults): Promise<EnsembleWidths> {
  const held = async (declaration: TableDeclaration, owner: readonly string[]) => {
    const table = await results.tableAs(declaration);
    return table === undefined ? undefined : new HeldRows(table, [...owner, "metric", "group_by", "group"]);
  };
  const means = await held(SUMMARY_OF_ENSEMBLE, ["scenario"]);
  const differences = await held(DIFFERENCES_OF_ENSEMBLE, ["base", "scenario"]);
  return {
    ofMean: (scenario, key) => widthsIn(means, [scenario], key),
    ofDifference: (base, scenario, key) => widthsIn(differences, [base, scenario], key),
  };
}

function widthsIn(rows: HeldRows | undefined, owner: readonly string[], key: Measured) {
  const [row] = rows?.of(...owner, key.metric, key.groupBy, key.group) ?? [];
  if (rows === undefined || row === undefined) return null;
  const number = (column: string): number | null => asNumber(rows.cell(row, column));
  return {
    rangeLow: number("range_low"),
    rangeHigh: number("range_high"),
    predictLow: number("predict_low"),
    predictHigh: number("predict_high"),
    membersShare: owner.length === 2 ? number("members_share") : null,
  };
}

const asNumber = (cell: Cell): number | null => (typeof cell === "number" ? cell : null);
