import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aSharedFolder } from "../support/a-folder.ts";
import { hasNoChromium, startChromium } from "../support/chromium.ts";
import { pageOfSensitivity, pageUnderEnsemble } from "./not-known-pages.ts";
import { folderOf, makeResults, SIX_RESULTS, type SixResults } from "./six-results.ts";

const NAMES = Object.keys(SIX_RESULTS) as SixResults[];
const MAX_WORDS = 150;
/** Between them they have every figure of a run, of a comparison and of a sweep. */
const ON_A_PHONE: readonly SixResults[] = ["a cut of places", "a sweep"];
/** An A4 page printed by the pilot's comparison, at most. */
const MAX_PAGES = 8;

const folder = aSharedFolder();
const screens = new Map<SixResults, string>();
beforeAll(async () => {
  for (const name of NAMES) screens.set(name, await makeResults(name, folder));
});

describe("the screen", () => {
  it.each(NAMES)("of %s has at most fifteen lines, none of them cut or too long", (name) => {
    const lines = (screens.get(name) ?? "").trimEnd().split("\n");
    expect(lines.length).toBeLessThanOrEqual(15);
    expect(lines.filter((line) => line.length > 100 || /\S\.\.(\s|$)|(^|\s)\.\.\S|…/.test(line))).toEqual([]);
    expect(screens.get(name)).not.toMatch(/\b1 (posts|people|weeks|replications|scenarios|points)\b/);
    expect(screens.get(name)).not.toMatch(/-\d[\d.,]* to [\d.,]+ ?%/);
    expect(screens.get(name)).not.toContain("\u001b");
  });
});

describe.skipIf(hasNoChromium)("the page in Chromium (skipped: no Chromium)", () => {
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    browser = await startChromium();
    page = await (await browser.newContext({ bypassCSP: true })).newPage();
  });
  afterAll(async () => {
    await browser?.close();
  });

  const open = async (name: SixResults, width: number, height: number): Promise<void> => {
    await page.setViewportSize({ width, height });
    await page.goto(pathToFileURL(join(folder, `${folderOf(name)}.html`)).href);
  };

  /** Holds a page's first screen to its parts, all of them above its lower edge, and to few words. */
  async function expectFirstScreen(parts: number): Promise<void> {
    const bottoms = await page
      .locator("#front h1, .answer, .numbers li, #figure-front")
      .evaluateAll((all) => all.map((part) => part.getBoundingClientRect().bottom));
    expect(bottoms).toHaveLength(parts);
    expect(Math.max(...bottoms)).toBeLessThanOrEqual(800);
    const words = await page.evaluate<string[]>(SEEN_WORDS);
    expect(words.length, `words from the 151st on: ${words.slice(MAX_WORDS).join(" ")}`).toBeLessThanOrEqual(
      MAX_WORDS,
    );
  }

  it.each(NAMES)("of %s holds question, answer, figure and numbers on its first screen", async (name) => {
    await open(name, 1280, 800);
    await expectFirstScreen(6);
  });

  it.each(["a cut of places", "a cut of posts"] as const)(
    "of %s holds them with all that an attribution, a plan and an ensemble say",
    async (name) => {
      writeFileSync(join(folder, "ensemble.html"), await pageUnderEnsemble(join(folder, folderOf(name))));
      await page.setViewportSize({ width: 1280, height: 800 });
      await page.goto(pathToFileURL(join(folder, "ensemble.html")).href);
      expect(await page.locator(".slots").innerText()).toMatch(
        /^Why: .+\nWhat to do: .+\nWhat would change it, .*: accepted requests/,
      );
      await expectFirstScreen(6);
    },
  );

  it("of a sensitivity analysis holds ten parameters on its first screen", async () => {
    writeFileSync(join(folder, "sensitivity.html"), await pageOfSensitivity());
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.goto(pathToFileURL(join(folder, "sensitivity.html")).href);
    await expectFirstScreen(3);
  });

  it.each(ON_A_PHONE)("of %s cuts no figure on a phone and writes none too small", async (name) => {
    await open(name, 390, 844);
    await page.evaluate("for (const fold of document.querySelectorAll('details')) fold.open = true");
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(390);
    const drawings = await page
      .locator("figure svg:visible")
      .evaluateAll((all) =>
        all.map((svg) => [svg.getBoundingClientRect().left, svg.getBoundingClientRect().right]),
      );
    expect(drawings.length).toBeGreaterThan(0);
    expect(drawings.filter(([left, right]) => left < 0 || right > 390)).toEqual([]);
    const small = await page.evaluate(SMALL_LETTERS);
    expect(small).toEqual([]);
    const [table] = await page.locator(".table:visible").all();
    await table.evaluate((scrolled) => {
      scrolled.scrollLeft = 200;
    });
    const first = await table.locator("tbody th").first().boundingBox();
    expect(first?.x).toBeLessThan(20);
  });

  it("of a cut of places prints on at most eight pages", async () => {
    await open("a cut of places", 1280, 800);
    await page.evaluate("dispatchEvent(new Event('beforeprint'))");
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
    const pages = pdf.match(/\/Type\s*\/Page\b(?!s)/g) ?? [];
    expect(pages.length).toBeGreaterThan(2);
    expect(pages.length).toBeLessThanOrEqual(MAX_PAGES);
  });
});

/** Words that are drawn above the lower edge of the screen, as far as they begin there. */
const SEEN_WORDS = `(() => {
  const walker = document.createTreeWalker(document.getElementById("front"), NodeFilter.SHOW_TEXT);
  const words = [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const { parentElement: parent } = node;
    // What is folded away keeps its box.
    if (parent.closest("title, desc") !== null || !parent.checkVisibility()) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const { top, width } = range.getBoundingClientRect();
    const text = node.textContent.trim();
    if (width > 0 && top < innerHeight && text !== "") words.push(...text.split(/\\s+/));
  }
  return words;
})()`;

/** Texts of figures whose letters are under eight pixels. */
const SMALL_LETTERS = `[...document.querySelectorAll("figure svg")].flatMap((svg) => {
  const drawn = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
  return [...svg.querySelectorAll("text")].flatMap((text) => {
    const size = drawn * Number.parseFloat(getComputedStyle(text).fontSize);
    return size > 0 && size < 8 ? [text.textContent + " at " + size.toFixed(1) + " px"] : [];
  });
})`;
