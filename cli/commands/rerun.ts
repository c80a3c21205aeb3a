import { refuseOverlap } from "../disk/apart.ts";
import { command } from "./command.ts";
import { OUT } from "./options/out.ts";
import { FULL, JSON_RESULT, QUIET } from "./options/output.ts";
import { readPlace } from "./options/place.ts";
import { RESULTS } from "./options/results.ts";
import { WORKERS } from "./options/workers.ts";

/**
 * Does again what a results folder holds, from the folder alone, and says whether the same bytes came out.
 */
export const rerunCommand = command({
  name: "rerun",
  usage: "rerun <results>",
  describe: "Do again what a results folder holds, from the folder alone, and compare the bytes",
  examples: [
    ["linksim rerun results/glasgow-pilot", "whether the same bytes come out here"],
    ["linksim rerun results/glasgow-pilot --out results/again", "the same, and keep what comes out"],
  ],
  positionals: { results: RESULTS },
  options: {
    out: { ...OUT, describe: "Folder to keep the new tables in; without it they are compared and removed" },
    workers: WORKERS,
    quiet: QUIET,
    json: JSON_RESULT,
    full: FULL,
  },
  async perform({ results, ...given }) {
    const place = readPlace({ ...given, store: undefined, shard: undefined });
    if (place.out !== undefined)
      refuseOverlap({ given: `--out ${place.out}`, path: place.out }, [{ given: results, path: results }]);
    await (await import("../work/rerun-results.ts")).rerunResults(results, place);
  },
});
