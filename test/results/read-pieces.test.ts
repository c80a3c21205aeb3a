import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { readPieces } from "../../cli/results/read-pieces.ts";
import { readTable } from "../../cli/results/read-table.ts";
import { csvText } from "../../sim/tables/csv.ts";
import { jsonText } from "../../sim/tables/json.ts";
import { tableBuilder } from "../../sim/tables/make-table.ts";
import { REPLICATIONS } from "../../sim/tables/replications.ts";
import type { Cell } from "../../sim/tables/table.ts";

const folder = mkdtempSync(join(tmpdir(), "linksim-pieces-"));
afterAll(() => rmSync(folder, { recursive: true }));

const builder = tableBuilder(REPLICATIONS);
for (let row = 0; row < 40; row++)
  builder.add({
    scenario: 'a "name"\nof two lines, é',
    replication: row,
    ...{ metric: "people.referred", group_by: "all", group: "all", unit: "people" },
    value: row % 3 === 0 ? null : row / 7,
  });
const table = builder.build();

describe("a table that is read some lines at a time", () => {
  for (const [format, text] of [
    ["csv", csvText(table)],
    ["json", jsonText(table)],
  ] as const)
    for (const bytes of [1, 7, 100, 1000, 1e6])
      it(`has the rows of one that is read whole: ${format}, ${bytes} bytes`, async () => {
        const path = join(folder, `${bytes}.${format}`);
        writeFileSync(path, text);
        const columns: Cell[][] = REPLICATIONS.columns.map(() => []);
        let pieces = 0;
        for await (const piece of readPieces(path, format, REPLICATIONS, bytes)) {
          pieces++;
          for (const [i, cells] of piece.columns.entries()) columns[i].push(...cells);
        }
        expect(columns).toEqual((await readTable(Buffer.from(text), format, REPLICATIONS)).columns);
        expect(pieces === 1).toBe(bytes === 1e6);
      });
});
