import { DuckDBInstance, type DuckDBValue } from "@duckdb/node-api";

/** Asks DuckDB, another program's reader of our files, for rows as records. */
export async function duckdb(query: string): Promise<Record<string, DuckDBValue>[]> {
  const instance = await DuckDBInstance.create(":memory:", { threads: "1" });
  const connection = await instance.connect();
  try {
    return (await connection.runAndReadAll(query)).getRowObjects();
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}
