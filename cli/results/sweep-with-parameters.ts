import { DESIGN_COLUMNS, POINT } from "../../sim/tables/design.ts";
import type { Cell, Table } from "../../sim/tables/table.ts";

/**
 * Puts the parameters of a tidy sweep, which stand in the table of its points alone, beside its results, as
 * readers of a sweep expect them; gives back a sweep that has them.
 */
export function sweepWithParameters(sweep: Table, design: Table | undefined): Table {
  const { columns: declared } = sweep.declaration;
  // Between the point and the metric are the parameters.
  if (design === undefined || declared[1]?.name !== "metric") return sweep;
  const added = design.declaration.columns.flatMap((column, i) =>
    DESIGN_COLUMNS.includes(column.name) ? [] : [{ column, cells: design.columns[i] }],
  );
  const rowOf = new Map(Array.from(columnOf(design), (point, row) => [point, row]));
  const rows = Array.from(columnOf(sweep), (point) => rowOf.get(point));
  const beside = added.map(({ cells }): Cell[] => rows.map((row) => (row === undefined ? null : cells[row])));
  const [point, ...rest] = sweep.columns;
  return {
    declaration: {
      ...sweep.declaration,
      columns: [declared[0], ...added.map(({ column }) => column), ...declared.slice(1)],
    },
    columns: [point, ...beside, ...rest],
    rows: sweep.rows,
  };
}

const columnOf = ({ declaration, columns }: Table): readonly Cell[] | Float64Array =>
  columns[declaration.columns.findIndex(({ name }) => name === POINT.name)];
