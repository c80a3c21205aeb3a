import type { Cell, Table } from "../../tables/table.ts";
import type { FigureInput } from "../figure.ts";

/** One row of a table, by column. */
export type Row = Readonly<Record<string, Cell>>;

/**
 * Gives the rows of a table whose cells are among those wanted, in order; none where the table is not there.
 */
export function rowsWhere(
  { tables }: FigureInput,
  name: string,
  wanted: Readonly<Record<string, readonly Cell[]>> = {},
): readonly Row[] {
  const table = tables.get(name);
  if (table === undefined) return [];
  const names = namesOf(table);
  return placesWhere(table, wanted).map((row) =>
    Object.fromEntries(names.map((column, i) => [column, table.columns[i][row]])),
  );
}

/** Says whether a table has rows whose cells are among those wanted. */
export function hasRows(
  { tables }: FigureInput,
  name: string,
  wanted: Readonly<Record<string, readonly Cell[]>>,
): boolean {
  const table = tables.get(name);
  return table !== undefined && placesWhere(table, wanted).length > 0;
}

/** Gives the places of the rows whose cells are among those wanted, in order. */
function placesWhere(table: Table, wanted: Readonly<Record<string, readonly Cell[]>>): number[] {
  // Rows of one metric are fewer than those of one scenario or group.
  const column = "metric" in wanted ? "metric" : Object.keys(wanted)[0];
  if (column === undefined) return Array.from({ length: table.rows }, (_, row) => row);
  const index = indexOf(table, column);
  const values = new Set(wanted[column]);
  const found = [...values].flatMap((value) => index.get(value) ?? []);
  if (values.size > 1) found.sort((a, b) => a - b);
  const names = namesOf(table);
  const tests = Object.entries(wanted)
    .filter(([name]) => name !== column)
    .map(([name, among]) => ({ cells: table.columns[names.indexOf(name)], values: new Set(among) }));
  return found.filter((row) => tests.every((test) => test.values.has(test.cells?.[row] ?? null)));
}

/** The places of each cell of columns that were asked for: a nation's summary has a million rows. */
const indexes = new WeakMap<Table, Map<string, ReadonlyMap<Cell, readonly number[]>>>();

function indexOf(table: Table, column: string): ReadonlyMap<Cell, readonly number[]> {
  const ofTable = indexes.get(table) ?? new Map<string, ReadonlyMap<Cell, readonly number[]>>();
  indexes.set(table, ofTable);
  const known = ofTable.get(column);
  if (known !== undefined) return known;
  const cells = table.columns[namesOf(table).indexOf(column)];
  const index = new Map<Cell, number[]>();
  for (let row = 0; row < table.rows; row++) {
    const cell = cells?.[row] ?? null;
    const places = index.get(cell);
    if (places === undefined) index.set(cell, [row]);
    else places.push(row);
  }
  ofTable.set(column, index);
  return index;
}

const namesOf = ({ declaration }: Table): readonly string[] =>
  declaration.columns.map((column) => column.name);

/** Gives the names of a table's columns; none where the table is not there. */
export function columnsOf({ tables }: FigureInput, name: string): readonly string[] {
  return tables.get(name)?.declaration.columns.map((column) => column.name) ?? [];
}

/** Gives a cell as a number; null where there is none. */
export function numberOf(row: Row, column: string): number | null {
  const cell = row[column];
  return typeof cell === "number" ? cell : null;
}

/** Gives a cell as text; empty where there is none. */
export function textOf(row: Row, column: string): string {
  const cell = row[column];
  return cell === null || cell === undefined ? "" : String(cell);
}

/** Between which something lies. */
export interface Range {
  readonly low: number;
  readonly high: number;
}

/**
 * A mean with its interval, chance within the model; the interval is missing where there was one
 * replication.
 */
export interface Estimate {
  readonly mean: number;
  readonly low: number | null;
  readonly high: number | null;
  /** What is not known of the mean, under values that fit published figures; none without an ensemble. */
  readonly range?: Range;
}

/** Gives the mean and interval of a row, times a factor; undefined where the row has no mean. */
export function estimateOf(row: Row | undefined, factor = 1): Estimate | undefined {
  const mean = row === undefined ? null : numberOf(row, "mean");
  if (row === undefined || mean === null) return undefined;
  const [low, high] = [numberOf(row, "ci_low"), numberOf(row, "ci_high")];
  return {
    mean: mean * factor,
    low: low === null ? null : low * factor,
    high: high === null ? null : high * factor,
    ...rangeOf(row, factor),
  };
}

/** Gives what is not known of the mean of a row, times a factor; nothing without an ensemble. */
export function rangeOf(row: Row, factor = 1): Pick<Estimate, "range"> {
  const [low, high] = [numberOf(row, "range_low"), numberOf(row, "range_high")];
  return low === null || high === null ? {} : { range: { low: low * factor, high: high * factor } };
}

/** Finds estimates of the summary by scenario, metric, kind of group and group. */
export interface Summary {
  readonly of: (
    scenario: string,
    metric: string,
    options?: { readonly groupBy?: string; readonly group?: string; readonly factor?: number },
  ) => Estimate | undefined;
}

/** Reads those metrics of the summary that a figure needs. */
export function summaryOf(input: FigureInput, metrics: readonly string[]): Summary {
  const rows = new Map(
    rowsWhere(input, "summary", { metric: metrics }).map((row) => [
      key(textOf(row, "scenario"), textOf(row, "metric"), textOf(row, "group_by"), textOf(row, "group")),
      row,
    ]),
  );
  return {
    of: (scenario, metric, { groupBy = "all", group = "all", factor = 1 } = {}) =>
      estimateOf(rows.get(key(scenario, metric, groupBy, group)), factor),
  };
}

const key = (...parts: readonly string[]): string => JSON.stringify(parts);

/** Rounds to five digits, so that a figure's data is not longer than what it shows. */
export function plotted(value: number | null): number | null {
  return value === null ? null : Number(value.toPrecision(5));
}
