import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { aFolder, SMALL } from "../support/a-folder.ts";
import { linksim } from "./linksim.ts";
import { cellFiles, digests, done, EIGHT_POINTS, undisturbed } from "./sweeps.ts";

const part = (k: number, store: string, ...more: readonly string[]): string[] => [
  ...EIGHT_POINTS,
  ...["--shard", `${k}/3`, "--store", store, "--workers", "1"],
  ...more,
];

describe("linksim merge", () => {
  it("makes of parts, one of them simulated twice and one lost, the bytes of the whole", async () => {
    const cwd = aFolder({ "s.yaml": SMALL });
    for (const [k, store] of [
      [1, "p1"],
      [2, "p2"],
      [2, "p1"],
    ] as const)
      await done(part(k, store), cwd);
    // Neither the scenario nor its folder is needed any more.
    rmSync(join(cwd, "s.yaml"));
    await done(["merge", "p1", "p2", "--out", "out", "--quiet"], cwd);
    expect(digests(join(cwd, "out"))).toEqual(await undisturbed());
    // The lost part was simulated now, and kept: nothing is left to simulate.
    expect(cellFiles(join(cwd, "p1"))).toHaveLength(8);
    await done(["merge", "p1", "--out", "again", "--quiet"], cwd);
    expect(digests(join(cwd, "again"))).toEqual(await undisturbed());
  });

  it("takes no damaged cell over, says so, and simulates it again", async () => {
    const cwd = aFolder({ "s.yaml": SMALL });
    for (const k of [1, 2, 3]) await done(part(k, `p${k}`), cwd);
    const [file] = cellFiles(join(cwd, "p2"));
    const bytes = readFileSync(file);
    bytes[bytes.length - 1] ^= 1;
    writeFileSync(file, bytes);
    const { stderr } = await done(["merge", "p1", "p2", "p3", "--out", "out"], cwd);
    expect(stderr).toContain("p2: 1 cell was damaged, as the digest showed");
    expect(digests(join(cwd, "out"))).toEqual(await undisturbed());
  });

  it("simulates nothing that a part of a run has simulated, variants and other changes among it", async () => {
    const variants = "variants:\n  - { id: half, name: Half posts, why: x, set: [link_workers.fte=0.5] }\n";
    const cwd = aFolder({ "s.yaml": `${SMALL}${variants}` });
    const run = ["run", "s.yaml", "--set", "horizon=12 weeks", "--replications", "3", "--quiet"];
    await done([...run, "--out", "whole"], cwd);
    for (const k of ["1/2", "2/2"]) await done([...run, "--shard", k, "--store", "kept"], cwd);
    const kept = cellFiles(join(cwd, "kept"));
    expect(kept).toHaveLength(6);
    await done(["merge", "kept", "--out", "merged", "--quiet"], cwd);
    expect(cellFiles(join(cwd, "kept"))).toEqual(kept);
    expect(digests(join(cwd, "merged"))).toEqual(digests(join(cwd, "whole")));
  });

  it("refuses parts of different work, stores that are none, and those that nobody simulated a part into", async () => {
    const cwd = aFolder({ "s.yaml": SMALL, notes: "mine" });
    await done(part(1, "p1"), cwd);
    await done(part(2, "p2", "--seed", "2"), cwd);
    const refused = async (words: readonly string[]): Promise<string> => {
      const { code, stderr } = await linksim(["merge", ...words, "--out", "out"], { cwd });
      expect(code).toBe(2);
      return stderr;
    };
    expect(await refused(["p1", "p2"])).toContain("parts of 2 different pieces of work");
    expect(await refused(["p1", "p9"])).toContain("p9: there is no store of simulated cells");
    expect(await refused(["notes"])).toContain("is not a store of linksim");
    cpSync(join(cwd, "p1"), join(cwd, "p3"), { recursive: true });
    rmSync(join(cwd, "p3", "orders"), { recursive: true });
    expect(await refused(["p3"])).toContain("does not say what its cells are parts of");
  });
});
