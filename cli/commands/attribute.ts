import { DEFAULT_REPLICATIONS } from "../../sim/experiment/defaults.ts";
import { messages } from "../messages/index.ts";
import { badInput } from "../terminal/exit-codes.ts";
import type { AttributeTask } from "../work/task.ts";
import { command } from "./command.ts";
import { DETAIL, readDetail } from "./options/detail.ts";
import { FORMAT, readFormats } from "./options/format.ts";
import { OUT } from "./options/out.ts";
import { JSON_RESULT, QUIET } from "./options/output.ts";
import { readPlace } from "./options/place.ts";
import { REPLICATIONS, readReplications } from "./options/replications.ts";
import { REPORT } from "./options/report.ts";
import { readSeed, SEED } from "./options/seed.ts";
import { readSets, SET } from "./options/set.ts";
import { SHARD } from "./options/shard.ts";
import { STORE } from "./options/store.ts";
import { WORKERS } from "./options/workers.ts";

/** Says why two scenarios differ: simulates every world between them and attributes the difference. */
export const attributeCommand = command({
  name: "attribute",
  usage: "attribute <base> <other>",
  describe:
    "Say why two scenarios differ: the share of each change in the difference, and whom it loses alone, " +
    "either way, or only together with another",
  examples: [
    [
      "linksim attribute glasgow-pilot glasgow-pilot-cut --replications 4",
      "what of the difference is due to which of the changes",
    ],
    [
      'linksim attribute glasgow-2023-70 posts-or-places --by "moved=timeline" --replications 1',
      "the same of another difference, with all entries of the timeline taken as one",
    ],
  ],
  positionals: {
    base: {
      type: "string",
      demandOption: true,
      describe:
        "The scenario from which it starts: a file, a folder, or the name of one that comes with linksim",
    },
    other: { type: "string", demandOption: true, describe: "The scenario that differs from it" },
  },
  options: {
    by: {
      type: "string",
      array: true,
      requiresArg: true,
      defaultDescription: "posts, places, need, casework, assumptions",
      describe:
        "NAME=PATH,.. to take differences at these paths as one change, or each for every difference by " +
        "itself; may be given often",
    },
    seed: SEED,
    replications: { ...REPLICATIONS, describe: "How often each world between the scenarios is simulated" },
    workers: WORKERS,
    out: OUT,
    format: FORMAT,
    detail: DETAIL,
    store: STORE,
    shard: SHARD,
    set: SET,
    quiet: QUIET,
    json: JSON_RESULT,
    report: REPORT,
  },
  async perform(given) {
    const set = readSets(given.set);
    const task: AttributeTask = {
      kind: "attribute",
      seed: readSeed(given.seed),
      extent: { kind: "replications", count: readReplications(given.replications) ?? DEFAULT_REPLICATIONS },
      formats: readFormats(given.format),
      detail: readDetail(given.detail, given.out),
      by: [...(given.by ?? [])],
    };
    const place = readPlace(given);
    if (place.out === undefined && given.format !== undefined) throw badInput(messages.formatWithoutOut);
    const { performNamed } = await import("../work/perform.ts");
    await performNamed(task, [given.base, given.other], set, place);
  },
});
