import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { aFolder, SMALL } from "../support/a-folder.ts";
import { linksim } from "./linksim.ts";

const withVariant = (set: string): string =>
  `${SMALL}\nvariants:\n  - { id: more, name: more referrals, set: [${set}] }\n`;
const MORE = withVariant("referral.rate=80 per 1000 a year");

describe("other assumptions of a scenario", () => {
  it("are simulated beside it, under a name of their own in every table, and left out on demand", async () => {
    const cwd = aFolder({ "s.yaml": MORE });
    const words = ["run", "s.yaml", "--replications", "2"];
    const { stdout, code } = await linksim([...words, "--full", "--out", "out"], { cwd });
    expect(code).toBe(0);
    expect(stdout).toMatch(/Under other assumptions[^\n]*\n +As above [^\n]+\n +more referrals /);
    const file = (name: string): string => readFileSync(join(cwd, "out", name), "utf8");
    const rows = file("summary.csv").split(/\r?\n/).slice(1, -1);
    expect(new Set(rows.map((line) => line.split(",")[0]))).toEqual(new Set(["small", "small (more)"]));
    expect(readdirSync(join(cwd, "out"))).toContain("scenario.small (more).resolved.yaml");
    const resolved = file("scenario.small (more).resolved.yaml");
    expect(resolved).toContain("name: small (more)");
    expect(resolved).toContain("variants: []");

    const plain = await linksim([...words, "--full", "--no-variants"], { cwd });
    expect(plain.stdout).not.toContain("Under other assumptions");
  });

  it("are refused where their name is another scenario's", async () => {
    const other = SMALL.replace("name: small", "name: small (more)");
    const cwd = aFolder({ "s.yaml": MORE, "o.yaml": other });
    const { stderr, code } = await linksim(["run", "s.yaml", "o.yaml", "--replications", "2"], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain("small (more)");
  });

  it("are read back by check", async () => {
    const { stdout } = await linksim(["check", "s.yaml"], { cwd: aFolder({ "s.yaml": MORE }) });
    expect(stdout).toContain("Also run under other assumptions: more referrals.");
  });

  it("are refused by name, before anything is run", async () => {
    const cwd = aFolder({ "s.yaml": withVariant("referral.rat=80 per 1000 a year") });
    const { stderr, code } = await linksim(["run", "s.yaml", "--replications", "2"], { cwd });
    expect(code).toBe(2);
    expect(stderr).toMatch(/s\.yaml:14:44 variants\[more\]: referral\.rat: .* Did you mean rate\?/);
  });
});
