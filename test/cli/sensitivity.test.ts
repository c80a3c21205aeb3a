import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { aFolder, SMALL } from "../support/a-folder.ts";
import { linksim } from "./linksim.ts";

const BASE = SMALL.replace("40 weeks", "8 weeks");
const CUT = BASE.replace("name: small", "name: cut").replace("fte: 1", "fte: 0.5");
const over = ["--over", "drop_off.base,referral.rate"];
const quick = ["--metrics", "people.reached_3", "--budget", "304", "--quiet"];

describe("linksim sensitivity", () => {
  it("ranks what moves a difference, writes its tables, and has them verified, made again and merged", async () => {
    const cwd = aFolder({ "a.yaml": BASE, "b.yaml": CUT });
    const all = ["sensitivity", "a.yaml", "b.yaml", ...over, ...quick];
    const { code, stdout, stderr } = await linksim([...all, "--workers", "2", "--out", "out"], { cwd });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toMatch(/^cut against small: 2 numbers that are not known\./);
    expect(stdout).toMatch(/1 +referral\.rate/);
    expect(Math.max(...stdout.split("\n").map((line) => line.length))).toBeLessThanOrEqual(100);
    const read = (name: string) =>
      Papa.parse<Record<string, string>>(readFileSync(join(cwd, "out", `${name}.csv`), "utf8").trim(), {
        header: true,
      }).data;
    const shares = read("variance_shares").filter(
      ({ base, whole }) => base === "small" && whole === "variance",
    );
    expect(shares.map(({ part }) => part)).toEqual(["parameters", "chance"]);
    expect(shares.reduce((sum, { share }) => sum + Number(share), 0)).toBeCloseTo(1, 10);
    expect(new Set(read("sensitivity").map(({ method }) => method))).toEqual(
      new Set(["mu_star", "mu", "sigma", "first", "total"]),
    );
    const record = (folder: string) => JSON.parse(readFileSync(join(cwd, folder, "run.json"), "utf8"));
    expect(record("out")).toMatchObject({ kind: "sensitivity", order: { budget: 304 } });

    expect(await linksim(["verify", "out", "--sample", "all"], { cwd })).toMatchObject({ code: 0 });
    expect(await linksim(["verify", "out", "--sample", "2"], { cwd })).toMatchObject({ code: 0 });
    expect(await linksim(["rerun", "out", "--workers", "1"], { cwd })).toMatchObject({ code: 0 });
    for (const shard of ["1/2", "2/2"]) {
      const part = await linksim([...all, "--shard", shard, "--store", `kept-${shard[0]}`], { cwd });
      expect(part).toMatchObject({ code: 0 });
      expect(part.stderr).toContain("The screening is not complete");
    }
    const merged = await linksim(["merge", "kept-1", "kept-2", "--out", "merged"], { cwd });
    expect(merged).toMatchObject({ code: 0 });
    expect(record("merged").content_hash).toBe(record("out").content_hash);
  });

  it("says what a budget buys and how long that takes, and refuses what cannot be asked in a line", async () => {
    const cwd = aFolder({ "a.yaml": BASE });
    const one = ["sensitivity", "a.yaml", ...over];
    const dry = await linksim([...one, "--dry-run", "--budget", "400"], { cwd });
    expect(dry.stdout.replaceAll(/\s+/g, " ")).toMatch(
      /^\d+ replications buy: a screening of 2 parameters, 20 rows of 3 points; then \d+ rows of 4 points part/,
    );
    expect(readdirSync(cwd)).toEqual(["a.yaml"]);
    const refusals = [
      [["--budget", "9"], "--budget 9: a screening of 2 parameters takes at least 24 replications"],
      [["--metrics", "people.reach_3"], "--metrics: found people.reach_3"],
      [["--grade", "B"], "no number with a range is left"],
      [["--ensemble", "members"], "--ensemble: parameters of members hang together"],
    ] as const;
    for (const [more, told] of refusals) {
      const refused = await linksim([...one, ...more], { cwd });
      expect(refused).toMatchObject({ code: 2, stdout: "" });
      expect(refused.stderr).toContain(told);
    }
    const idle = await linksim(["sensitivity", "a.yaml", "--over", "contact.group.people"], { cwd });
    expect(idle.stderr).toContain("it changes nothing here: no contact is a group session");
    const unknown = await linksim(["sensitivity", "a.yaml", "--over", "drop_off.bas"], { cwd });
    expect(unknown.stderr).toMatch(/--over drop_off\.bas: .* drop_off\.base/);
  });
});
