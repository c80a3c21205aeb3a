/** Lists the formats in which tables are written. */
export const FORMATS = ["csv", "json", "parquet"] as const;
export type Format = (typeof FORMATS)[number];
