import { noIntervalText } from "../words/no-interval.ts";
import { integerColumn, numberColumn, textColumn } from "./make-table.ts";
import type { Column } from "./table.ts";

/** Names the unit of a column whose rows each say theirs. */
export const ROW_UNIT = "as in column unit";

/** Declares the scenario's name, unique in a run. */
export const SCENARIO = textColumn("scenario", "Name of the scenario, unique in a run");

/** Declares the name of the scenario that others are compared with. */
export const BASE = textColumn("base", "Name of the scenario that it is compared with");

/** Declares what is measured: metric, the kind of group, the group, the unit. */
export const METRIC_COLUMNS = [
  textColumn("metric", "What is measured; its meaning is in the table dictionary"),
  textColumn("group_by", "What the people, posts or organisations are grouped by; all for everybody"),
  textColumn("group", "The group; all for everybody"),
  textColumn("unit", "Unit of the numbers in this row"),
];

/** Declares the number of replications that have a value. */
export const N = integerColumn("n", "replications", "Replications that have a value");

/** Declares the bounds of an interval, chance within the model alone. */
export function intervalColumns(unit: string): readonly Column<"ci_low" | "ci_high", "number">[] {
  const what =
    "of the 95 % interval of the mean over replications: chance within the model; empty where the event is " +
    "too rare for one (docs/statistics.md)";
  return [
    numberColumn("ci_low", unit, `Lower bound ${what}`),
    numberColumn("ci_high", unit, `Upper bound ${what}`),
  ];
}

/** Declares why a mean has no interval. */
export const NO_INTERVAL = {
  ...textColumn(
    "no_interval",
    "Why there is no interval, and about how many replications would give one; empty where there is one",
  ),
  mayBeAbsent: true,
} as const;

/** Writes it. */
export function noIntervalCell(interval: Parameters<typeof noIntervalText>[0]): string {
  if (interval.noInterval === "one") return interval.n === 0 ? "no value" : "one replication";
  const isLevel = interval.noInterval === "alike" && interval.sd === 0;
  return isLevel ? "the same in all" : noIntervalText(interval);
}

/** Declares a quantile over replications, such as p05. */
export function quantileColumn<Name extends string>(name: Name, percent: number): Column<Name, "number"> {
  return numberColumn(name, ROW_UNIT, `${percent} % quantile (type 7) over replications`);
}
