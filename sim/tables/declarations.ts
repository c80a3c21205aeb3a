import { ATTRIBUTED_PEOPLE } from "./attributed-people.ts";
import { ATTRIBUTION } from "./attribution.ts";
import { BOARD } from "./board.ts";
import { CELLS } from "./cells.ts";
import { DICTIONARY } from "./dictionary.ts";
import { DIFFERENCES } from "./differences.ts";
import { EVENTS } from "./events.ts";
import { FRONTIER } from "./frontier.ts";
import { GAINED_LOST } from "./gained-lost.ts";
import { LEVELS } from "./levels.ts";
import { RANKING } from "./ranking.ts";
import { REPLICATIONS } from "./replications.ts";
import { RETENTION } from "./retention.ts";
import { SENSITIVITY, SENSITIVITY_RESULTS, VARIANCE_SHARES } from "./sensitivity.ts";
import { SENSITIVITY_DESIGN, SENSITIVITY_VALUES } from "./sensitivity-points.ts";
import { SERIES } from "./series.ts";
import { STANDARDS } from "./standards.ts";
import { SUMMARY } from "./summary.ts";
import type { TableDeclaration } from "./table.ts";
import { TWINS } from "./twins.ts";
import { VALIDATED_TARGETS } from "./validated-targets.ts";
import { WHERE } from "./where.ts";
import { WINDOWS } from "./windows.ts";

/** Lists the tables of a run, in the order in which the dictionary explains them. */
export const RUN_TABLES: readonly TableDeclaration[] = [
  BOARD,
  REPLICATIONS,
  SUMMARY,
  WINDOWS,
  SERIES,
  RETENTION,
  STANDARDS,
  EVENTS,
  CELLS,
  DICTIONARY,
];

/** Lists the tables of a comparison: those of its runs, and those of worlds side by side. */
export const COMPARE_TABLES: readonly TableDeclaration[] = [
  DIFFERENCES,
  TWINS,
  GAINED_LOST,
  RANKING,
  ...RUN_TABLES.filter((table) => table !== EVENTS),
];

/** Lists the tables of an attribution: those of its worlds, and why two of them differ. */
export const ATTRIBUTE_TABLES: readonly TableDeclaration[] = [
  ATTRIBUTION,
  ATTRIBUTED_PEOPLE,
  DIFFERENCES,
  ...RUN_TABLES.filter((table) => table !== EVENTS),
];

/** Lists the tables of a sensitivity analysis. */
export const SENSITIVITY_TABLES: readonly TableDeclaration[] = [
  SENSITIVITY,
  VARIANCE_SHARES,
  SENSITIVITY_RESULTS,
  SENSITIVITY_DESIGN,
  SENSITIVITY_VALUES,
  CELLS,
  DICTIONARY,
];

/** Lists the tables of a validation. */
export const VALIDATE_TABLES: readonly TableDeclaration[] = [VALIDATED_TARGETS, CELLS, DICTIONARY];

/** Lists the tables of a plan: each has one of the first three. */
export const PLAN_TABLES: readonly TableDeclaration[] = [LEVELS, FRONTIER, WHERE, CELLS, DICTIONARY];
