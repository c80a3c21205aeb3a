import { keptPlaces } from "../../sim/findings/kept-values.ts";
import type { MeasureKey } from "../../sim/measures/result.ts";
import { cellsOf } from "../../sim/tables/columns-of.ts";
import { presentCell } from "../../sim/tables/make-table.ts";
import { REPLICATIONS } from "../../sim/tables/replications.ts";
import type { Table, TableDeclaration } from "../../sim/tables/table.ts";
import type { OpenedResults } from "../results/open-results.ts";
import type { ScenarioRun } from "../work/replicate-all.ts";
import type { CompletedTables } from "../work/run-files.ts";

const KEY = ["metric", "group_by", "group"] as const;

/** Rows that a sample cannot make again, taken from the folder. */
export interface ToldRows {
  readonly completed: CompletedTables;
  /** Names the tables of which rows were taken, once they were written. */
  readonly tables: ReadonlySet<string>;
}

/**
 * Of a folder that keeps headlines of each replication alone, takes the rows of other metrics and groups as
 * the folder has them: what the replications measured of them that were passed over is nowhere.
 */
export function toldRows(results: OpenedResults, runs: readonly ScenarioRun[]): ToldRows {
  const unkept = unkeptIn(runs);
  const tables = new Set<string>();
  return {
    tables,
    async *completed(declaration, made) {
      const hasKey = KEY.every((key) => declaration.columns.some(({ name }) => name === key));
      const held =
        hasKey && declaration.name !== REPLICATIONS.name ? await results.tableAs(declaration) : undefined;
      let before = 0;
      for (const table of made) {
        yield held === undefined ? table : completedTable(table, held, before);
        before += table.rows;
      }
    },
  };

  function completedTable(table: Table, held: Table, before: number): Table {
    const [ofMade, ofHeld] = [table, held].map(keyReader);
    const isTold = (row: number): boolean =>
      before + row < held.rows && unkept.has(ofMade(row)) && ofMade(row) === ofHeld(before + row);
    const told = Array.from({ length: table.rows }, (_, row) => isTold(row));
    if (!told.includes(true)) return table;
    tables.add(table.declaration.name);
    const columns = table.columns.map((cells, column) =>
      told.map((isHeld, row) =>
        presentCell((isHeld ? held.columns[column][before + row] : cells[row]) ?? null),
      ),
    );
    return { ...table, columns };
  }
}

/** Lists what is measured and, in one of the scenarios, not kept of each replication. */
function unkeptIn(runs: readonly ScenarioRun[]): ReadonlySet<string> {
  return new Set(
    runs.flatMap(({ plan, named: { scenario } }) => {
      const kept = new Set(keptPlaces(plan, scenario));
      return plan.metrics.flatMap((key, place) => (kept.has(place) ? [] : [nameOf(key)]));
    }),
  );
}

const nameOf = ({ metric, groupBy, group }: MeasureKey): string => [metric, groupBy, group].join("\0");

function keyReader(table: Table<TableDeclaration["columns"][number]>): (row: number) => string {
  const columns = KEY.map((key) => cellsOf(table, key));
  return (row) => columns.map((cells) => presentCell(cells[row])).join("\0");
}
