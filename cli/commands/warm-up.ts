import { MINUTES_PER_WEEK } from "../../sim/engine/minutes.ts";
import { print } from "../terminal/print.ts";
import { command } from "./command.ts";
import { QUIET } from "./options/output.ts";
import { REPLICATIONS, readReplications } from "./options/replications.ts";
import { ONE_SCENARIO } from "./options/scenario.ts";
import { readSeed, SEED } from "./options/seed.ts";
import { readSets, SET } from "./options/set.ts";
import { readWorkers, WORKERS } from "./options/workers.ts";

const DEFAULT = 24;

/** Draws how a scenario starts, and says how long a warm-up it needs. */
export const warmUpCommand = command({
  name: "warm-up",
  usage: "warm-up <scenario>",
  describe: "Draw how a scenario starts, and say how long a warm-up it needs",
  examples: [
    ["linksim warm-up glasgow-pilot", "each headline series from the first day, and where its start ends"],
    ['linksim warm-up starter --set "warm_up=52 weeks"', "whether another warm-up would do"],
  ],
  positionals: { scenario: ONE_SCENARIO },
  options: {
    seed: SEED,
    replications: { ...REPLICATIONS, defaultDescription: String(DEFAULT) },
    workers: WORKERS,
    set: SET,
    quiet: QUIET,
  },
  async perform(given) {
    const seed = readSeed(given.seed);
    const set = readSets(given.set);
    const count = readReplications(given.replications) ?? DEFAULT;
    const workers = readWorkers(given.workers);
    const { startsOf } = await import("../../sim/findings/start-of-run.ts");
    const { loadUndisturbed } = await import("../work/load-undisturbed.ts");
    const { replicateAll } = await import("../work/replicate-all.ts");
    const { warmUpText } = await import("../screen/warm-up-text.ts");
    const { listenForInterruption } = await import("../terminal/interruption.ts");
    const { openProgress } = await import("../terminal/progress.ts");
    const { openPool } = await import("../threads/pool.ts");
    const { messages } = await import("../messages/index.ts");
    const { undisturbed, warmUp } = loadUndisturbed(given.scenario, set);
    const pool = openPool(Math.min(workers, count), listenForInterruption(messages.interrupted));
    try {
      const progress = await openProgress(given.quiet);
      const extent = { kind: "replications", count } as const;
      const options = { seed, set, extent, executor: pool, progress, events: undefined };
      const [run] = await replicateAll([undisturbed], options);
      print(
        warmUpText({
          scenario: run.plan.scenario,
          seed,
          replications: count,
          weeks: run.plan.weeks,
          warmUpWeeks: Math.round(warmUp / MINUTES_PER_WEEK),
          starts: startsOf(run, undisturbed.scenario),
        }),
      );
    } finally {
      await pool.close();
    }
  },
});
