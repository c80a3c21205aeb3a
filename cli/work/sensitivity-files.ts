import type { Sensitivity } from "../../sim/experiment/sensitivity.ts";
import type { MeasurePlan } from "../../sim/measures/result.ts";
import { resolvedYaml } from "../../sim/scenario/resolved.ts";
import { CELLS } from "../../sim/tables/cells.ts";
import { SENSITIVITY_TABLES } from "../../sim/tables/declarations.ts";
import { DICTIONARY, dictionaryTable } from "../../sim/tables/dictionary.ts";
import {
  SENSITIVITY,
  SENSITIVITY_RESULTS,
  type SensitivityOf,
  sensitivityResultsTable,
  sensitivityTable,
  VARIANCE_SHARES,
  varianceSharesTable,
} from "../../sim/tables/sensitivity.ts";
import {
  SENSITIVITY_DESIGN,
  SENSITIVITY_VALUES,
  sensitivityDesignTable,
  sensitivityValuesTable,
} from "../../sim/tables/sensitivity-points.ts";
import type { Table } from "../../sim/tables/table.ts";
import type { FileSink } from "../results/file-sink.ts";
import type { Format } from "../results/formats.ts";
import { resolvedName } from "../results/resolved-name.ts";
import { filePieces } from "../results/table-pieces.ts";
import type { NamedScenario } from "../scenarios/load-scenarios.ts";
import type { TableMaker } from "./run-files.ts";
import type { RecordedScenario } from "./run-record.ts";

/** A sensitivity analysis that is written. */
export interface WrittenSensitivity {
  readonly mains: readonly NamedScenario[];
  readonly formats: readonly Format[];
  readonly analysed: Sensitivity;
  /** Digests of cells, point by point. */
  readonly cells: readonly Table[];
  /** What each scenario measures as it is written. */
  readonly plans: readonly MeasurePlan[];
}

/**
 * Writes the scenarios of a sensitivity analysis with every default filled in, and its tables; gives what
 * run.json tells of the scenarios.
 */
export async function writeSensitivity(
  sink: FileSink,
  { mains, formats, analysed, cells, plans }: WrittenSensitivity,
  signal: AbortSignal,
): Promise<readonly RecordedScenario[]> {
  const recorded = mains.map((named): RecordedScenario => {
    const replications = analysed.plan.replications / mains.length;
    const file = resolvedName(named.scenario.name, mains.length);
    return { named, resolved: resolvedYaml(named), file, replications, precisionReached: null };
  });
  for (const { file, resolved } of recorded) await sink.write(file, [resolved], signal);
  const names = namesOf(mains);
  const { plan, points } = analysed;
  const tables: readonly TableMaker[] = [
    [SENSITIVITY, () => [sensitivityTable(analysed, names)]],
    [VARIANCE_SHARES, () => [varianceSharesTable(analysed, names)]],
    [SENSITIVITY_RESULTS, () => [sensitivityResultsTable(analysed, names)]],
    [SENSITIVITY_DESIGN, () => [sensitivityDesignTable(plan)]],
    [SENSITIVITY_VALUES, () => [sensitivityValuesTable(plan, points, names)]],
    [CELLS, () => cells],
    [DICTIONARY, () => [dictionaryTable(SENSITIVITY_TABLES, plans)]],
  ];
  for (const [declaration, make] of tables)
    for (const format of formats)
      await sink.write(`${declaration.name}.${format}`, filePieces(format, declaration, make()), signal);
  return recorded;
}

/** Names the scenario, and the one that it is compared with. */
export const namesOf = ([base, other]: readonly NamedScenario[]): SensitivityOf => ({
  base: base.scenario.name,
  other: other?.scenario.name,
});
