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
  ],
  positionals: { results: RESULTS },
  options: {
    output: {
      ...TEXT,
      alias: "o",
      defaultDescription: "RESULTS.html",
      describe: "File to write, .html: one page that needs no network; replaces only what linksim wrote",
    },
  },
  async perform({ results, output }) {
    const { reportBeside } = await import("../report/report-beside.ts");
    const path = single("output", output) ?? reportBeside(results);
    if (!path.toLowerCase().endsWith(".html")) throw badInput(messages.badOutput(path, ["html"]));
    const { checkOwnFile } = await import("../disk/own-file.ts");
    await checkOwnFile({ path, kind: "html" });
    const { writeReport } = await import("../report/write-report.ts");
    await writeReport(results, path);
    print(`${messages.reportWritten(path)}\n`);
  },
});
