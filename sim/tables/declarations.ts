import { CELLS } from "./cells.ts";
import { DICTIONARY } from "./dictionary.ts";
import { EVENTS } from "./events.ts";
import { REPLICATIONS } from "./replications.ts";
import { RETENTION } from "./retention.ts";
import { SERIES } from "./series.ts";
import { SUMMARY } from "./summary.ts";
import type { TableDeclaration } from "./table.ts";

/** Lists the tables of a run, in the order in which the dictionary explains them. */
export const RUN_TABLES: readonly TableDeclaration[] = [
  REPLICATIONS,
  SUMMARY,
  SERIES,
  RETENTION,
  EVENTS,
  CELLS,
  DICTIONARY,
];
