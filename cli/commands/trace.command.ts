import { ONE_SCENARIO, STORY_OPTIONS } from "../options.ts";
import { command } from "./command.ts";

export const traceCommand = command({
  name: "trace",
  usage: "trace <scenario>",
  describe: "Tell one person's story, event by event, with the reasons",
  examples: [
    ["linksim trace glasgow-pilot", "people whose stories are worth reading"],
    ["linksim trace glasgow-pilot --patient practice-3/1999", "one person's story"],
  ],
  optionNames: Object.keys(STORY_OPTIONS),
  takes: (y) => y.positional("scenario", ONE_SCENARIO).options(STORY_OPTIONS),
  perform: async (given) => (await import("./trace.ts")).trace(given),
});
