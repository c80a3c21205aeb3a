import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { aFolder, SMALL } from "../support/a-folder.ts";
import { linksim } from "./linksim.ts";

const held = (target: string): string =>
  `${SMALL}standards:\n  - { id: seen, name: seen within 20 working days, metric: wait.first_contact.within_20_working_days, at_least: ${target} }\n`;
const quick = ["--replications", "4", "--workers", "1"];

describe("standards of a scenario", () => {
  it.each([
    { target: "30 %", words: "MET", meets: 4, code: 0 },
    { target: "99 %", words: "NOT MET", meets: 0, code: 3 },
  ])(
    "come first on the screen: $words at $target, exit code $code",
    async ({ target, words, meets, code }) => {
      const cwd = aFolder({ "s.yaml": held(target) });
      const found = await linksim(["run", "s.yaml", ...quick, "--full"], { cwd });
      expect(found.code).toBe(code);
      const screen = found.stdout.replaceAll(/\s+/g, " ");
      expect(screen).toMatch(new RegExp(`^small, seen within 20 working days: ${words}: \\d\\d\\.\\d ±\\d`));
      expect(screen).toContain(`wanted at least ${target.replace(" %", ".0 %")}; ${meets} of 4 replications`);
    },
  );

  it("are undecided after one replication, which is no failure", async () => {
    const cwd = aFolder({ "s.yaml": held("99 %") });
    const { code, stdout } = await linksim(["run", "s.yaml", "--replications", "1"], { cwd });
    expect(code).toBe(0);
    expect(stdout).toContain("UNDECIDED");
  });

  it("are told to machines, written to a table, and judged of both worlds of a comparison", async () => {
    const cwd = aFolder({
      "s.yaml": held("30 %"),
      "cut.yaml": held("30 %").replace("name: small", "name: cut").replace("fte: 1", "fte: 0.1"),
    });
    const { code, stdout } = await linksim(
      ["compare", "s.yaml", "cut.yaml", ...quick, "--json", "--out", "out"],
      { cwd },
    );
    expect(code).toBe(3);
    const { scenarios } = JSON.parse(stdout);
    const verdicts = scenarios.map(
      ({ standards }: { standards: { verdict: string }[] }) => standards[0].verdict,
    );
    expect(verdicts).toEqual(["met", "not met"]);
    const [head, ...rows] = readFileSync(join(cwd, "out", "standards.csv"), "utf8")
      .trimEnd()
      .split("\n");
    expect(head).toMatch(/^scenario,standard,name,metric,/);
    expect(rows.map((row) => row.split(",")[0])).toEqual(["small", "cut"]);
    // Making the same bytes again is done, whatever they say.
    expect((await linksim(["rerun", "out"], { cwd })).code).toBe(0);
  });

  it("leave no table where there are none", async () => {
    const cwd = aFolder({ "s.yaml": SMALL });
    await linksim(["run", "s.yaml", ...quick, "--out", "out"], { cwd });
    expect(readdirSync(join(cwd, "out"))).not.toContain("standards.csv");
  });

  it("are read back by check, and refused with the nearest metric", async () => {
    const cwd = aFolder({
      "s.yaml": held("90 %"),
      "bad.yaml": held("90 %").replace("metric: wait.first", "metric: wait.frist"),
    });
    const { stdout } = await linksim(["check", "s.yaml"], { cwd });
    expect(stdout).toContain("Standard: seen within 20 working days");
    const { code, stderr } = await linksim(["run", "bad.yaml", ...quick], { cwd });
    expect(code).toBe(2);
    expect(stderr).toMatch(
      /standards\[seen\]\.metric: found "wait\.frist_contact.*Did you mean wait\.first_contact/,
    );
  });
});
