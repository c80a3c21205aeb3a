import { readFileSync } from "node:fs";
import { build } from "esbuild";
import { startChromium } from "../support/chromium.ts";
import files from "./files.json" with { type: "json" };

/** A module with all that it imports, as one text for a page. */
export interface Bundle {
  readonly text: string;
  /** Names what it would have to be given from elsewhere. */
  readonly missing: readonly string[];
  /** Names the packages whose code is in it. */
  readonly packages: readonly string[];
}

/**
 * Bundles a module for a page, with nothing put in the place of what only Node has: esbuild fails where it
 * cannot find something.
 */
export async function bundleForBrowser(module: string): Promise<Bundle> {
  const { outputFiles, metafile } = await build({
    entryPoints: [module],
    bundle: true,
    write: false,
    format: "esm",
    platform: "browser",
    minify: true,
    metafile: true,
    logLevel: "silent",
  });
  const inputs = Object.entries(metafile.inputs);
  const packages = inputs.flatMap(([path]) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? []);
  return {
    text: outputFiles[0].text,
    missing: inputs.flatMap(([, { imports }]) =>
      imports.filter(({ external }) => external).map(({ path }) => path),
    ),
    packages: [...new Set(packages)].sort(),
  };
}

/**
 * Simulates in a page of a headless Chromium what `print-hashes.mjs` simulates in Node and in Deno, and
 * returns the hashes.
 */
export async function hashesInChromium(): Promise<unknown> {
  // localhost, since a page may hash only in a secure context; every request is answered here.
  const page = "http://localhost/";
  const { text } = await bundleForBrowser("test/cross-engine/tables-hash.mjs");
  const served = new Map([
    [page, { contentType: "text/html", body: "<!doctype html><title>linksim</title>" }],
    [`${page}bundle.js`, { contentType: "text/javascript", body: text }],
  ]);
  const browser = await startChromium();
  try {
    const tab = await browser.newPage();
    await tab.route("**", (route) => route.fulfill(served.get(route.request().url()) ?? { status: 404 }));
    await tab.goto(page);
    const texts = files.map((path) => [path, readFileSync(`scenarios/${path}`, "utf8")]);
    // As text, since what stands in it is the page's code, not this file's.
    return await tab.evaluate(
      `import("${page}bundle.js").then(({ hashes }) => hashes(${JSON.stringify(texts)}))`,
    );
  } finally {
    await browser.close();
  }
}
