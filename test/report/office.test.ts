import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it, vi } from "vitest";
import { isSealed, sealed } from "../../cli/disk/seal.ts";
import type { ReportInput } from "../../cli/report/input/report-input.ts";
import { reportDocument, widthsOf } from "../../cli/report/office/document.ts";
import { boardWorkbook } from "../../cli/report/office/workbook.ts";
import type { Report } from "../../cli/report/page/content.ts";
import { reportOf } from "../../cli/report/report.ts";
import { BOARD_OF_ENSEMBLE } from "../../sim/tables/board.ts";
import { tableOf } from "../figures/some-tables.ts";
import { SMALL } from "../support/a-folder.ts";
import { scenarioFrom } from "../support/a-scenario.ts";
import { aRun } from "./a-run.ts";

const SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect width="40" height="20" fill="#0072b2"/></svg>';
const FORMULA = '=HYPERLINK("http://example.org")';

function inputOf(...names: readonly string[]): ReportInput {
  const runs = names.map((name, i) => aRun(name, 1 - 0.2 * i));
  return {
    folder: "out",
    record: {
      program: "linksim",
      format: 1,
      kind: names.length > 1 ? "compare" : "run",
      version: "0",
      scenarios: names.map((name) => ({ name, argument: name })),
      seed: FORMULA,
      set: [],
      files: [],
      content_hash: "abc",
    },
    mains: runs,
    runs,
    scenarioOf: () => scenarioFrom(SMALL),
    tables: new Map(),
    figures: [
      {
        ...{
          name: "people",
          heading: "People helped",
          shows: "",
          behind: [{ table: "board", groupBy: ["all"] }],
          svg: SVG,
          narrow: SVG,
        },
        ...{ title: "Fewer & fewer", caption: "20 replications", description: "Bars" },
      },
    ],
    wordsOf: (path) => path,
    evidence: new Map(),
  };
}

const partsOf = (file: Uint8Array): ReadonlyMap<string, string> =>
  new Map(Object.entries(unzipSync(file)).map(([name, bytes]) => [name, strFromU8(bytes)]));

const textsOf = (xml: string): string[] => [...xml.matchAll(/<t[^>]*>([^<]*)<\/t>/g)].map(([, text]) => text);

async function workbookOf(...names: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const input = inputOf(...names);
  return partsOf(await boardWorkbook(input, reportOf(input)));
}

describe("the workbook of a board", () => {
  it("has a sheet a scenario, with numbers as numbers and the words beside them", async () => {
    const parts = await workbookOf("base", "cut");
    expect(parts.get("xl/workbook.xml")).toMatch(/name="cut".*name="How it was made"/s);
    const texts = textsOf(parts.get("xl/sharedStrings.xml") ?? "");
    expect(texts).toEqual(expect.arrayContaining(["What", "base", "cut", "Difference", "Referred"]));
    // 1,000 people are referred in the base and 800 under the cut.
    const sheet = parts.get("xl/worksheets/sheet1.xml") ?? "";
    const referred = textsOf(parts.get("xl/sharedStrings.xml") ?? "").indexOf("Referred");
    const row = new RegExp(`<row[^>]*><c[^>]*t="s"><v>${referred}</v></c>.*?</row>`, "s").exec(sheet)?.[0];
    expect(row).toContain("<v>1000</v>");
    expect(row).toContain("<v>800</v>");
    expect(row).toContain("<v>-200</v>");
  });

  it("has what is not known beside chance, and pounds as pounds", async () => {
    const base = inputOf("base", "cut");
    const row = { scenario: "cut", base: "base", label: "Referred", unit: "people" };
    const board = tableOf(BOARD_OF_ENSEMBLE, [{ ...row, range_low: -310, range_high: -70 }]);
    const input = { ...base, tables: new Map([["board", board]]) };
    const parts = partsOf(await boardWorkbook(input, reportOf(input)));
    const texts = textsOf(parts.get("xl/sharedStrings.xml") ?? "");
    expect(texts).toContain("Not known, from");
    expect(texts.join()).toContain("in nine of ten sets of values");
    expect(parts.get("xl/worksheets/sheet1.xml")).toMatch(/<v>-310<\/v><\/c><c[^>]*><v>-70<\/v>/);
    const plain = await workbookOf("base", "cut");
    expect(textsOf(plain.get("xl/sharedStrings.xml") ?? "").join()).not.toContain("Not known");
    expect(plain.get("xl/styles.xml")).toContain("&quot;£&quot;#,##0");
  });

  it("holds the text of a stranger as text, never as a formula", async () => {
    const parts = await workbookOf("base");
    expect(textsOf(parts.get("xl/sharedStrings.xml") ?? "").join()).toContain("=HYPERLINK(");
    for (const [name, xml] of parts) if (name.includes("worksheets")) expect(xml).not.toContain("<f>");
  });

  it("has names of sheets that a spreadsheet program takes, and no two alike", async () => {
    const long = "a scenario with a name that is much too long for a sheet";
    const parts = await workbookOf("base", `${long} one`, `${long} two`, "x/y:z");
    const names = [...(parts.get("xl/workbook.xml") ?? "").matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(
      ([, name]) => name,
    );
    expect(new Set(names).size).toBe(4);
    for (const name of names) {
      expect(name.length).toBeLessThanOrEqual(31);
      expect(name).not.toMatch(/[[\]:*?/\\']/);
    }
  });
});

describe("the document of a report", () => {
  it("tells the front, the board's table and the figures, which can be heard", async () => {
    const input = inputOf("base", "cut");
    const report = reportOf(input);
    const parts = partsOf(await reportDocument(report));
    const text = parts.get("word/document.xml") ?? "";
    const escaped = (words: string): string =>
      words.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
    expect(text).toContain(escaped(report.front.question));
    expect(text).toContain(escaped(report.front.answer));
    for (const { value } of report.front.numbers) expect(text).toContain(escaped(value));
    expect(text).toContain("Fewer &amp; fewer");
    expect(text).toContain('descr="Bars"');
    expect([...parts.keys()].filter((name) => name.startsWith("word/media/"))).toHaveLength(1);
  });

  it("begins a page for the board's table, and none for the figures behind it", async () => {
    const input = inputOf("base", "cut");
    const [figure] = input.figures;
    const more = { ...input, figures: [...input.figures, { ...figure, name: "waits" }] };
    const text = partsOf(await reportDocument(reportOf(more))).get("word/document.xml") ?? "";
    expect(text).toContain(">Figures<");
    expect(text.match(/<w:pageBreakBefore/g)).toHaveLength(1);
  });

  it("draws the figure of the front once", async () => {
    const input = inputOf("base", "cut");
    const text = partsOf(await reportDocument(reportOf(input))).get("word/document.xml") ?? "";
    expect(text.match(/People helped/g)).toHaveLength(1);
    expect(text).not.toContain(">Figures<");
  });

  it("gives columns of a table room by the words in them", () => {
    const [what, number, words] = widthsOf(["What", "base", "In words"], [["Seen", "12", "x".repeat(60)]]);
    expect(words).toBeGreaterThan(2 * number);
    expect(what + number + words).toBeLessThanOrEqual(9000);
  });
});

describe("both", () => {
  const write: readonly (readonly [string, (input: ReportInput, report: Report) => Promise<Uint8Array>])[] = [
    ["workbook", boardWorkbook],
    ["document", (_, report) => reportDocument(report)],
  ];

  it.each(write)("are the same bytes at another time: %s", async (_, written) => {
    const input = inputOf("base", "cut");
    const at = async (time: string): Promise<Uint8Array> => {
      vi.useFakeTimers({ now: new Date(time), toFake: ["Date"] });
      try {
        return await written(input, reportOf(input));
      } finally {
        vi.useRealTimers();
      }
    };
    expect(await at("2024-02-29T12:00:00Z")).toEqual(await at("2026-11-26T23:59:59Z"));
  });

  it("are known again by their seal, and not once a byte was changed", async () => {
    const input = inputOf("base");
    const file = sealed("archive", await boardWorkbook(input, reportOf(input)));
    expect(isSealed("archive", file)).toBe(true);
    expect(Object.keys(unzipSync(file))).toContain("xl/workbook.xml");
    for (const at of [0, 100, file.length - 1]) {
      const changed = Buffer.from(file);
      changed[at] ^= 1;
      expect(isSealed("archive", changed)).toBe(false);
    }
  });
});
