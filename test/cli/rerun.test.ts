import { mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { aFolder, SMALL } from "../support/a-folder.ts";
import { linksim } from "./linksim.ts";
import { digests, doctor, done } from "./sweeps.ts";

const VARIANTS = "variants:\n  - { id: half, name: Half posts, why: x, set: [link_workers.fte=0.5] }\n";
const CUT =
  "start: 2026-01-05\ntimeline:\n  - { id: cut, date: 2026-02-02, kind: funding_cut, types: [local], share: 20 % }\n";
const SHORT = ["--set", "horizon=12 weeks", "--replications", "2"];

describe("linksim rerun", () => {
  it.each([
    ["a run", ["run", "s.yaml", ...SHORT]],
    [
      "a run with variants and changes",
      ["run", "variants.yaml", "s.yaml", ...SHORT, "--set", "link_workers.fte=0.8"],
    ],
    [
      "a run to a precision",
      ["run", "s.yaml", "--set", "measures.precision_on=[caseload.mean]", "--precision", "0.4"],
    ],
    ["a run with events", ["run", "s.yaml", ...SHORT, "--events", "--format", "csv,parquet"]],
    [
      "a sweep of factors and dates",
      [
        ...["sweep", "cut.yaml", ...SHORT, "--vary", "referral.rate=x0.5,x1,x1.5"],
        ...["--vary", "timeline[cut].date=2026-02-02:2026-03-16:3 weeks", "--format", "json"],
      ],
    ],
    [
      "a Latin hypercube",
      [
        "sweep",
        "s.yaml",
        ...SHORT,
        "--vary",
        "link_workers.fte=0.25:1",
        "--design",
        "lhs",
        "-n",
        "5",
        "--seed",
        "ab",
      ],
    ],
  ])("gives the bytes of %s again, from its folder alone, from anywhere", async (_, words) => {
    const cwd = aFolder({
      "s.yaml": SMALL,
      "variants.yaml": `${SMALL.replace("small", "large")}${VARIANTS}`,
      "cut.yaml": `${SMALL}${CUT}`,
    });
    await done([...words, "--out", "out", "--quiet"], cwd);
    const elsewhere = join(cwd, "elsewhere");
    mkdirSync(elsewhere);
    renameSync(join(cwd, "out"), join(elsewhere, "moved"));
    for (const name of readdirSync(cwd))
      if (name !== "elsewhere") rmSync(join(cwd, name), { recursive: true });
    const { stdout, stderr } = await done(["rerun", "moved", "--quiet"], elsewhere);
    expect(stderr).toMatch(/^moved: the same bytes came out, \d+ files, content hash [0-9a-f]{64}\.\n$/);
    expect(stdout).toBe("");
    expect(readdirSync(elsewhere)).toEqual(["moved"]);
  });

  it("keeps what came out where --out is given, and that can be done again too", async () => {
    const cwd = aFolder({ "s.yaml": SMALL });
    await done(["run", "s.yaml", ...SHORT, "--out", "a", "--quiet"], cwd);
    await done(["rerun", "a", "--out", "b", "--quiet"], cwd);
    await done(["rerun", "b", "--out", "c", "--quiet"], cwd);
    expect(digests(join(cwd, "c"))).toEqual(digests(join(cwd, "a")));
    expect(readdirSync(cwd).sort()).toEqual(["a", "b", "c", "s.yaml"]);
  });

  it("names the files that came out otherwise, and ends with exit code 3", async () => {
    const cwd = aFolder({ "s.yaml": SMALL });
    await done(["run", "s.yaml", ...SHORT, "--out", "out", "--quiet"], cwd);
    doctor(
      join(cwd, "out"),
      "summary.csv",
      (text) => `${text}small,people.made_up,all,all,people,2,1,0,1,1,1,1,1\n`,
    );
    const { code, stderr } = await linksim(["rerun", "out", "--quiet"], { cwd });
    expect(stderr).toMatch(/^out: other bytes came out in summary\.csv\./);
    expect(code).toBe(3);
  });
});
