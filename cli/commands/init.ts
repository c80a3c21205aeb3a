import { messages } from "../messages/index.ts";
import { print, say } from "../terminal/print.ts";
import { command } from "./command.ts";
import { single } from "./options/text.ts";

/** Copies the starter scenario and its CSVs into a folder. */
export const initCommand = command({
  name: "init",
  usage: "init [dir]",
  describe: "Write a commented scenario and CSV templates to start from",
  examples: [
    ["linksim init my-scenario", "a scenario of two practices, to be changed"],
    ["linksim init --list", "the scenarios that come with linksim, to run or to extend"],
    ["linksim init my-city && linksim check my-city", "the same, then read back in words"],
  ],
  positionals: {
    dir: { type: "string", default: ".", describe: "Folder to write to; made if it is not there" },
  },
  options: {
    list: { type: "boolean", default: false, describe: "Only list the scenarios that come with linksim" },
  },
  async perform(given) {
    if (given.list) {
      const { libraryScenarios } = await import("../scenarios/files.ts");
      print(`${[...libraryScenarios().keys()].join("\n")}\n`);
      return;
    }
    const folder = single("dir", given.dir) ?? ".";
    const { writeStarter } = await import("../scenarios/write-starter.ts");
    say(messages.initDone(folder, await writeStarter(folder)));
  },
});
