import * as messages from "../messages.ts";
import { COMPARE_OPTIONS, COMPARED } from "../options.ts";
import { command } from "./command.ts";

export const compareCommand = command({
  name: "compare",
  usage: "compare <base> <other..>",
  describe: "Simulate scenarios with the same luck: what differs, how surely, who gained and who lost",
  examples: [
    [
      "linksim compare glasgow-pilot glasgow-pilot-cut",
      "what a cut of charities' income changes, and for whom",
    ],
    [
      "linksim compare glasgow-pilot glasgow-pilot-cut --twins 1 --out cut",
      "the same, and the tables of who gained and who lost",
    ],
  ],
  optionNames: Object.keys(COMPARE_OPTIONS),
  takes: (y) =>
    y
      .positional("base", COMPARED.base)
      .positional("other", COMPARED.other)
      .options(COMPARE_OPTIONS)
      .epilogue(`${messages.standardsExit}\n`),
  perform: async (given) => (await import("./compare.ts")).compareScenarios(given),
});
