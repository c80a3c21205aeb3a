import { readFileSync } from "node:fs";
import { createContext, runInContext } from "node:vm";
import { expect, it } from "vitest";

/** A cell of a page's table, as far as the script of the page looks at it. */
interface PageCell {
  readonly textContent: string;
  readonly dataset: { readonly value?: string };
}

/** Runs the script of a page that has no tables, and gives what it writes of a cell. */
function pageScript(): { readonly csvField: (cell: PageCell) => string } {
  const document = { getElementById: () => null, querySelectorAll: () => [] };
  const context = createContext({ document, addEventListener: () => {} });
  runInContext(readFileSync("cli/report/page/page.js", "utf8"), context);
  return context as ReturnType<typeof pageScript>;
}

it.each([
  ["=HYPERLINK(1)", undefined, "'=HYPERLINK(1)"],
  ["+1+2|cmd", undefined, "'+1+2|cmd"],
  ["-1.2 to 3", undefined, "'-1.2 to 3"],
  ['@SUM("a",1)', undefined, `"'@SUM(""a"",1)"`],
  ["\tx", undefined, "'\tx"],
  ["-12", undefined, "-12"],
  ["-1,234", "-1234", '"-1,234"'],
  ["-", undefined, ""],
  ["plain", undefined, "plain"],
])(
  "saves the cell %j of a page (value %s) as %s, as the files of a results folder",
  (textContent, value, saved) => {
    const { csvField } = pageScript();
    expect(csvField({ textContent, dataset: value === undefined ? {} : { value } })).toBe(saved);
  },
);
