import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { aFolder, SMALL } from "../support/a-folder.ts";
import { anEnsemble } from "../support/an-ensemble.ts";
import { linksim } from "./linksim.ts";
import { digests } from "./sweeps.ts";

const row = (id: string, metric: string, low: string, high: string, role: string): string =>
  `  - { id: ${id}, metric: ${metric}, value: ${low}, low: ${low}, high: ${high}, role: ${role}, source: a test }\n`;

describe("linksim validate", () => {
  it("sets published figures beside simulated ones and ends with 3 where a held-out one is missed", async () => {
    const targets =
      `targets:\n${row("F", "caseload.mean", "1000", "2000", "fitted")}` +
      row("H", "people.reached_3", "100000 people", "200000 people", "held_out");
    const cwd = aFolder({ "s.yaml": SMALL, "targets.yaml": targets });
    const { code, stdout } = await linksim(["validate", "s.yaml", "--replications", "4", "--quiet"], { cwd });
    expect(code).toBe(3);
    expect(stdout).toMatch(/Fitted: .*\n.*Verdict\nF .* missed\n/);
    expect(stdout).toMatch(/Held out: .*\n.*Verdict\nH .* missed\n/);
    expect(stdout.replaceAll(/\s+/g, " ")).toContain(
      "0 of 1 fitted target met; missed: F. 0 of 1 held-out target met; missed: H.",
    );
  });

  it("ends with 0 where only a fitted one is missed, and gives all of it as JSON", async () => {
    const targets = `targets:\n${row("F", "people.reached_3", "100000 people", "200000 people", "fitted")}`;
    const cwd = aFolder({ "s.yaml": SMALL, "mine.yaml": targets });
    const words = [
      "validate",
      "s.yaml",
      "--targets",
      "mine.yaml",
      "--replications",
      "4",
      "--quiet",
      "--json",
    ];
    const { code, stdout } = await linksim(words, { cwd });
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      scenario: "small",
      replications: 4,
      targets: [{ id: "F", role: "fitted", low: 100000, high: 200000, n: 4, verdict: "missed" }],
    });
  });

  it("writes a folder that is verified and made again, with its report and under an ensemble too", async () => {
    const targets =
      `targets:\n${row("F", "caseload.mean", "1", "2000", "fitted")}` +
      row("H", "people.reached_3", "100000 people", "200000 people", "held_out");
    const cwd = aFolder({ "s.yaml": SMALL, "targets.yaml": targets });
    anEnsemble(cwd, 3);
    const words = ["validate", "s.yaml", "--replications", "4", "--workers", "1", "--quiet"];
    const { code, stdout } = await linksim([...words, "--out", "out", "--format", "csv,json", "--report"], {
      cwd,
    });
    expect(code).toBe(3);
    expect(stdout).toContain("\nFiles are in out; what each column means is in its dictionary.\n");
    expect(readdirSync(join(cwd, "out")).sort()).toEqual(
      [
        ...["cells", "dictionary", "targets"].flatMap((table) => [`${table}.csv`, `${table}.json`]),
        ...["run.json", "scenario.resolved.yaml"],
      ].sort(),
    );
    const read = (folder: string) =>
      Papa.parse<Record<string, string>>(readFileSync(join(cwd, folder, "targets.csv"), "utf8").trim(), {
        header: true,
      }).data;
    expect(read("out")).toMatchObject([
      { target: "F", role: "fitted", n: "4", range_low: "", spreadsheet: "", verdict: "met" },
      { target: "H", role: "held_out", low: "100000", verdict: "missed", source: "a test" },
    ]);
    expect(Number(read("out")[1].spreadsheet)).toBeGreaterThan(0);
    const page = readFileSync(join(cwd, "out.html"), "utf8");
    expect(page).toContain("Does small give what was published of the service?");
    expect(page).toContain("1 of 1 fitted target met. 0 of 1 held-out target met; missed: H.");
    expect(page).toContain("The numbers of this figure (table targets, 2 rows)");
    expect(page).not.toContain("table waves");
    for (const again of ["verify", "rerun"])
      expect(await linksim([again, "out", "--quiet"], { cwd }), again).toMatchObject({ code: 0 });

    const under = [
      "--ensemble",
      "ensemble",
      "--member-replications",
      "2",
      "--store",
      "kept",
      "--out",
      "under",
    ];
    const shown = await linksim([...words, ...under, "--json"], { cwd });
    expect(shown.code).toBe(3);
    expect(JSON.parse(shown.stdout)).toMatchObject({ out: "under", targets: [{ n: 4 }, { n: 4 }] });
    expect(read("under").map(({ mean }) => mean)).toEqual(read("out").map(({ mean }) => mean));
    for (const again of ["verify", "rerun"])
      expect(await linksim([again, "under", "--quiet"], { cwd }), again).toMatchObject({ code: 0 });
    // The store has it all, and its name for the work.
    expect(await linksim(["merge", "kept", "--out", "merged", "--quiet"], { cwd })).toMatchObject({
      code: 3,
    });
    expect(digests(join(cwd, "merged"))).toEqual(digests(join(cwd, "under")));
  });

  it("refuses targets that are not measured with their lines, and a folder of another's files", async () => {
    const targets = `targets:\n${row("F", "caseload.mea", "1", "2000", "fitted")}`;
    const cwd = aFolder({ "s.yaml": SMALL, "targets.yaml": targets });
    mkdirSync(join(cwd, "own"));
    writeFileSync(join(cwd, "own/mine.txt"), "mine");
    const words = ["validate", "s.yaml", "--replications", "2", "--quiet"];
    const { code, stderr } = await linksim([...words, "--out", "out"], { cwd });
    expect(code).toBe(2);
    expect(stderr).toMatch(/^targets\.yaml:2:\d+ targets\[F\]\.metric: found "caseload\.mea"/);
    writeFileSync(join(cwd, "targets.yaml"), targets.replace("caseload.mea,", "caseload.mean,"));
    expect(await linksim([...words, "--out", "own"], { cwd })).toMatchObject({ code: 2 });
    expect(readdirSync(cwd).sort()).toEqual(["own", "s.yaml", "targets.yaml"]);
    expect((await linksim([...words, "--format", "csv"], { cwd })).stderr).toContain("--out DIR");
  });

  it("refuses a file that is not there, and says where one would be", async () => {
    const cwd = aFolder({ "s.yaml": SMALL });
    const { code, stderr } = await linksim(["validate", "s.yaml"], { cwd });
    expect(code).toBe(2);
    expect(stderr).toBe(
      "s.yaml: found no targets.yaml beside the scenario. Name a file of published figures with --targets FILE.\n",
    );
  });
});
