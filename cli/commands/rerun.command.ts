import { RERUN_OPTIONS, RESULTS } from "../options.ts";
import { command } from "./command.ts";

export const rerunCommand = command({
  name: "rerun",
  usage: "rerun <results>",
  describe: "Do again what a results folder holds, from the folder alone, and compare the bytes",
  examples: [
    ["linksim rerun results/glasgow-pilot", "whether the same bytes come out here"],
    ["linksim rerun results/glasgow-pilot --out results/again", "the same, and keep what comes out"],
  ],
  optionNames: Object.keys(RERUN_OPTIONS),
  takes: (y) => y.positional("results", RESULTS).options(RERUN_OPTIONS),
  perform: async (given) => (await import("./rerun.ts")).rerun(given),
});
