import { REPORT_OPTIONS, RESULTS } from "../options.ts";
import { command } from "./command.ts";

export const reportCommand = command({
  name: "report",
  usage: "report <results>",
  describe: "Make one page for a board from a results folder: answers, figures, doubts",
  examples: [
    [
      "linksim run glasgow-pilot --out results/pilot && linksim report results/pilot",
      "writes results/pilot.html; open it in a browser, or print it",
    ],
    [
      "linksim run glasgow-pilot glasgow-pilot-cut --out results/two --report",
      "simulates scenarios and makes their report in one go",
    ],
  ],
  optionNames: Object.keys(REPORT_OPTIONS),
  takes: (y) => y.positional("results", RESULTS).options(REPORT_OPTIONS),
  perform: async (given) => (await import("./report.ts")).report(given),
});
