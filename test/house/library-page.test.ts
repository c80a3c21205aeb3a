import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { extname, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { bundleForBrowser } from "../cross-engine/in-chromium.ts";
import { hasNoChromium, startChromium } from "../support/chromium.ts";
import { EXAMPLE, LIBRARY_PAGE, libraryExamples, libraryProgram } from "../support/library-examples.ts";

const DENO = "node_modules/.bin/deno";
const BETWEEN = "----8<----";

const page = readFileSync(LIBRARY_PAGE, "utf8");
const examples = libraryExamples();

// Within the package, so that it imports linksim by name as its users do.
const folder = join("dist", `library-page-${process.pid}`);
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, "page.ts"), libraryProgram(BETWEEN));
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs the examples one after another, as a notebook does, and gives what each printed. */
function printed(command: string, args: readonly string[]): readonly string[] {
  const said = execFileSync(command, args, {
    encoding: "utf8",
    env: { ...process.env, DENO_NO_UPDATE_CHECK: "1", NO_COLOR: "1" },
  });
  return said.split(`${BETWEEN}\n`).slice(0, -1);
}

function simulateInNode(): readonly string[] {
  execFileSync("node_modules/.bin/esbuild", [
    join(folder, "page.ts"),
    "--format=esm",
    `--outfile=${join(folder, "page.mjs")}`,
    "--log-level=error",
  ]);
  return printed("node", [join(folder, "page.mjs")]);
}

let simulatedInNode: readonly string[] | undefined;
const inNode = (): readonly string[] => {
  simulatedInNode ??= simulateInNode();
  return simulatedInNode;
};

/** Opens the page of the last example in headless Chromium and gives the text that it shows. */
async function inChromium(): Promise<string> {
  const html = examples.find(({ language }) => language === "html")?.code ?? "";
  const { text } = await bundleForBrowser("dist/sim/index.js");
  const types: Readonly<Record<string, string>> = { ".js": "text/javascript", ".yaml": "text/yaml" };
  const browser = await startChromium();
  try {
    const tab = await browser.newPage();
    await tab.route("**", async (route) => {
      const path = new URL(route.request().url()).pathname.slice(1);
      const isScenario = path.startsWith("scenarios/");
      const body = isScenario ? readFileSync(path, "utf8") : path === "linksim.js" ? text : html;
      await route.fulfill({ body, contentType: types[extname(path)] ?? "text/html" });
    });
    await tab.goto("http://localhost/");
    await tab.waitForFunction("document.body.textContent.includes('mean of')");
    return `${(await tab.textContent("body"))?.trim()}\n`;
  } finally {
    await browser.close();
  }
}

describe("the page on the library", () => {
  it("shows what its examples print (rewritten with -u)", async () => {
    const ofPage = hasNoChromium ? undefined : await inChromium();
    const outputs = [...inNode(), ofPage];
    let example = 0;
    const filled = page.replace(EXAMPLE, (_, language, code, between, before) => {
      const output = outputs[example++] ?? before;
      return `\`\`\`${language}\n${code}\`\`\`${between}\`\`\`\n${output}\`\`\``;
    });
    await expect(filled).toMatchFileSnapshot(`../../${LIBRARY_PAGE}`);
  });

  it.skipIf(!existsSync(DENO) && process.env.LINKSIM_REQUIRE_ALL !== "1")(
    "is printed by Deno too (skipped: no Deno)",
    () => {
      expect(printed(DENO, ["run", "--allow-all", "--no-prompt", join(folder, "page.ts")])).toEqual(inNode());
    },
  );
});
