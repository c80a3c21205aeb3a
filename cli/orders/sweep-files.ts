import { type SweepPoint, sweepPoints } from "../../sim/experiment/design/points.ts";
import type { Player } from "../../sim/experiment/player.ts";
import { range } from "../../sim/experiment/replicate.ts";
import { type PointResults, sweep } from "../../sim/experiment/sweep.ts";
import type { MeasurePlan } from "../../sim/measures/result.ts";
import { CELLS } from "../../sim/tables/cells.ts";
import { designDeclaration, designTable } from "../../sim/tables/design.ts";
import { DICTIONARY, dictionaryTable } from "../../sim/tables/dictionary.ts";
import { tableBuilder } from "../../sim/tables/make-table.ts";
import { sweepDeclaration, sweepTable } from "../../sim/tables/sweep.ts";
import type { Table, TableDeclaration } from "../../sim/tables/table.ts";
import type { RunFile } from "../results/run-files.ts";
import { filePieces } from "../results/table-pieces.ts";
import { numbersDigest, planText, sha256 } from "../store/digests.ts";
import { blocksOf } from "../store/stored-player.ts";
import type { SweepOrder } from "./order.ts";
import type { SweepWork } from "./sweep-work.ts";

/** Lists the tables of a sweep as files; each reads the played points anew, one at a time, since thousands would not fit in memory. */
export function sweepFiles(
  order: SweepOrder,
  work: SweepWork,
  player: Player,
  without: ReadonlySet<number>,
): readonly RunFile[] {
  const { plan, load } = work;
  const results = (): AsyncIterable<PointResults> => sweep(load, plan, { player, without });
  const design = designDeclaration(plan.parameters);
  const rows = sweepDeclaration(plan.parameters);
  const tables: readonly (readonly [TableDeclaration, () => AsyncIterable<Table>])[] = [
    [design, () => once(designTable(design, sweepPoints(plan)))],
    [rows, () => sweepPieces(rows, order, results())],
    [CELLS, () => cellPieces(results())],
    [DICTIONARY, () => dictionaryPieces([design, rows, CELLS, DICTIONARY], results())],
  ];
  return tables.flatMap(([declaration, make]) =>
    order.formats.map((format) => ({
      name: `${declaration.name}.${format}`,
      pieces: () => filePieces(format, declaration, make()),
    })),
  );
}

async function* once(table: Table): AsyncIterable<Table> {
  yield table;
}

async function* sweepPieces(
  declaration: TableDeclaration,
  { metrics, groups }: SweepOrder,
  results: AsyncIterable<PointResults>,
): AsyncIterable<Table> {
  for await (const { point, ...run } of results)
    yield sweepTable(declaration, point, run, { metrics, hasGroups: groups });
}

async function* cellPieces(results: AsyncIterable<PointResults>): AsyncIterable<Table> {
  for await (const { point, plan, results: replications } of results) {
    const table = tableBuilder(CELLS);
    addCells(table.add, plan, replications, point.point, "summary");
    yield table.build();
  }
}

async function* dictionaryPieces(
  declarations: readonly TableDeclaration[],
  results: AsyncIterable<PointResults>,
): AsyncIterable<Table> {
  const plans = new Map<string, MeasurePlan>();
  for await (const { plan } of results) plans.set(planText(plan), plan);
  yield dictionaryTable(declarations, [...plans.values()]);
}
