import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { openModelCode } from "../../cli/build/model-code.ts";
import { hasNoChromium, startChromium } from "../support/chromium.ts";
import { bundleForBrowser } from "./in-chromium.ts";

const LIBRARY = "dist/sim/index.js";

async function digestOfSources(): Promise<string> {
  const model = await openModelCode(resolve("."));
  try {
    return await model.digest();
  } finally {
    await model.close();
  }
}

async function digestIn(module: string): Promise<unknown> {
  return (await import(pathToFileURL(module).href)).MODEL_DIGEST;
}

describe("the digest of the model", () => {
  it("in the built program is that of the sources", async () => {
    expect(await digestIn(LIBRARY)).toBe(await digestOfSources());
  });

  it("is the same in a bundle", async () => {
    const folder = mkdtempSync(join(tmpdir(), "linksim-bundle-"));
    const bundle = join(folder, "linksim.mjs");
    writeFileSync(bundle, (await bundleForBrowser(LIBRARY)).text);
    try {
      expect(await digestIn(bundle)).toBe(await digestIn(LIBRARY));
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it.skipIf(hasNoChromium)("is the same in a page (skipped: no Chromium)", async () => {
    const { text: body } = await bundleForBrowser(LIBRARY);
    const browser = await startChromium();
    try {
      const tab = await browser.newPage();
      await tab.route("**", (route) => route.fulfill({ body, contentType: "text/javascript" }));
      await tab.goto("http://localhost/");
      const shown = await tab.evaluate('import("/linksim.js").then(({ MODEL_DIGEST }) => MODEL_DIGEST)');
      expect(shown).toBe(await digestIn(LIBRARY));
    } finally {
      await browser.close();
    }
  });
});
