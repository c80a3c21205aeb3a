import { datedChanges } from "../../sim/figures/dated-changes.ts";
import type { FigureInput, FigureScenario } from "../../sim/figures/figure.ts";
import { MINUTES_PER_WEEK } from "../../sim/model/clock.ts";
import type { Table } from "../../sim/tables/table.ts";
import { durationText } from "../render/duration-text.ts";
import type { OpenedResults } from "./open-results.ts";
import { variantOf } from "./results-record.ts";

/** Gathers what figures are made from: those of the named tables that a results folder has, and what its scenarios say of dates. */
export async function figureInput(
  results: OpenedResults,
  tableNames: readonly string[],
): Promise<FigureInput> {
  const tables = new Map<string, Table>();
  for (const name of tableNames) {
    const table = await results.table(name);
    if (table !== undefined) tables.set(name, table);
  }
  return { tables, scenarios: figureScenarios(results), seed: results.record.seed };
}

function figureScenarios(results: OpenedResults): readonly FigureScenario[] {
  const { scenarios, replications } = results.record;
  return scenarios.map(({ name, replications: played }) => {
    const { scenario } = results.scenario(name);
    return {
      name,
      variantOf: variantOf(results.record, name),
      start: scenario.start,
      weeks: Math.floor(scenario.horizon / MINUTES_PER_WEEK),
      replications: played ?? (typeof replications === "number" ? replications : 0),
      by: durationText(scenario.measures.by),
      changes: datedChanges(scenario),
    };
  });
}
