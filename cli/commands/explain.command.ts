import { ONE_SCENARIO, STORY_OPTIONS } from "../options.ts";
import { command } from "./command.ts";

export const explainCommand = command({
  name: "explain",
  usage: "explain <base> <other>",
  describe:
    "Find where two scenarios part in one replication, by which rule, and tell both lives of a person",
  examples: [
    [
      "linksim explain glasgow-pilot glasgow-pilot-cut",
      "the first event that a cut changes, and whom it touches",
    ],
    ["linksim explain glasgow-pilot glasgow-pilot", "that the same input gives the same world"],
  ],
  optionNames: Object.keys(STORY_OPTIONS),
  takes: (y) => y.positional("base", ONE_SCENARIO).positional("other", ONE_SCENARIO).options(STORY_OPTIONS),
  perform: async (given) => (await import("./explain.ts")).explain(given),
});
