import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  bytesOf,
  DOCTORINGS,
  type Doctoring,
  doctorTable,
  rehash,
  type TableFile,
  tableFilesIn,
} from "../../bench/hostile/doctor-results.ts";
import type { SmallFolders } from "../../bench/hostile/small-folders.ts";
import { verifyQuietly } from "../../bench/hostile/verify-quietly.ts";
import { FORMATS } from "../../cli/results/formats.ts";
import { openResults } from "../../cli/results/open-results.ts";
import { readTable } from "../../cli/results/read-table.ts";
import { CELLS } from "../../sim/tables/cells.ts";
import { everyTable, PRINTED } from "../support/every-table.ts";
import { theSmallFolders } from "../support/the-small-folders.ts";

let folders: SmallFolders;
let work: string;
beforeAll(async () => {
  work = mkdtempSync(join(tmpdir(), "linksim-doctored-"));
  folders = await theSmallFolders();
});
afterAll(() => {
  rmSync(work, { recursive: true });
});

const COMMANDS = [
  "run",
  "compare",
  "attribute",
  "sweep",
  "calibrate",
  "sensitivity",
  "plan",
  "plan-frontier",
  "plan-where",
  "validate",
] as const;
/** Of a comparison under an ensemble a sample of cells makes nothing again of what members gave, and says so. */
const FOLDERS = [...COMMANDS, "compare-before"] as const;
type Command = (typeof FOLDERS)[number];
const first = (): number => 0;

/** Gives a copy of a command's folder, in the place of the last one. */
function aCopy(command: Command): string {
  const copy = join(work, "results");
  rmSync(copy, { recursive: true, force: true });
  cpSync(folders[command], copy, { recursive: true });
  return copy;
}

/** Doctors files of a copy and verifies it; names the files that were doctored and those not told of. */
async function verifiedAfter(
  command: Command,
  files: readonly TableFile[],
  doctoring: Doctoring,
  sample?: number,
): Promise<{ readonly doctored: readonly string[]; readonly missed: readonly string[] }> {
  const copy = aCopy(command);
  const doctored: string[] = [];
  // The dictionary says how the other tables are read, so it is doctored after them.
  for (const file of files.toSorted(
    (a, b) => Number(a.table === "dictionary") - Number(b.table === "dictionary"),
  ))
    if (await doctorTable(copy, file, doctoring, first)) doctored.push(`${file.table}.${file.format}`);
  if (doctored.length === 0) return { doctored, missed: [] };
  const { code, message, stdout } = await verifyQuietly(copy, sample);
  const isTold = (file: string): boolean =>
    code === 3
      ? message.includes(join(copy, file)) || message.startsWith(`${CELLS.name}:`)
      : code === 0 && stdout.includes(`Not verified: `) && stdout.includes(file);
  return { doctored, missed: doctored.filter((file) => !isTold(file)) };
}

describe("small results folders", () => {
  it("hold every table that is declared, in every format", async () => {
    const files = FOLDERS.flatMap((command) => tableFilesIn(folders[command]));
    const held = new Set(files.map(({ table, format }) => `${table}.${format}`));
    const kept = (await everyTable()).filter(({ name }) => !PRINTED.includes(name));
    const all = kept.flatMap(({ name }) => FORMATS.map((format) => `${name}.${format}`));
    expect(all.filter((file) => !held.has(file))).toEqual([]);
  });

  it.each(COMMANDS)("of %s are found right, and writing a table again changes no byte", async (command) => {
    expect(await verifyQuietly(folders[command])).toMatchObject({ code: 0, message: "" });
    const results = openResults(folders[command]);
    for (const { table, format } of tableFilesIn(folders[command])) {
      const declaration = (await results.table(table))?.declaration;
      if (declaration === undefined) throw new Error(`${table} is not there`);
      const bytes = readFileSync(join(folders[command], `${table}.${format}`));
      const again = await bytesOf(format, await readTable(bytes, format, declaration));
      expect([table, format, again.equals(bytes)]).toEqual([table, format, true]);
    }
  });
});

describe.each(FOLDERS)("verify --sample all of a folder of %s", (command) => {
  // All together, since each that is doctored must be told of by name; the cells that are read first alone,
  // since what they lack or have too many of is told before anything is simulated.
  it.each(DOCTORINGS)(
    "tells of each table, in each format, with %s and every hash made to fit",
    async (doctoring) => {
      const files = tableFilesIn(folders[command]);
      let count = 0;
      const isReadFirst = ({ table, format }: TableFile): boolean => table === CELLS.name && format === "csv";
      for (const together of [files.filter((file) => !isReadFirst(file)), files.filter(isReadFirst)]) {
        const { doctored, missed } = await verifiedAfter(command, together, doctoring);
        expect(missed).toEqual([]);
        count += doctored.length;
      }
      // Tables without a row, or with one alone, are not doctored in every way.
      expect(count).toBeGreaterThanOrEqual(files.length - 6);
    },
  );

  it("finds a scenario that was changed", async () => {
    const copy = aCopy(command);
    const names = openResults(copy).record.scenarios.map(({ resolved }) => String(resolved));
    for (const name of [names[0], ...names.slice(-1)]) {
      const text = readFileSync(join(copy, name), "utf8");
      writeFileSync(join(copy, name), text.replace("list_size: 3000", "list_size: 3001"));
      rehash(copy);
      expect([name, (await verifyQuietly(copy)).code]).toEqual([name, 3]);
      writeFileSync(join(copy, name), text);
    }
  });
});

describe.each(COMMANDS)("verify --sample 1 of a folder of %s", (command) => {
  it("tells of each table with one cell changed, or names it as not verified", async () => {
    const csv = tableFilesIn(folders[command]).filter(({ format }) => format === "csv");
    const { code, stdout } = await verifyQuietly(folders[command], 1);
    expect(code).toBe(0);
    const isReadFirst = ({ table }: TableFile): boolean => table === CELLS.name;
    const isNamed = ({ table }: TableFile): boolean => stdout.includes(`${table}.csv`);
    const named = csv.filter((file) => !isReadFirst(file) && isNamed(file));
    for (const together of [
      csv.filter(isReadFirst),
      csv.filter((file) => !isReadFirst(file) && !isNamed(file)),
    ])
      expect((await verifiedAfter(command, together, "one cell changed", 1)).missed).toEqual([]);
    // Of what is named some rows may be made again: those are told of, and the rest is then doctored alone.
    const { missed } = await verifiedAfter(command, named, "one cell changed", 1);
    const untold = named.filter(({ table, format }) => missed.includes(`${table}.${format}`));
    expect((await verifiedAfter(command, untold, "one cell changed", 1)).missed).toEqual([]);
  });

  it("finds a file that nobody ordered, listed or not", async () => {
    const copy = aCopy(command);
    writeFileSync(join(copy, "more.csv"), "a\n1\n");
    const { code, message } = await verifyQuietly(copy, 1);
    expect([code, message]).toEqual([3, expect.stringContaining("more.csv: run.json does not list it")]);
    rehash(copy, (files) => [...files, { name: "more.csv", sha256: "" }]);
    expect((await verifyQuietly(copy, 1)).message).toContain(
      "more.csv: run.json lists it, but what was ordered gives no such file",
    );
  });
});
