import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";

/** Tests that need another program say so and pass over it, unless the environment makes that a failure. */
const DENO = "node_modules/.bin/deno";
const mustRun = process.env.LINKSIM_REQUIRE_ALL === "1";

const inNode = (): unknown =>
  JSON.parse(execFileSync("node", ["test/cross-engine/pilot-hash.mjs"], { encoding: "utf8" }));
const inDeno = (): unknown =>
  JSON.parse(
    execFileSync(DENO, ["run", "--allow-all", "--no-prompt", "test/cross-engine/pilot-hash.mjs"], {
      encoding: "utf8",
      env: { ...process.env, DENO_NO_UPDATE_CHECK: "1", NO_COLOR: "1" },
    }),
  );

describe("the pilot's tables", () => {
  it.skipIf(!existsSync(DENO) && !mustRun)(
    "have the same bytes in Node and in Deno (skipped: no Deno)",
    () => {
      expect(inDeno()).toEqual(inNode());
    },
  );

  it("have the bytes that were published; they change with a line in the changelog that says why", async () => {
    await expect(JSON.stringify(inNode(), null, 2)).toMatchFileSnapshot("../golden/pilot.json");
  });
});
