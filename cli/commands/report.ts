import { messages } from "../messages/index.ts";
import { badInput } from "../terminal/exit-codes.ts";
import { print } from "../terminal/print.ts";
import { command } from "./command.ts";
import { RESULTS } from "./options/results.ts";
import { single, TEXT } from "./options/text.ts";

/** Makes the report of a results folder. */
export const reportCommand = command({
  name: "report",
  usage: "report <results>",
  describe: "Make one page for a board from a results folder: answers, figures, doubts",
  examples: [
    [
      "linksim run glasgow-pilot --out results/pilot && linksim report results/pilot",
      "writes results/pilot.html; open it in a browser, or print it",
    ],
    ["linksim report results/pilot -o board.html", "the same page under another name"],
    ["linksim report results/pilot --docx", "the front page, figures and board table for Word"],
    ["linksim report results/pilot -o board.xlsx", "the board table as a spreadsheet"],
  ],
  positionals: { results: RESULTS },
  options: {
    output: {
      ...TEXT,
      alias: "o",
      defaultDescription: "RESULTS.html",
      describe:
        "File to write: .html, one page that needs no network, .docx or .xlsx; replaces only what " +
        "linksim wrote",
    },
    docx: { type: "boolean", describe: "Front page, figures and board table as a document for Word" },
    xlsx: { type: "boolean", describe: "Board table as a workbook for a spreadsheet program" },
    sensitivity: {
      ...TEXT,
      defaultDescription: "one of the same scenarios beside RESULTS",
      describe: "Results folder of linksim sensitivity: says which numbers carry the result",
    },
  },
  async perform({ results, output, docx, xlsx, sensitivity }) {
    const { REPORT_KINDS, reportBeside, reportKindOf } = await import("../report/report-beside.ts");
    if (docx && xlsx) throw badInput(messages.documentAndWorkbook);
    const asked = docx ? "docx" : xlsx ? "xlsx" : undefined;
    const path = single("output", output) ?? reportBeside(results, asked);
    const kind = reportKindOf(path);
    if (kind === undefined || (asked !== undefined && kind !== asked))
      throw badInput(messages.badOutput(path, asked === undefined ? REPORT_KINDS : [asked]));
    const { checkOwnFile } = await import("../disk/own-file.ts");
    await checkOwnFile({ path, kind: kind === "html" ? "html" : "archive" });
    const { writeReport } = await import("../report/write-report.ts");
    await writeReport(results, path, kind, single("sensitivity", sensitivity));
    print(`${messages.reportWritten(path, kind)}\n`);
  },
});
