import type { FigureInput, FigureScenario } from "../../sim/figures/figure.ts";
import { figureScenario } from "../../sim/figures/figure-scenario.ts";
import { parameterWords } from "../../sim/scenario/parameter-words.ts";
import { DIFFERENCES_OF_ENSEMBLE } from "../../sim/tables/differences.ts";
import { SUMMARY_OF_ENSEMBLE } from "../../sim/tables/summary.ts";
import type { Table } from "../../sim/tables/table.ts";
import type { OpenedResults } from "./open-results.ts";
import { variantOf } from "./results-record.ts";
import { sweepWithParameters } from "./sweep-with-parameters.ts";

/** Tables to which an ensemble adds what is not known. */
const OF_ENSEMBLE = [SUMMARY_OF_ENSEMBLE, DIFFERENCES_OF_ENSEMBLE];

/**
 * Gathers what figures are made from: those of the named tables that a results folder has, and what its
 * scenarios say of dates.
 */
export async function figureInput(
  results: OpenedResults,
  tableNames: readonly string[],
): Promise<FigureInput> {
  const tables = new Map<string, Table>();
  for (const name of tableNames) {
    const table = await tableWithRanges(results, name);
    if (table === undefined) continue;
    tables.set(name, name === "sweep" ? sweepWithParameters(table, await results.table("design")) : table);
  }
  return {
    tables,
    scenarios: figureScenarios(results),
    seed: results.record.seed,
    wordsOf: wordsOfParameters(results),
  };
}

function tableWithRanges(results: OpenedResults, name: string): Promise<Table | undefined> {
  const added = OF_ENSEMBLE.find((declaration) => declaration.name === name);
  const isOfEnsemble = added !== undefined && results.record.ensemble !== undefined;
  return isOfEnsemble ? results.tableAs(added) : results.table(name);
}

/** Gives what a path means in the scenarios of a folder, whose dated actions have their kinds. */
function wordsOfParameters(results: OpenedResults): (path: string) => string {
  const actions = results.record.scenarios.flatMap(({ name }) => results.scenario(name).scenario.timeline);
  const kinds = new Map(actions.map(({ id, kind }) => [id, kind]));
  return (path) => parameterWords(path, (id) => kinds.get(id));
}

function figureScenarios(results: OpenedResults): readonly FigureScenario[] {
  const { scenarios, replications } = results.record;
  return scenarios.map(({ name, replications: simulated }) => {
    const count = simulated ?? (typeof replications === "number" ? replications : 0);
    return figureScenario(results.scenario(name).scenario, count, variantOf(results.record, name));
  });
}
