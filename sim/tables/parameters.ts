import type { ScenarioParameter } from "../findings/parameters.ts";
import { ROW_UNIT } from "./common-columns.ts";
import { numberColumn, tableBuilder, textColumn } from "./make-table.ts";
import type { TableOf } from "./table.ts";

/** Declares the table of the parameters of a scenario. */
export const PARAMETERS = {
  name: "parameters",
  meaning: "Numbers of the scenario that are not known for certain: their ranges, what reads them",
  columns: [
    textColumn("path", "Path of the parameter, as --set and --vary take it"),
    textColumn("unit", "Unit of its numbers; empty for a number without one"),
    numberColumn("default", ROW_UNIT, "What the scenario says; empty for none"),
    numberColumn("low", ROW_UNIT, "Lowest value that the evidence allows"),
    numberColumn("high", ROW_UNIT, "Highest value that the evidence allows"),
    textColumn("distribution", "How it may lie in its range: uniform, log-uniform, or beta (mode: default)"),
    textColumn("grade", "Grade of its evidence: A, A-d, B or C; empty where it names no row"),
    textColumn("evidence", "Row of the evidence register"),
    textColumn("mechanism", "Mechanisms that it steers"),
    textColumn("is_active", "yes where it can change something in this scenario, else no"),
    textColumn("idle_because", "Why it changes nothing; empty for an active parameter"),
    textColumn("read_by", "What reads it: mechanisms, and what is none of its own"),
  ],
} as const;

/** Returns a row for each parameter. */
export function parametersTable(parameters: readonly ScenarioParameter[]): TableOf<typeof PARAMETERS> {
  const table = tableBuilder(PARAMETERS);
  for (const { path, unit, value, low, high, ...one } of parameters)
    table.add({
      path,
      unit,
      default: value,
      low,
      high,
      distribution: one.distribution,
      grade: one.grade ?? "",
      evidence: one.evidence ?? "",
      mechanism: one.mechanisms.join(", "),
      is_active: one.idleBecause === null ? "yes" : "no",
      idle_because: one.idleBecause ?? "",
      read_by: one.readBy.join(", "),
    });
  return table.build();
}
