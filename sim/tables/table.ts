/** What the cells of a column are. */
export type ColumnType = "text" | "number" | "integer";

/** Declares a column once, for the writer, the types and the data dictionary. */
export interface Column<Name extends string = string, Type extends ColumnType = ColumnType> {
  readonly name: Name;
  readonly type: Type;
  readonly unit: string;
  readonly meaning: string;
  /** Whether folders of earlier versions lack it: then it reads as empty. */
  readonly mayBeAbsent?: true;
}

/**
 * Declares a table once; its type knows the columns, so that whoever reads one by name is told of a slip.
 */
export interface TableDeclaration<C extends Column = Column> {
  readonly name: string;
  readonly meaning: string;
  readonly columns: readonly C[];
}

export type Cell = string | number | null;

/**
 * Holds a table as columns of equal length, in the order of its declaration. `null` is a number that is not
 * there.
 */
export interface Table<C extends Column = Column> {
  readonly declaration: TableDeclaration<C>;
  readonly columns: readonly (readonly Cell[] | Float64Array)[];
  readonly rows: number;
}

/** The tables of one declaration. */
export type TableOf<D extends TableDeclaration> = Table<D["columns"][number]>;
