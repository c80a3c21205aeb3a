import { RESULTS, VERIFY_OPTIONS } from "../options.ts";
import { command } from "./command.ts";

export const verifyCommand = command({
  name: "verify",
  usage: "verify <results>",
  describe: "Check a results folder: its hashes, and a random sample of its numbers simulated again",
  examples: [
    ["linksim verify results/glasgow-pilot", "every hash, and five replications bit for bit"],
    ["linksim verify results/glasgow-pilot --sample all", "every number"],
  ],
  optionNames: Object.keys(VERIFY_OPTIONS),
  takes: (y) => y.positional("results", RESULTS).options(VERIFY_OPTIONS),
  perform: async (given) => (await import("./verify.ts")).verify(given),
});
