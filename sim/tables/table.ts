/** Declares a column once, for the writer, the types and the data dictionary. */
export interface Column {
  readonly name: string;
  readonly type: "text" | "number" | "integer";
  readonly unit: string;
  readonly meaning: string;
}

/** Declares a table once. */
export interface TableDeclaration {
  readonly name: string;
  readonly meaning: string;
  readonly columns: readonly Column[];
}

export type Cell = string | number | null;

/** Holds a table as columns of equal length, in the order of its declaration. `null` is a number that is not there. */
export interface Table {
  readonly declaration: TableDeclaration;
  readonly columns: readonly (readonly Cell[] | Float64Array)[];
  readonly rows: number;
}
