import { refuseOverlap } from "../disk/apart.ts";
import { messages } from "../messages/index.ts";
import { badInput } from "../terminal/exit-codes.ts";
import { command } from "./command.ts";
import { ON_ERROR } from "./options/on-error.ts";
import { OUT } from "./options/out.ts";
import { FULL, JSON_RESULT, QUIET } from "./options/output.ts";
import { readPlace } from "./options/place.ts";
import { WORKERS } from "./options/workers.ts";

/** Gathers the parts of a piece of work and writes the tables of the whole. */
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
  positionals: {
    store: {
      type: "string",
      array: true,
      demandOption: true,
      describe: "Folders in which the parts were kept (--store)",
    },
  },
  options: { out: OUT, workers: WORKERS, "on-error": ON_ERROR, quiet: QUIET, json: JSON_RESULT, full: FULL },
  async perform(given) {
    const [store] = given.store;
    const place = readPlace({ ...given, store, shard: undefined }, { isLasting: true });
    if (place.out === undefined) throw badInput(messages.mergeWithoutOut);
    for (const path of given.store)
      refuseOverlap({ given: `--out ${place.out}`, path: place.out }, [{ given: `the store ${path}`, path }]);
    await (await import("../work/merge-stores.ts")).mergeStores(given.store, place);
  },
});
