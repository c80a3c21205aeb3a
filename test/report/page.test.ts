import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { linksim } from "../cli/linksim.ts";
import { SMALL } from "../support/a-folder.ts";
import { hasNoChromium, startChromium } from "../support/chromium.ts";

const BAD = `Elm "><script>document.title = 'taken'</script><img src=x onerror="document.title='taken'">`;
const HOSTILE = SMALL.replace("name: small\n", `name: hostile\nrationale: |\n  ${BAD}\n`);
const CUT = `${HOSTILE.replace("name: hostile", "name: hostile-cut")}timeline:
  - { id: cut, date: 2014-07-01, kind: posts_cut, to: 1, rule: smallest_list }
`;

const folder = mkdtempSync(join(tmpdir(), "linksim-report-"));
const file = join(folder, "out.html");
let said = "";

beforeAll(async () => {
  writeFileSync(join(folder, "hostile.yaml"), HOSTILE);
  writeFileSync(join(folder, "cut.yaml"), CUT);
  const words = ["run", "hostile.yaml", "cut.yaml", "--replications", "12", "--out", "out", "--report"];
  const { code, stdout, stderr } = await linksim([...words, "--quiet"], { cwd: folder });
  if (code !== 0) throw new Error(stderr);
  said = stdout;
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("run --report", () => {
  it("ends by naming the report, which lies beside the folder and is under 3 MB", () => {
    expect(
      said.trimEnd().endsWith("The report for a board is out.html: open it in a browser, or print it."),
    ).toBe(true);
    expect(statSync(file).size).toBeLessThan(3_000_000);
  });

  it("makes what linksim report makes of the folder, byte for byte", async () => {
    const { code, stdout } = await linksim(["report", "out", "-o", "again.html"], { cwd: folder });
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: "The report for a board is again.html: open it in a browser, or print it.\n",
    });
    expect(readFileSync(join(folder, "again.html"), "utf8")).toBe(readFileSync(file, "utf8"));
  });

  it("is refused without a folder, and a report that is no page too", async () => {
    const alone = await linksim(["run", "hostile.yaml", "--report"], { cwd: folder });
    expect(alone).toMatchObject({ code: 2, stdout: "" });
    expect(alone.stderr).toContain("Add --out DIR");
    const pdf = await linksim(["report", "out", "-o", "report.pdf"], { cwd: folder });
    expect(pdf).toMatchObject({ code: 2, stdout: "" });
    expect(pdf.stderr).toContain("ends in .html");
  });
});

describe("compare --report and sweep --report", () => {
  it.each([
    [
      "compare",
      ["hostile.yaml", "cut.yaml", "--replications", "4"],
      "Link workers: hostile beside hostile-cut",
    ],
    [
      "sweep",
      ["hostile.yaml", "--vary", "link_workers.fte=0.6,1", "--replications", "2"],
      "Link workers: a sweep of hostile",
    ],
  ])("%s names the page that linksim report makes of its folder", async (command, words, title) => {
    const { code, stdout, stderr } = await linksim(
      [command, ...words, "--out", command, "--report", "--quiet"],
      { cwd: folder },
    );
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout.trimEnd().split("\n").at(-1)).toBe(
      `The report for a board is ${command}.html: open it in a browser, or print it.`,
    );
    const page = readFileSync(join(folder, `${command}.html`), "utf8");
    expect(page).toContain(`<title>${title}</title>`);
    await linksim(["report", command, "-o", "again.html"], { cwd: folder });
    expect(readFileSync(join(folder, "again.html"), "utf8")).toBe(page);
  });

  it("are refused where nothing whole is simulated", async () => {
    const words = ["sweep", "hostile.yaml", "--vary", "link_workers.fte=0.6,1", "--out", "none", "--report"];
    const dry = await linksim([...words, "--dry-run"], { cwd: folder });
    expect(dry).toMatchObject({ code: 2, stdout: "" });
    expect(dry.stderr).toContain("--dry-run and --slurm simulate nothing");
    const shard = await linksim([...words, "--shard", "1/2"], { cwd: folder });
    expect(shard).toMatchObject({ code: 2, stdout: "" });
    expect(shard.stderr).toContain("--shard simulates a part");
  });
});

describe.skipIf(hasNoChromium)("the report in Chromium (skipped: no Chromium)", () => {
  let browser: Browser;
  let page: Page;
  const troubles: string[] = [];
  const requests: string[] = [];

  beforeAll(async () => {
    browser = await startChromium();
    // Our own checks are put into the page, whose policy would refuse them.
    page = await (await browser.newContext({ bypassCSP: true, acceptDownloads: true })).newPage();
    page.on("console", (message) => troubles.push(message.text()));
    page.on("pageerror", (failure) => troubles.push(String(failure)));
    page.on("request", (request) => requests.push(request.url()));
    await page.goto(pathToFileURL(file).href);
  });
  afterAll(async () => {
    await browser?.close();
  });

  it("asks for nothing but itself and says nothing on the console", () => {
    expect({ requests, troubles }).toEqual({ requests: [pathToFileURL(file).href], troubles: [] });
  });

  it("asks for nothing under its own policy either, which lets its script run", async () => {
    const own = await browser.newPage();
    const said: string[] = [];
    own.on("console", (message) => said.push(message.text()));
    own.on("request", (request) => said.push(request.url()));
    await own.goto(pathToFileURL(file).href);
    expect(said).toEqual([pathToFileURL(file).href]);
    expect(await own.locator("thead button").count()).toBeGreaterThan(20);
    await own.close();
  });

  it("shows a script in a scenario's words as words", async () => {
    expect(await page.title()).toBe("Link workers: hostile beside hostile-cut");
    expect(await page.getByText("<script>document.title").count()).toBe(2);
    expect(await page.locator("img, iframe, object, embed").count()).toBe(0);
  });

  it("gives axe nothing serious, folded tables open", async () => {
    await page.evaluate("for (const fold of document.querySelectorAll('details')) fold.open = true");
    await page.addScriptTag({ path: createRequire(import.meta.url).resolve("axe-core/axe.min.js") });
    const found = await page.evaluate(
      "axe.run().then(({ violations }) => violations.map(({ id, impact, nodes }) => [id, impact, nodes[0].html]))",
    );
    expect(found).toEqual([]);
  });

  it("has headings in order, and every table a caption and heads with a scope", async () => {
    const levels = await page
      .locator("h1, h2, h3, h4")
      .evaluateAll((all) => all.map(({ tagName }) => Number(tagName[1])));
    expect(levels[0]).toBe(1);
    expect(levels.every((level, i) => i === 0 || level <= levels[i - 1] + 1)).toBe(true);
    const bare = await page
      .locator("table")
      .evaluateAll(
        (all) =>
          all.filter(
            (table) =>
              table.querySelector("caption") === null || table.querySelector("th:not([scope])") !== null,
          ).length,
      );
    expect(bare).toBe(0);
  });

  it("sorts a table by the keyboard, numbers as numbers, and says so", async () => {
    const table = page.locator('table[data-name="waiting-lists"]');
    const head = table.locator("thead th").nth(6);
    await head.locator("button").focus();
    await page.keyboard.press("Enter");
    const numbers = async (): Promise<number[]> =>
      (await table.locator("tbody tr td:nth-child(7)").allTextContents()).map(Number);
    const up = await numbers();
    expect(up).toEqual([...up].sort((a, b) => a - b));
    expect(new Set(up).size).toBeGreaterThan(1);
    expect(await head.getAttribute("aria-sort")).toBe("ascending");
    await page.keyboard.press("Enter");
    expect(await numbers()).toEqual([...up].reverse());
    expect(await page.locator("#said").textContent()).toBe(
      "Sorted by People waiting at the end, descending.",
    );
  });

  it("saves a table as CSV by the keyboard", async () => {
    const save = page.locator('.table:has(table[data-name="numbers"]) + .save');
    await save.focus();
    const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
    expect(download.suggestedFilename()).toBe("numbers.csv");
    const text = readFileSync(await download.path(), "utf8");
    expect(text).toMatch(/^Part,What,hostile,hostile-cut\r\n/);
    expect(text).toMatch(/\r\nPeople,"?Referred, people"?,/);
  });

  it("is no wider than a phone", async () => {
    await page.setViewportSize({ width: 360, height: 800 });
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(360);
  });

  it("says in sentences what its tables say", async () => {
    const cells = async (table: string): Promise<Map<string, string>> =>
      new Map(
        await page
          .locator(`table[data-name="${table}"] tbody tr`)
          .evaluateAll((rows) =>
            rows
              .map((row) => [...row.children].map(({ textContent }) => textContent ?? ""))
              .map((row) => [row[row.length - 3], row[row.length - 1]] as const),
          ),
      );
    const referred = (await cells("numbers")).get("Referred, people") ?? "";
    const [told] =
      /of ([\d,]+)/.exec((await page.locator("#answers li").nth(1).textContent()) ?? "")?.slice(1) ?? [];
    expect(referred.split(" ")[0]).toBe(told);
    const rows = await page
      .locator('table[data-name="difference-hostile-cut"] tbody tr')
      .evaluateAll((all) => all.map((row) => [...row.children].map(({ textContent }) => textContent ?? "")));
    const difference = rows.find(([what]) => what === "Referred, people");
    const sentence = (await page.locator("#differences li").first().textContent()) ?? "";
    expect(difference?.[6]).toBe("beyond chance");
    expect(sentence).toContain(`referred, ${String(difference?.[3]).replace("-", "")} fewer people`);
  });
});
