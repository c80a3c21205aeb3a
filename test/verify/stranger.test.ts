import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { rehash } from "../../bench/hostile/doctor-results.ts";
import type { SmallFolders } from "../../bench/hostile/small-folders.ts";
import { verifyQuietly } from "../../bench/hostile/verify-quietly.ts";
import { figureList } from "../../cli/figures/draw.ts";
import { writeReport } from "../../cli/report/write-report.ts";
import { CommandError } from "../../cli/terminal/exit-codes.ts";
import { readRecordedTask } from "../../cli/work/recorded-task.ts";
import { aFolder } from "../support/a-folder.ts";
import { theSmallFolders } from "../support/the-small-folders.ts";

let folders: SmallFolders;
beforeAll(async () => {
  folders = await theSmallFolders();
});

interface AnyRecord {
  [key: string]: unknown;
  order: { [key: string]: unknown };
  scenarios: { [key: string]: unknown }[];
  files: { name: string; sha256: string }[];
}

/** Every command that reads a results folder, up to where it would simulate. */
const READERS: Readonly<Record<string, (folder: string) => Promise<unknown>>> = {
  async verify(folder) {
    const { code, message } = await verifyQuietly(folder);
    if (code !== 0) throw new CommandError(message, code === 3 ? 3 : 2);
  },
  rerun: async (folder) => readRecordedTask(folder),
  report: (folder) => writeReport(folder, join(dirname(folder), "report.html")),
  chart: (folder) => figureList(folder),
};

/** Says how each command that a planted folder concerns ends: refused in words, or another way. */
async function endings(
  folder: string,
  readers: readonly string[],
): Promise<Readonly<Record<string, string>>> {
  const ended: Record<string, string> = {};
  for (const name of readers)
    ended[name] = await READERS[name](folder).then(
      () => "took it",
      (failure) =>
        failure instanceof CommandError && failure.exitCode >= 2 ? failure.message : `a fault: ${failure}`,
    );
  return ended;
}

function planted(
  change: (record: AnyRecord, folder: string) => unknown,
  command: "run" | "sweep" = "run",
): string {
  const folder = join(aFolder(), "results");
  cpSync(folders[command], folder, { recursive: true });
  const path = join(folder, "run.json");
  const record: AnyRecord = JSON.parse(readFileSync(path, "utf8"));
  writeFileSync(path, JSON.stringify(change(record, folder) ?? record));
  return folder;
}

const ALL = Object.keys(READERS);
const ORDERED = ["verify", "rerun"];

describe("a results folder from a stranger is refused with place and reason", () => {
  it.each<[string, readonly string[], RegExp, (record: AnyRecord, folder: string) => unknown]>([
    [
      "a file outside",
      ALL,
      /run\.json is damaged: files\.0\.name: expected the plain name/,
      (r) => {
        r.files[0].name = "../../etc/passwd";
      },
    ],
    [
      "an absolute file",
      ALL,
      /files\.0\.name/,
      (r) => {
        r.files[0].name = "/dev/zero";
      },
    ],
    [
      "a scenario outside",
      ALL,
      /scenarios\.0\.resolved/,
      (r) => {
        r.scenarios[0].resolved = "../s.yaml";
      },
    ],
    [
      "a name with an escape",
      ALL,
      /files\.0\.name/,
      (r) => {
        r.files[0].name = "a\u001b[2J.csv";
      },
    ],
    [
      "two files of one name",
      ALL,
      /files: expected names that differ/,
      (r) => {
        r.files.push(r.files[0]);
      },
    ],
    [
      "a digest that is none",
      ALL,
      /files\.0\.sha256: expected a SHA-256/,
      (r) => {
        r.files[0].sha256 = "x";
      },
    ],
    [
      "2e9 replications",
      ORDERED,
      /order\.extent\.count/,
      (r) => {
        r.order.extent = { kind: "replications", count: 2e9 };
      },
    ],
    ["1e15 twins", ORDERED, /order/, (r) => void Object.assign(r.order, { kind: "compare", twins: 1e15 })],
    [
      "1e15 replications told",
      ALL,
      /scenarios\.0\.replications/,
      (r) => {
        r.scenarios[0].replications = 1e15;
      },
    ],
    [
      "a seed that is a number",
      ALL,
      /seed/,
      (r) => {
        r.seed = 7;
      },
    ],
    [
      "a commit that is an option",
      ALL,
      /commit/,
      (r) => {
        r.commit = "--output=x";
      },
    ],
    [
      "no scenario",
      ORDERED,
      /lists 0 scenarios, which is not what run takes/,
      (r) => {
        r.scenarios = [];
      },
    ],
    ["a list for a record", ALL, /no linksim results/, () => []],
    [
      "a scenario that is none",
      ["verify", "rerun", "report"],
      /scenario\.a\.resolved\.yaml/,
      (_, folder) => {
        writeFileSync(join(folder, "scenario.a.resolved.yaml"), "extends: ../../secret.yaml\nname: a\n");
        rehash(folder);
        return JSON.parse(readFileSync(join(folder, "run.json"), "utf8"));
      },
    ],
  ])("%s", async (_, readers, reason, change) => {
    const ended = await endings(planted(change), readers);
    for (const reader of readers)
      expect([reader, ended[reader]]).toEqual([reader, expect.stringMatching(reason)]);
  });

  const TABLE = "replications.csv";
  const RESOLVED = "scenario.a.resolved.yaml";
  it.each<[string, RegExp, (path: string) => void]>([
    [
      "a link to a device",
      /it is a link, not a regular file|missing, or not as it was written/,
      (path) => symlinkSync("/dev/zero", path),
    ],
    [
      "a pipe",
      /it is a pipe, not a regular file|missing, or not as it was written/,
      (path) => void execFileSync("mkfifo", [path]),
    ],
    [
      "a folder",
      /it is a folder, not a regular file|missing, or not as it was written/,
      (path) => mkdirSync(path),
    ],
    [
      "a file without end",
      /bytes are read|missing, or not as it was written/,
      (path) => {
        writeFileSync(path, "");
        truncateSync(path, 1e12);
      },
    ],
  ])("in place of a table, a scenario or the record: %s", async (_, reason, plant) => {
    for (const name of [TABLE, RESOLVED, "run.json"]) {
      const folder = planted(() => {});
      rmSync(join(folder, name));
      plant(join(folder, name));
      const readers = name === TABLE ? ["verify", "report"] : ["verify", "rerun", "report"];
      const ended = await endings(folder, readers);
      for (const reader of readers)
        expect([name, reader, ended[reader]]).toEqual([name, reader, expect.stringMatching(reason)]);
    }
  });

  it.each<[string, RegExp, (dictionary: string) => string]>([
    ["a column __proto__", /a column "__proto__"/, (text) => `${text}column,sweep,__proto__,number,,x,,\n`],
    ["a column without a name", /a column ""/, (text) => `${text}column,sweep,,number,,x,,\n`],
    ["a column twice", /a column "mean"/, (text) => `${text}column,sweep,mean,number,,x,,\n`],
  ])("in the dictionary of a sweep: %s", async (_, reason, change) => {
    const folder = planted(() => {}, "sweep");
    const path = join(folder, "dictionary.csv");
    writeFileSync(path, change(readFileSync(path, "utf8")));
    rehash(folder);
    const ended = await endings(folder, ["report", "chart"]);
    expect(ended.report).toMatch(reason);
    expect(ended.chart).toMatch(reason);
  });

  it.each([
    ["a structure for a cell", '[{"scenario":{"toString":1},"metric":null}]'],
    ["a row that is null", "[null]"],
    ["a number too large", '[{"scenario":"a","week":1e999}]'],
  ])("in a table as JSON: %s", async (_, text) => {
    const folder = planted(() => {});
    for (const ending of ["csv", "parquet"]) rmSync(join(folder, `series.${ending}`));
    writeFileSync(join(folder, "series.json"), text);
    rehash(folder, (files) => files.filter(({ name }) => name !== "series.csv" && name !== "series.parquet"));
    const ended = await endings(folder, ["verify", "report", "chart"]);
    for (const [reader, told] of Object.entries(ended))
      expect([reader, told]).toEqual([reader, expect.stringContaining("series.")]);
  });
});
