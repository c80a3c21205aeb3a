import { readFileSync } from "node:fs";
import { join } from "node:path";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { RUN_TABLES } from "../../sim/tables/declarations.ts";
import type { Cell, TableDeclaration } from "../../sim/tables/table.ts";
import { aFolder, SMALL } from "../support/a-folder.ts";
import { duckdb } from "../support/duckdb.ts";
import { linksim } from "./linksim.ts";

/** A scenario of which every table there is has rows: that of standards too. */
const WITH_STANDARD = `${SMALL}
standards: [{ id: some, name: some reach three contacts, metric: people.reached_3, at_least: 1 }]
`;

/** Simulates with events and gives the results folder. */
async function simulate(formats: string, workers: string): Promise<string> {
  const cwd = aFolder({ "s.yaml": WITH_STANDARD });
  const words = ["run", "s.yaml", "--replications", "4", "--workers", workers, "--events", "--quiet"];
  const { code, stderr } = await linksim([...words, "--format", formats, "--out", "out"], { cwd });
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  return join(cwd, "out");
}

/** Reads a CSV as its declaration says: an empty field is the empty text, or a number that is not there. */
function csvRows(file: string, { columns }: TableDeclaration): Record<string, Cell>[] {
  const { data } = Papa.parse<Record<string, string>>(readFileSync(file, "utf8").trimEnd(), { header: true });
  return data.map((row) =>
    Object.fromEntries(
      columns.map(({ name, type }) => {
        const text = row[name] as string;
        return [name, type === "text" ? text : text === "" ? null : Number(text)];
      }),
    ),
  );
}

describe("linksim run --format csv,parquet", () => {
  it("writes each table twice: DuckDB reads in Parquet the columns, rows and numbers of the CSV, to the last bit", async () => {
    const folder = await simulate("csv,parquet", "1");
    for (const declaration of RUN_TABLES) {
      const file = join(folder, declaration.name);
      const read = await duckdb(`from '${file}.parquet'`);
      expect(read.length).toBeGreaterThan(0);
      expect(read, declaration.name).toEqual(csvRows(`${file}.csv`, declaration));
      const types = await duckdb(`describe from '${file}.parquet'`);
      const wanted = { text: "VARCHAR", number: "DOUBLE", integer: "INTEGER" };
      expect(types.map(({ column_name, column_type }) => [column_name, column_type])).toEqual(
        declaration.columns.map(({ name, type }) => [name, wanted[type]]),
      );
    }
  });

  it("lets DuckDB group and join what was measured", async () => {
    const folder = await simulate("parquet", "1");
    const rows = await duckdb(`
      select s.metric, s.mean, avg(r.value) as again
      from '${folder}/summary.parquet' s join '${folder}/replications.parquet' r
        using (scenario, metric, group_by, "group")
      where s.metric in ('caseload.mean', 'people.referred') and s.group_by = 'all'
      group by all order by 1`);
    expect(rows.map(({ metric }) => metric)).toEqual(["caseload.mean", "people.referred"]);
    for (const { mean, again } of rows) expect(again).toBeCloseTo(mean as number, 10);
  });

  it("writes the same bytes again, with 1 worker and with 3", async () => {
    const [one, three] = [await simulate("parquet", "1"), await simulate("parquet", "3")];
    for (const { name } of RUN_TABLES) {
      const bytes = readFileSync(join(one, `${name}.parquet`));
      expect(readFileSync(join(three, `${name}.parquet`)).equals(bytes), name).toBe(true);
    }
    const hash = (folder: string): string =>
      JSON.parse(readFileSync(join(folder, "run.json"), "utf8")).content_hash;
    expect(hash(three)).toBe(hash(one));
  });
});
