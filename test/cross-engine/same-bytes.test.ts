import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { hasNoChromium } from "../support/chromium.ts";
import { bundleForBrowser, hashesInChromium } from "./in-chromium.ts";

/** Tests that need another program say so and pass over it, unless the environment makes that a failure. */
const DENO = "node_modules/.bin/deno";
const mustRun = process.env.LINKSIM_REQUIRE_ALL === "1";

const inNode = (): unknown =>
  JSON.parse(execFileSync("node", ["test/cross-engine/print-hashes.mjs"], { encoding: "utf8" }));
const inDeno = (): unknown =>
  JSON.parse(
    execFileSync(DENO, ["run", "--allow-all", "--no-prompt", "test/cross-engine/print-hashes.mjs"], {
      encoding: "utf8",
      env: { ...process.env, DENO_NO_UPDATE_CHECK: "1", NO_COLOR: "1" },
    }),
  );

describe("the tables of the pilot and its cut: run, compared, swept and event by event", () => {
  const published = JSON.parse(readFileSync("test/golden/pilot.json", "utf8"));

  it("have the bytes that were published; they change with a line in the changelog that says why", async () => {
    await expect(JSON.stringify(inNode(), null, 2)).toMatchFileSnapshot("../golden/pilot.json");
  });

  it.skipIf(!existsSync(DENO) && !mustRun)("have the same bytes in Deno (skipped: no Deno)", () => {
    expect(inDeno()).toEqual(published);
  });

  it.skipIf(hasNoChromium)("have the same bytes in headless Chromium (skipped: no Chromium)", async () => {
    expect(await hashesInChromium()).toEqual(published);
  });
});

describe("the pure part, bundled for a page,", () => {
  it("needs nothing of Node and nothing that draws or writes files, and is under 350 kB over the wire", async () => {
    const { text, missing, packages } = await bundleForBrowser("dist/sim/index.js");
    expect(missing).toEqual([]);
    expect(packages).toEqual(["papaparse", "seedrandom", "simple-statistics", "yaml", "zod"]);
    expect(gzipSync(text).length).toBeLessThan(350_000);
  });

  it("holds what it calls of @stdlib, with the licences, so that nobody installs its packages", () => {
    const files = readdirSync("dist/sim", { recursive: true, encoding: "utf8" });
    const texts = files
      .filter((name) => name.endsWith(".js"))
      .map((name) => readFileSync(join("dist/sim", name), "utf8"));
    expect(texts.filter((text) => text.includes('from "@stdlib/'))).toEqual([]);
    const { dependencies } = JSON.parse(readFileSync("package.json", "utf8"));
    expect(Object.keys(dependencies).filter((name) => name.startsWith("@stdlib/"))).toEqual([]);
    const licences = readFileSync("dist/sim/mathematics/licences.txt", "utf8");
    expect(licences).toContain("@stdlib/math-base-special-ln");
    expect(licences).toContain("Apache License");
  });
});
