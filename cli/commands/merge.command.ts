import { MERGE_OPTIONS } from "../options.ts";
import { command } from "./command.ts";

export const mergeCommand = command({
  name: "merge",
  usage: "merge <store..>",
  describe: "Put parts of the work (--shard) together and write the tables",
  examples: [
    [
      "linksim run glasgow-pilot --shard 1/2 --store parts && linksim merge parts --out results/whole",
      "one part of two from here; the other, which nobody has simulated, is simulated now",
    ],
    ["linksim merge parts --out results/again", "the same tables: nothing is simulated twice"],
  ],
  optionNames: Object.keys(MERGE_OPTIONS),
  takes: (y) =>
    y
      .positional("store", {
        type: "string",
        array: true,
        demandOption: true,
        describe: "Folders in which the parts were kept (--store)",
      })
      .options(MERGE_OPTIONS),
  perform: async (given) => (await import("./merge.ts")).merge(given),
});
