/** Bounds the rows of a table that are in memory at once. */
export const ROWS_AT_ONCE = 50_000;
