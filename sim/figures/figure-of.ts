import { DEFAULT_SEED } from "../experiment/defaults.ts";
import type { ScenarioResults } from "../measures/scenario-results.ts";
import type { Scenario } from "../scenario/schema.ts";
import { retentionTable } from "../tables/retention.ts";
import { seriesTable } from "../tables/series.ts";
import { summaryTable } from "../tables/summary.ts";
import type { Table } from "../tables/table.ts";
import { FIGURES } from "./catalogue.ts";
import type { FigureChoice, FigureInput, FigureSpec } from "./figure.ts";
import { figureScenario } from "./figure-scenario.ts";

/** Holds what was measured of a scenario, as `replicate`, `compare` and `simulate` return it. */
export interface SimulatedScenario extends ScenarioResults {
  readonly scenario: Scenario;
  readonly seed: string;
}

/**
 * Gathers what figures are made from: runs, and tables beyond those of a run, such as those of differences
 * and of a sweep.
 */
export function figureInputOf(
  runs: readonly SimulatedScenario[],
  tables: readonly Table[] = [],
  seed = runs[0]?.seed ?? DEFAULT_SEED,
): FigureInput {
  const whole = runs.filter(({ plan }) => plan.series.length > 0);
  const all = [summaryTable(runs), seriesTable(whole), retentionTable(whole), ...tables];
  return {
    tables: new Map(all.map((table) => [table.declaration.name, table])),
    scenarios: runs.map(({ scenario, results }) => figureScenario(scenario, results.length)),
    seed,
  };
}

/** Makes a figure, a Vega-Lite specification, by its name in `FIGURES`; throws if there is none. */
export function figureOf(name: string, input: FigureInput, choice: FigureChoice = {}): FigureSpec {
  const entry = FIGURES.find((figure) => figure.name === name);
  if (entry === undefined)
    throw new RangeError(`no figure ${name}; there are ${FIGURES.map((figure) => figure.name).join(", ")}`);
  return entry.make(input, choice);
}
