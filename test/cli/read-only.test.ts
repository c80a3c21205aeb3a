import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, it } from "vitest";
import { aSharedFolder, SMALL } from "../support/a-folder.ts";
import { linksim } from "./linksim.ts";

const NOBODY = 65_534;
/** Permissions do not bind root, who therefore starts the program as nobody. */
const asSomebody = process.getuid?.() === 0 ? { uid: NOBODY } : {};
const QUICK = ["--replications", "1", "--workers", "1", "--quiet"];

const cwd = aSharedFolder();

beforeAll(async () => {
  writeFileSync(join(cwd, "s.yaml"), SMALL.replace("40 weeks", "4 weeks"));
  await linksim(["run", "s.yaml", ...QUICK, "--out", "res"], { cwd });
  chmodSync(cwd, 0o755);
  mkdirSync(join(cwd, "locked"));
  chmodSync(join(cwd, "locked"), 0o555);
});

it.each([
  ["run", "s.yaml", ...QUICK, "--out", "locked/out"],
  ["run", "s.yaml", ...QUICK, "--out", "locked/deep/out", "--store", "locked/cells"],
  [
    "sweep",
    "s.yaml",
    "--vary",
    "link_workers.fte=0.5,1",
    ...QUICK,
    "--slurm",
    "locked/jobs",
    "--out",
    "locked/o",
  ],
  ["rerun", "res", "--out", "locked/again"],
  ["chart", "res", "waits", "-o", "locked/waits.svg"],
  ["report", "res", "-o", "locked/page.html"],
  ["init", "locked/mine"],
])("a place that may only be read is told as that: %s %s", async (...words) => {
  const { code, stderr } = await linksim(words, { cwd, ...asSomebody });
  expect(stderr).toMatch(/^[^\n]*locked\/[^\n]* could not be written: permission denied\.[^\n]*\n$/);
  expect(code).toBe(1);
});
