import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { linksim } from "../cli/linksim.ts";
import { aFolder, SMALL } from "../support/a-folder.ts";

it("goes when a run without --report writes other numbers, and names the tables that it tells of", async () => {
  const folder = aFolder({ "small.yaml": SMALL.replace("40 weeks", "6 weeks") });
  const page = join(folder, "out.html");
  const run = async (...more: string[]): Promise<string> => {
    const words = ["run", "small.yaml", "--replications", "2", "--out", "out", ...more];
    return (await linksim(words, { cwd: folder })).stdout;
  };
  const hash = (): string => JSON.parse(readFileSync(join(folder, "out", "run.json"), "utf8")).content_hash;

  expect(await run("--report")).toContain("The report for a board is out.html");
  expect(readFileSync(page, "utf8")).toContain(hash());

  expect(await run()).not.toContain("Removed");
  expect(readFileSync(page, "utf8")).toContain(hash());

  expect(await run("--seed", "2")).toContain(
    "Removed out.html, the report of an earlier run, which told of other numbers.",
  );
  expect(existsSync(page)).toBe(false);
});
