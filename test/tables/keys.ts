/**
 * Says which columns tell the rows of each table apart; none for a log, whose rows are told by their order.
 */
export const KEYS: Readonly<Record<string, readonly string[]>> = {
  replications: ["scenario", "replication", "metric", "group_by", "group"],
  summary: ["scenario", "metric", "group_by", "group"],
  windows: ["scenario", "window", "metric", "group_by", "group"],
  series: ["scenario", "week", "metric", "group_by", "group"],
  retention: ["scenario", "contacts", "group_by", "group"],
  board: ["scenario", "label", "unit"],
  standards: ["scenario", "standard"],
  cells: ["scenario", "point", "first_replication"],
  dictionary: ["kind", "table", "name"],
  differences: ["base", "scenario", "metric", "group_by", "group"],
  twins: ["base", "scenario", "replication", "patient", "episode"],
  gained_lost: ["base", "scenario", "what", "group_by", "group"],
  attribution: ["base", "scenario", "metric", "group_by", "group", "change"],
  attributed_people: ["base", "scenario", "what", "lost_or_gained", "because", "group_by", "group"],
  before_after: ["base", "scenario", "metric", "of"],
  ranking: ["metric", "scenario"],
  parameters: ["path"],
  design: ["point"],
  sensitivity: ["base", "scenario", "metric", "parameter", "method"],
  variance_shares: ["base", "scenario", "metric", "whole", "part"],
  sensitivity_results: ["base", "scenario", "metric"],
  sensitivity_design: ["stage", "row", "parameter"],
  sensitivity_values: ["point", "scenario", "replication", "metric"],
  sweep_replications: ["point", "replication", "metric"],
  sweep: ["point", "metric", "group_by", "group"],
  members: ["member"],
  targets: ["target"],
  learnt: ["parameter"],
  waves: ["wave"],
  emulators: ["wave", "target"],
  points: ["point"],
  levels: ["scenario", "level", "member", "metric"],
  frontier: ["scenario", "first_value", "second_value", "metric"],
  where: ["scenario", "way", "place"],
  events: [],
};

/** Gives the keys that more than one row has. */
export function repeatedKeys(
  rows: readonly Readonly<Record<string, unknown>>[],
  key: readonly string[],
): string[] {
  const seen = new Set<string>();
  return rows
    .map((row) => JSON.stringify(key.map((column) => row[column])))
    .filter((text) => seen.size === seen.add(text).size);
}
