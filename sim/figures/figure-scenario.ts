import { MINUTES_PER_WEEK } from "../engine/minutes.ts";
import type { Scenario } from "../scenario/schema.ts";
import { durationText } from "../words/durations.ts";
import { datedChanges } from "./dated-changes.ts";
import type { FigureScenario } from "./figure.ts";

/**
 * Gathers what figures must know of a scenario besides its tables: dates, and how often it was simulated.
 */
export function figureScenario(
  scenario: Scenario,
  replications: number,
  variantOf: string | null = null,
): FigureScenario {
  return {
    name: scenario.name,
    variantOf,
    start: scenario.start,
    weeks: Math.floor(scenario.horizon / MINUTES_PER_WEEK),
    replications,
    by: durationText(scenario.measures.by),
    changes: datedChanges(scenario),
  };
}
