import { messages } from "../messages/index.ts";
import { badInput } from "../terminal/exit-codes.ts";
import { command } from "./command.ts";
import { DETAIL, readDetail } from "./options/detail.ts";
import { ENSEMBLE, OF_MEMBERS, readEnsembleOption } from "./options/ensemble.ts";
import { FORMAT, readFormats } from "./options/format.ts";
import { OUT } from "./options/out.ts";
import { FULL, JSON_RESULT, QUIET } from "./options/output.ts";
import { readPlace } from "./options/place.ts";
import { PRECISION, readExtent, readPrecision } from "./options/precision.ts";
import { REPLICATIONS } from "./options/replications.ts";
import { REPORT } from "./options/report.ts";
import { SCENARIOS } from "./options/scenario.ts";
import { readSeed, SEED } from "./options/seed.ts";
import { readSets, SET } from "./options/set.ts";
import { SHARD } from "./options/shard.ts";
import { STORE } from "./options/store.ts";
import { VARIANTS } from "./options/variants.ts";
import { WORKERS } from "./options/workers.ts";

/** Simulates scenarios, shows the summary and writes the results folder. */
export const runCommand = command({
  name: "run",
  usage: "run <scenario..>",
  describe: "Simulate scenarios and show what happens, with intervals",
  examples: [
    ["linksim run glasgow-pilot", "the seven pilot practices, on one screen"],
    [
      "linksim run glasgow-pilot glasgow-pilot-cut --out results/both",
      "two scenarios side by side, and their tables",
    ],
  ],
  remark: messages.standardsExit,
  positionals: { scenario: SCENARIOS },
  options: {
    seed: SEED,
    replications: REPLICATIONS,
    precision: PRECISION,
    workers: WORKERS,
    out: OUT,
    format: FORMAT,
    detail: DETAIL,
    store: STORE,
    shard: SHARD,
    set: SET,
    quiet: QUIET,
    json: JSON_RESULT,
    full: FULL,
    events: {
      type: "boolean",
      default: false,
      describe: "Write a table of every event too, to follow single patients; needs --out",
    },
    report: REPORT,
    variants: VARIANTS,
    ensemble: ENSEMBLE,
    "member-replications": OF_MEMBERS,
  },
  async perform(given) {
    const { events, variants } = given;
    const seed = readSeed(given.seed);
    const set = readSets(given.set);
    const relative = readPrecision(given.precision);
    const precision = relative === undefined ? undefined : ({ kind: "precision", relative } as const);
    const extent = readExtent(given.replications, precision);
    const place = readPlace(given, { keepsCells: !events });
    if (place.out === undefined && given.format !== undefined) throw badInput(messages.formatWithoutOut);
    if (place.out === undefined && events) throw badInput(messages.eventsWithoutOut);
    if (place.shard !== undefined && extent.kind === "precision") throw badInput(messages.shardOfPrecision);
    const formats = readFormats(given.format);
    const detail = readDetail(given.detail, given.out);
    const asked = readEnsembleOption(given.ensemble, given["member-replications"]);
    const { performUnderEnsemble } = await import("../work/perform.ts");
    const task = { kind: "run", seed, extent, formats, detail, events, variants } as const;
    await performUnderEnsemble(task, given.scenario, set, place, asked);
  },
});
