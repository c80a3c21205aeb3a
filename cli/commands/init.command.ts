import { INIT_FOLDER } from "../options.ts";
import { command } from "./command.ts";

export const initCommand = command({
  name: "init",
  usage: "init [dir]",
  describe: "Write a commented scenario and CSV templates to start from",
  examples: [
    ["linksim init my-scenario", "a scenario of two practices, to be changed"],
    ["linksim init my-city && linksim check my-city", "the same, then read back in words"],
  ],
  optionNames: [],
  takes: (y) => y.positional("dir", INIT_FOLDER),
  perform: async (given) => (await import("./init.ts")).init(given),
});
