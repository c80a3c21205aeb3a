import type { BeforeAfter } from "../../sim/ensemble/before-after.ts";
import type { EnsembleWidths } from "../../sim/findings/not-known.ts";
import { BEFORE_AFTER, beforeAfterTable } from "../../sim/tables/before-after.ts";
import { COMPARE_TABLES } from "../../sim/tables/declarations.ts";
import { DIFFERENCES, DIFFERENCES_OF_ENSEMBLE, differenceTable } from "../../sim/tables/differences.ts";
import { GAINED_LOST, gainedLostTable } from "../../sim/tables/gained-lost.ts";
import { RANKING, rankingTable } from "../../sim/tables/ranking.ts";
import type { TableOf } from "../../sim/tables/table.ts";
import { type NamedTwins, TWINS, twinTables } from "../../sim/tables/twins.ts";
import type { Format } from "../results/formats.ts";
import { ROWS_AT_ONCE } from "../results/rows-at-once.ts";
import { type ComparedScenarios, groupsOf, runsOf } from "./compare-all.ts";
import {
  metricStretches,
  type RunFile,
  type TableFilesOptions,
  type TableMaker,
  tableFiles,
} from "./run-files.ts";

/** Changes which tables are listed, and how. */
export interface CompareFilesOptions extends Omit<TableFilesOptions, "more" | "explained"> {
  /** What published figures narrow of the differences; undefined where that was not asked for. */
  readonly decision?: readonly BeforeAfter[] | undefined;
}

/** Lists the tables of a comparison as files: what differs, and what `run` writes of each scenario. */
export function compareFiles(
  compared: ComparedScenarios,
  formats: readonly Format[],
  { decision, ...options }: CompareFilesOptions = {},
): readonly RunFile[] {
  const { widths } = options;
  const ranked = [compared.base, ...compared.others];
  const more: readonly TableMaker[] = [
    [widths === undefined ? DIFFERENCES : DIFFERENCES_OF_ENSEMBLE, () => differencePieces(compared, widths)],
    [TWINS, () => twinTables(namedTwins(compared), ROWS_AT_ONCE)],
    [GAINED_LOST, () => [gainedLostTable(namedTwins(compared))]],
    ...(decision === undefined ? [] : [[BEFORE_AFTER, () => [beforeAfterTable(decision)]] as const]),
    ...(ranked.length < 3 ? [] : [[RANKING, () => [rankingTable(ranked)]] as const]),
  ];
  const explained = decision === undefined ? COMPARE_TABLES : [...COMPARE_TABLES, BEFORE_AFTER];
  return tableFiles(runsOf(compared), formats, { ...options, more, explained });
}

/** Gives the table of differences some rows at a time, as that of means. */
function* differencePieces(
  compared: ComparedScenarios,
  widths: EnsembleWidths | undefined,
): Iterable<TableOf<typeof DIFFERENCES>> {
  for (const { base, others } of groupsOf(compared))
    for (const other of others)
      for (const stretch of metricStretches(base.plan)) yield differenceTable(base, [other], widths, stretch);
}

function namedTwins({ base, others }: ComparedScenarios): readonly NamedTwins[] {
  return others.flatMap(({ named, twins }) =>
    twins === null ? [] : [{ base: base.named.scenario.name, scenario: named.scenario.name, twins }],
  );
}
