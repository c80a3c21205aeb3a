import * as messages from "../messages.ts";
import { RUN_OPTIONS, SCENARIO } from "../options.ts";
import { command } from "./command.ts";

export const runCommand = command({
  name: "run",
  usage: "run <scenario..>",
  describe: "Simulate scenarios and show what happens, with intervals",
  examples: [
    ["linksim run glasgow-pilot", "the seven pilot practices, on one screen"],
    [
      "linksim run glasgow-pilot glasgow-pilot-cut --out results/both",
      "two scenarios side by side, and their tables",
    ],
  ],
  optionNames: Object.keys(RUN_OPTIONS),
  takes: (y) =>
    y.positional("scenario", SCENARIO).options(RUN_OPTIONS).epilogue(`${messages.standardsExit}\n`),
  perform: async (given) => (await import("./run.ts")).run(given),
});
