import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { aFolder, SMALL } from "../support/a-folder.ts";
import { linksimHere } from "../support/linksim-here.ts";

it("goes when a run without --report writes other numbers, and names the tables that it tells of", async () => {
  const folder = aFolder({ "small.yaml": SMALL.replace("40 weeks", "6 weeks") });
  const page = join(folder, "out.html");
  const run = (...words: string[]): Promise<string> =>
    linksimHere(
      ["run", "small.yaml", "--replications", "2", "--out", "out", "--workers", "1", ...words],
      folder,
    );
  const hash = (): string => JSON.parse(readFileSync(join(folder, "out", "run.json"), "utf8")).content_hash;

  await run("--report");
  expect(readFileSync(page, "utf8")).toContain(hash());

  expect(await run()).not.toContain("Removed");
  expect(readFileSync(page, "utf8")).toContain(hash());

  expect(await run("--seed", "2")).toContain(
    "Removed out.html, the report of an earlier run, which told of other numbers.",
  );
  expect(existsSync(page)).toBe(false);
});
