import { SCENARIO, SHARED_OPTIONS } from "../options.ts";
import { command } from "./command.ts";

export const checkCommand = command({
  name: "check",
  usage: "check <scenario..>",
  describe: "Find every problem in scenarios, or read them back in words",
  examples: [
    ["linksim check glasgow-pilot-cut", "what a scenario says, in words"],
    ['linksim check glasgow-pilot --set "link_workers.fte=0.6"', "a change, before it is run"],
  ],
  optionNames: ["set"],
  takes: (y) => y.positional("scenario", SCENARIO).options({ set: SHARED_OPTIONS.set }),
  perform: async (given) => (await import("./check.ts")).check(given),
});
