import { MAX_REPLICATIONS } from "../../sim/experiment/door.ts";
import { messages } from "../messages/index.ts";
import { badInput } from "../terminal/exit-codes.ts";
import { command } from "./command.ts";
import { FORMAT, readFormats } from "./options/format.ts";
import { GRADE, readGrade } from "./options/grade.ts";
import { OUT } from "./options/out.ts";
import { JSON_RESULT, QUIET } from "./options/output.ts";
import { readPlace } from "./options/place.ts";
import { REPORT } from "./options/report.ts";
import { readSeed, SEED } from "./options/seed.ts";
import { readSets, SET } from "./options/set.ts";
import { SHARD } from "./options/shard.ts";
import { readSlurm, SLURM, TASKS } from "./options/slurm.ts";
import { STORE } from "./options/store.ts";
import { readCount, readList, single, TEXT } from "./options/text.ts";
import { WORKERS } from "./options/workers.ts";

/** Finds which of the numbers that are not known move a result, or a difference between two scenarios. */
export const sensitivityCommand = command({
  name: "sensitivity",
  usage: "sensitivity <scenario> [other]",
  describe:
    "Find which of the numbers that are not known move the results of a scenario, or how it differs from " +
    "another; goes on where it was interrupted",
  examples: [
    [
      "linksim sensitivity glasgow-pilot glasgow-pilot-cut --grade A --dry-run",
      "what it would simulate to say which of the published numbers the cut's effect hangs on",
    ],
    [
      "linksim sensitivity glasgow-pilot --over drop_off.base,contact.first --budget 24",
      "which of two numbers matters more, by a screening alone",
    ],
  ],
  positionals: {
    scenario: {
      type: "string",
      demandOption: true,
      describe: "The scenario: a file, a folder, or the name of one that comes with linksim",
    },
    other: { type: "string", describe: "One that it is compared with: then also what moves the difference" },
  },
  options: {
    over: {
      ...TEXT,
      defaultDescription: "every number that is not known and can change something",
      describe: "PATH,.. to ask about these parameters alone",
    },
    grade: GRADE,
    metrics: { ...TEXT, defaultDescription: "five headlines", describe: "Metrics, such as people.reached_3" },
    ensemble: { ...TEXT, hidden: true, describe: "None: members hang together, and indices do not hold" },
    budget: {
      ...TEXT,
      defaultDescription: "10 rows of a screening, 64 of shares of variance",
      describe: "Replications at most; half of them screen all parameters, the rest part the variance",
    },
    seed: SEED,
    workers: WORKERS,
    out: OUT,
    store: { ...STORE, defaultDescription: "OUT.cells" },
    shard: SHARD,
    format: FORMAT,
    set: SET,
    "dry-run": {
      type: "boolean",
      default: false,
      describe: "Say what the budget buys and how long it will take, and simulate nothing",
    },
    slurm: SLURM,
    tasks: TASKS,
    quiet: QUIET,
    json: JSON_RESULT,
    report: REPORT,
  },
  async perform(given) {
    const set = readSets(given.set);
    if (given.ensemble !== undefined) throw badInput(messages.dependentParameters);
    const slurm = readSlurm(given);
    const place = readPlace(given, { isLasting: true });
    if (given.report && (given["dry-run"] || slurm !== undefined)) throw badInput(messages.reportOfNothing);
    const isSimulatedWhole = slurm === undefined && place.shard === undefined;
    if (place.out === undefined && isSimulatedWhole && given.format !== undefined)
      throw badInput(messages.formatWithoutOut);
    const over = single("over", given.over);
    const grade = readGrade(given.grade);
    const { sensitivityTask } = await import("../work/sensitivity-request.ts");
    const names = [given.scenario, ...(given.other === undefined ? [] : [given.other])];
    const { task, mains } = sensitivityTask(names, set, {
      over,
      grade,
      seed: readSeed(given.seed),
      metrics: readList("metrics", given.metrics),
      budget: readCount("budget", given.budget, MAX_REPLICATIONS),
      formats: readFormats(given.format),
      quiet: place.quiet,
    });
    if (given["dry-run"])
      await (await import("../work/dry-run-sensitivity.ts")).dryRunOfSensitivity(task, mains, place);
    else if (slurm !== undefined) {
      const { writeSlurmSensitivity } = await import("../slurm/slurm-sensitivity.ts");
      await writeSlurmSensitivity(task, mains, set, place, { ...slurm, over, grade });
    } else await (await import("../work/perform.ts")).perform(task, mains, set, place);
  },
});
