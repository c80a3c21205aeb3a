import { EVIDENCE_OPTIONS } from "../options.ts";
import { command } from "./command.ts";

export const evidenceCommand = command({
  name: "evidence",
  usage: "evidence [id]",
  describe: "Show where the numbers come from: source, range, grade",
  examples: [
    ["linksim evidence R8", "one row, and the parameters that rest on it"],
    ["linksim evidence --grade C", "every number that is an assumption"],
  ],
  optionNames: Object.keys(EVIDENCE_OPTIONS),
  takes: (y) =>
    y
      .positional("id", { type: "string", describe: "Row to show in full; all rows in short if left out" })
      .options(EVIDENCE_OPTIONS),
  perform: async (given) => (await import("./evidence.ts")).evidence(given),
});
