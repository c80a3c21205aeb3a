import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openResults } from "../../cli/results/open-results.ts";
import { rowsOf } from "../../sim/tables/rows-of.ts";
import { SMALL } from "../support/a-folder.ts";
import { done } from "./sweeps.ts";

const mustRun = process.env.LINKSIM_REQUIRE_ALL === "1";
const METRIC = "wait.first_contact.mean";

let home: string;
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), "linksim-clients-"));
  writeFileSync(join(home, "s.yaml"), SMALL);
  const few = ["--set", "horizon=12 weeks", "--replications", "2", "--workers", "1", "--quiet"];
  await done(["run", "s.yaml", "--events", "--out", "run", ...few], home);
  await done(["sweep", "s.yaml", "--vary", "link_workers.fte=0.25,1", "--out", "sweep", ...few], home);
  mkdirSync(join(home, "odd"));
  for (const [name, text] of Object.entries(ODD)) writeFileSync(join(home, "odd", name), text);
});
afterAll(() => rmSync(home, { recursive: true }));

/** Text that a spreadsheet would run, text with what CSV is written with, and numbers that are not there. */
const ODD = {
  "run.json": '{"program":"linksim","files":[{"name":"dictionary.csv"},{"name":"odd.csv"}]}',
  "dictionary.csv":
    "kind,table,name,type,unit,meaning\ncolumn,odd,text,text,,\ncolumn,odd,whole,integer,people,\ncolumn,odd,number,number,,\n",
  "odd.csv": `text,whole,number\n'=1+1,,0.5\n"a, ""b""",3,\n'tis,4,-1e-7\n`,
};
const ODD_CELLS = [
  ["=1+1", null, 0.5],
  ['a, "b"', 3, null],
  ["'tis", 4, -1e-7],
];

/** What a client says of both folders: rows as they are, and sums of columns of numbers. */
interface Read {
  readonly unit: string;
  readonly points: readonly (readonly (number | null)[])[];
  readonly values: readonly (number | null)[];
  readonly patients: readonly string[];
  readonly minutes: number;
  readonly odd: readonly (readonly (string | number | null)[])[];
  readonly refusal: string;
}

async function expected(): Promise<Omit<Read, "refusal">> {
  const [run, sweep] = [openResults(join(home, "run")), openResults(join(home, "sweep"))];
  const rows = async (folder: typeof run, name: string) => {
    const table = await folder.table(name);
    if (table === undefined) throw new Error(`no ${name}`);
    return rowsOf(table) as Readonly<Record<string, string | number | null>>[];
  };
  const measured = await rows(run, "replications");
  const events = await rows(run, "events");
  const points = await rows(sweep, "points");
  const { unit } = measured.find(({ metric }) => metric === METRIC) ?? {};
  return {
    unit: String(unit),
    points: points.map((row) => [row.point as number, row[METRIC] as number | null]),
    values: measured
      .filter(({ metric, group_by }) => metric === METRIC && group_by === "all")
      .map(({ value }) => value as number | null),
    patients: [...new Set(events.map(({ patient }) => String(patient)))].sort(),
    minutes: events.reduce((sum, { minute }) => sum + Number(minute), 0),
    odd: ODD_CELLS,
  };
}

/** Tells whether a program is here and does what it is asked. */
function works(program: string, words: readonly string[]): boolean {
  try {
    execFileSync(program, words, { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

describe("the Python client", () => {
  const script = (frames: boolean): string => `
import json, sys
sys.path.insert(0, "clients/python")
from linksim import *
run, sweep, odd = (read_results(f"{sys.argv[1]}/{name}"${frames ? "" : ", frames=False"}) for name in ("run", "sweep", "odd"))
read = replications(run, "${METRIC}"), events(run), points(sweep), odd.table("odd")
if ${frames ? "True" : "False"}:
    assert all(type(table).__name__ == "DataFrame" for table in read)
    read = [json.loads(table.to_json(orient="records", double_precision=15)) for table in read]
values, happened, found, odd_cells = read
try:
    run.table("nothing")
except FileNotFoundError as missing:
    refusal = str(missing)
print(json.dumps({
    "unit": unit(run, "${METRIC}"),
    "points": [[row["point"], row["${METRIC}"]] for row in found],
    "values": [row["value"] for row in values],
    "patients": sorted({row["patient"] for row in happened}),
    "minutes": sum(row["minute"] for row in happened),
    "odd": [list(row.values()) for row in odd_cells],
    "refusal": refusal,
}))`;
  const read = (python: string, frames: boolean): Read =>
    JSON.parse(execFileSync(python, ["-B", "-c", script(frames), home], { encoding: "utf8" }));

  it.skipIf(!mustRun && !works("python3", ["--version"]))(
    "reads the numbers that were written, with the standard library alone (skipped: no Python)",
    async () => {
      expect(read("python3", false)).toEqual({
        ...(await expected()),
        refusal: expect.stringMatching(/nothing\.csv: .*no such table.*replications/),
      });
    },
  );

  const withPandas = ["python3", "/usr/bin/python3"].find((each) => works(each, ["-c", "import pandas"]));
  it.skipIf(!mustRun && withPandas === undefined)(
    "gives the same as data frames (skipped: no pandas)",
    async () => {
      const { points, values, ...rest } = read(withPandas ?? "python3", true);
      const whole = await expected();
      const { unit, patients, minutes, odd } = whole;
      expect(rest).toMatchObject({ unit, patients, minutes, odd });
      // pandas writes 15 decimals.
      const close = (found: number | null, of: number | null): void =>
        of === null ? expect(found).toBeNull() : expect(found).toBeCloseTo(of, 9);
      expect(values).toHaveLength(whole.values.length);
      values.forEach((value, i) => {
        close(value, whole.values[i]);
      });
      expect(points.map(([point]) => point)).toEqual(whole.points.map(([point]) => point));
      points.forEach(([, mean], i) => {
        close(mean, whole.points[i][1]);
      });
    },
  );
});

describe("the R client", () => {
  const script = `
source("clients/r/linksim.R")
home <- commandArgs(TRUE)[1]
run <- read_results(file.path(home, "run"))
found <- points(read_results(file.path(home, "sweep")))
values <- replications(run, "${METRIC}")
happened <- events(run)
odd <- read_table(read_results(file.path(home, "odd")), "odd")
refusal <- tryCatch(read_table(run, "nothing"), error = conditionMessage)
number <- function(cells) paste0("[", paste(ifelse(is.na(cells), "null", format(cells, digits = 17)), collapse = ","), "]")
text <- function(cells) paste0("[", paste(encodeString(cells, quote = '"'), collapse = ","), "]")
cat(sprintf(
  '{"unit":%s,"point":%s,"mean":%s,"values":%s,"patients":%s,"minutes":%s,"refusal":%s,"odd":[%s,%s,%s]}',
  text(unit_of(run, "${METRIC}")), number(found$point), number(found[["${METRIC}"]]), number(values$value),
  text(sort(unique(happened$patient), method = "radix")), format(sum(as.numeric(happened$minute)), digits = 17), text(refusal),
  text(odd$text), number(odd$whole), number(odd$number)
))`;

  it.skipIf(!mustRun && !works("Rscript", ["--version"]))(
    "reads the numbers that were written, with R alone (skipped: no R)",
    async () => {
      const said = execFileSync("Rscript", ["--vanilla", "-e", script, home], { encoding: "utf8" });
      const { unit, point, mean, refusal, odd, ...rest } = JSON.parse(said);
      const points = point.map((each: number, i: number) => [each, mean[i]]);
      const rows = ODD_CELLS.map((_, row) => odd.map((cells: unknown[]) => cells[row]));
      expect({ ...rest, unit: unit[0], points, odd: rows }).toEqual(await expected());
      expect(refusal[0]).toMatch(/nothing\.csv: .*no such table.*replications/);
    },
  );
});
