import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { figureInput } from "../../cli/results/figure-input.ts";
import { openResults } from "../../cli/results/open-results.ts";
import { readTable } from "../../cli/results/read-table.ts";
import { csvText } from "../../sim/tables/csv.ts";
import { integerColumn, numberColumn, textColumn } from "../../sim/tables/make-table.ts";
import { SMALL } from "../support/a-folder.ts";
import { linksim } from "./linksim.ts";

const CUT = `${SMALL}timeline:
  - { id: second, date: 2014-09-01, kind: closure, organisations: [advice] }
  - { id: first, date: 2014-06-01, kind: posts_cut, to: 1 }
start: 2014-04-02
variants:
  - { id: quick, name: Quick contacts, why: To see, set: ["contact.gap=x0.5"] }
`.replace("name: small", "name: small cut");

let home: string;
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), "linksim-results-"));
  writeFileSync(join(home, "s.yaml"), SMALL);
  writeFileSync(join(home, "cut.yaml"), CUT);
  const words = ["run", "s.yaml", "cut.yaml", "--replications", "2", "--workers", "1", "--out", "out"];
  const more = ["--format", "csv,json,parquet", "--set", "horizon=24 weeks"];
  const { code, stderr } = await linksim([...words, ...more, "--quiet"], { cwd: home });
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
});
afterAll(() => rmSync(home, { recursive: true }));

/** A copy of the results that a test may damage. */
function aCopy(): string {
  const copy = mkdtempSync(join(tmpdir(), "linksim-results-"));
  onTestFinished(() => rmSync(copy, { recursive: true }));
  cpSync(join(home, "out"), copy, { recursive: true });
  return copy;
}

type Record = { [key: string]: unknown; files: { name: string; sha256: string }[] };

function withRecord(change: (record: Record) => unknown): string {
  const copy = aCopy();
  const path = join(copy, "run.json");
  const record = JSON.parse(readFileSync(path, "utf8"));
  writeFileSync(path, JSON.stringify(change(record) ?? record));
  return copy;
}

/** A copy whose record lists a table in one format only. */
function only(format: string): string {
  return withRecord((record) => {
    record.files = record.files.filter(({ name }) => /yaml$/.test(name) || name.endsWith(format));
  });
}

describe("an opened results folder", () => {
  it.each(["retention", "series", "summary", "dictionary"])(
    "gives the same table %s from CSV, JSON and Parquet",
    async (name) => {
      const csv = await openResults(only("csv")).table(name);
      expect(csv?.rows).toBeGreaterThan(0);
      expect(await openResults(only("json")).table(name)).toEqual(csv);
      expect(await openResults(only("parquet")).table(name)).toEqual(csv);
    },
  );

  it("names its tables and has none that it does not name", async () => {
    const results = openResults(join(home, "out"));
    expect(results.tableNames).toEqual(expect.arrayContaining(["summary", "series", "retention"]));
    expect(await results.table("differences")).toBeUndefined();
  });

  it("tells what figures must know of its scenarios: start, dated changes in order, variants", async () => {
    const { scenarios, seed } = await figureInput(openResults(join(home, "out")), ["retention"]);
    expect(seed).toBe("1");
    expect(scenarios.map(({ name, variantOf }) => [name, variantOf])).toEqual([
      ["small", null],
      ["small cut", null],
      ["small cut (quick)", "small cut"],
    ]);
    expect(scenarios[1]).toMatchObject({
      start: "2014-04-02",
      weeks: 24,
      replications: 2,
      changes: [
        { date: "2014-06-01", label: "posts cut to 1" },
        { date: "2014-09-01", label: "organisations close" },
      ],
    });
  });

  it("may be of before its form was numbered", async () => {
    const old = withRecord(({ format: _, kind: __, ...record }) => record);
    expect(openResults(old).record).toMatchObject({ format: 1, kind: "run" });
    expect((await openResults(old).table("summary"))?.rows).toBeGreaterThan(0);
  });
});

describe("a results folder is refused", () => {
  it.each([
    ["that is not there", () => join(home, "nowhere"), "found no linksim results there"],
    ["that is a file", () => join(home, "s.yaml"), "found no linksim results there"],
    ["of another program", () => withRecord(() => ({ program: "other" })), "found no linksim results there"],
    [
      "of a newer form",
      () => withRecord((record) => ({ ...record, format: 99, version: "7.0.0", files: "other" })),
      "written by linksim 7.0.0 in format 99; this version reads formats up to 1",
    ],
    [
      "whose record lacks something",
      () => withRecord(({ seed: _, ...record }) => record),
      "run.json is damaged: seed: ",
    ],
  ])("%s", (_, folder, reason) => {
    expect(() => openResults(folder())).toThrow(reason);
  });

  it("whose record is cut off", () => {
    const copy = aCopy();
    writeFileSync(join(copy, "run.json"), '{"program": "linksim"');
    expect(() => openResults(copy)).toThrow("run.json is damaged: it is no JSON");
  });
});

describe("a table is refused", () => {
  it("whose file is missing, with its name", async () => {
    const copy = aCopy();
    rmSync(join(copy, "summary.csv"));
    await expect(openResults(copy).table("summary")).rejects.toThrow("summary.csv is missing");
  });

  it("that was changed since it was written", async () => {
    const copy = aCopy();
    const path = join(copy, "summary.csv");
    writeFileSync(path, readFileSync(path, "utf8").replace("small,", "tall,"));
    await expect(openResults(copy).table("summary")).rejects.toThrow("summary.csv is not as it was written");
  });

  it("as is a scenario that was changed", () => {
    const copy = aCopy();
    writeFileSync(join(copy, "scenario.small.resolved.yaml"), "name: other\n");
    expect(() => openResults(copy).scenario("small")).toThrow(
      "scenario.small.resolved.yaml is not as it was",
    );
  });
});

describe("a table's text", () => {
  const declaration = {
    name: "t",
    meaning: "",
    columns: [textColumn("name", ""), numberColumn("value", "", ""), integerColumn("count", "", "")],
  };
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
  const read = (text: string) => readTable(bytes(text), "csv", declaration);

  it("is read back as it was, codes that look like numbers and formulas too", async () => {
    const names = ["1E5", "007", "=SUM(A1)", 'a "b", c\nd', "", "none"];
    const columns = [names, names.map(() => 1 / 3), names.map((_, i) => (i === 5 ? 7 : null))];
    const table = { declaration, columns, rows: names.length };
    expect(await read(csvText(table))).toEqual(table);
  });

  it.each([
    ["a missing column", "name,value\na,1\n", "it has no column count"],
    [
      "a word for a number",
      "name,value,count\na,many,1\n",
      "row 1, column value: expected a number, got many",
    ],
    ["a part of a whole", "name,value,count\na,1,1.5\n", "column count: expected a whole number, got 1.5"],
    ["a short row", "name,value,count\na,1,1\nb,2\n", "row 2 has 2 cells, not 3"],
    ["a quote that does not end", 'name,value,count\n"a,1,1\n', "Quoted field unterminated"],
  ])("is refused for %s", async (_, text, reason) => {
    await expect(read(text)).rejects.toThrow(reason);
  });

  it.each([
    ["json", "{}", "it is no array of rows"],
    ["json", "[", "it is no JSON"],
    ["parquet", "PAR1", "it is no Parquet that can be read"],
  ] as const)("is refused as %s: %s", async (format, text, reason) => {
    await expect(readTable(bytes(text), format, declaration)).rejects.toThrow(reason);
  });
});
