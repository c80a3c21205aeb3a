import { MAX_POINTS } from "../../sim/experiment/design/sweep-plan.ts";
import { messages } from "../messages/index.ts";
import { badInput } from "../terminal/exit-codes.ts";
import { command } from "./command.ts";
import { FORMAT, readFormats } from "./options/format.ts";
import { OUT } from "./options/out.ts";
import { JSON_RESULT, QUIET } from "./options/output.ts";
import { readPlace } from "./options/place.ts";
import { ONE_SCENARIO } from "./options/scenario.ts";
import { readSeed, SEED } from "./options/seed.ts";
import { readSets, SET } from "./options/set.ts";
import { SHARD } from "./options/shard.ts";
import { readSlurm, SLURM, TASKS } from "./options/slurm.ts";
import { STORE } from "./options/store.ts";
import { readCount, readList, single, TEXT } from "./options/text.ts";
import { WORKERS } from "./options/workers.ts";

const MAX_WAVES = 20;
const MAX_EACH = 1000;

/**
 * Finds which values of a scenario's parameters fit published figures, and draws an ensemble of them; or says
 * what that would take.
 */
export const calibrateCommand = command({
  name: "calibrate",
  usage: "calibrate <scenario>",
  describe:
    "Find which values of what is not known fit published figures: an ensemble of them, never one best set",
  examples: [
    [
      "linksim calibrate glasgow-pilot --dry-run",
      "what it would take to fit the pilot to the figures of its targets.yaml",
    ],
    [
      "linksim calibrate glasgow-pilot --over waiting_list.uptake,drop_off.base --dry-run",
      "the same over two parameters alone",
    ],
  ],
  positionals: { scenario: ONE_SCENARIO },
  options: {
    targets: {
      ...TEXT,
      defaultDescription: "targets.yaml beside the scenario",
      describe: "The published figures; those held out are left alone",
    },
    over: {
      ...TEXT,
      defaultDescription: "the usual ones that change something",
      describe: "PATH,PATH,...: the parameters, each over the range of its evidence",
    },
    members: {
      ...TEXT,
      defaultDescription: "100",
      describe: "Sets of values that are wanted; fewer where fewer are found",
    },
    waves: { ...TEXT, defaultDescription: "3", describe: "Maximum number of waves of points" },
    points: { ...TEXT, defaultDescription: "10 a parameter", describe: "Points of a wave" },
    replications: { ...TEXT, defaultDescription: "8", describe: "How often each point is simulated" },
    seed: SEED,
    workers: WORKERS,
    out: OUT,
    format: FORMAT,
    store: STORE,
    shard: {
      ...SHARD,
      describe:
        "Simulate one part, K/N, of the first wave or candidates that --store lacks; give it again until " +
        "nothing is left",
    },
    set: SET,
    slurm: SLURM,
    tasks: TASKS,
    test: {
      ...TEXT,
      describe:
        "Try it on so many hidden truths instead: each is drawn, its figures are made by the model, and it " +
        "must be kept; with --members also among so many members each, where it must stand anywhere",
    },
    "dry-run": { type: "boolean", default: false, describe: "Say what it would take, and simulate nothing" },
    quiet: QUIET,
    json: JSON_RESULT,
  },
  async perform(given) {
    const slurm = readSlurm(given);
    const place = readPlace(given);
    const isWhole = slurm === undefined && place.shard === undefined;
    if (place.out === undefined && isWhole && given.format !== undefined)
      throw badInput(messages.formatWithoutOut);
    const { calibrateTask } = await import("../work/calibrate-request.ts");
    const set = readSets(given.set);
    const members = readCount("members", given.members, MAX_EACH);
    const asked = {
      scenario: given.scenario,
      set,
      targets: single("targets", given.targets),
      over: readList("over", given.over),
      seed: readSeed(given.seed),
      formats: readFormats(given.format),
      waves: readCount("waves", given.waves, MAX_WAVES),
      points: readCount("points", given.points, MAX_POINTS),
      replications: readCount("replications", given.replications, MAX_EACH),
      members,
    };
    const task = calibrateTask(asked);
    const truths = readCount("test", given.test, MAX_EACH);
    if (truths !== undefined && given.out !== undefined) throw badInput(messages.testOrOut);
    if (truths !== undefined && !isWhole) throw badInput(messages.testOrPart);
    if (truths !== undefined)
      await (await import("../work/test-calibration.ts")).testCalibration(
        task,
        given.scenario,
        set,
        { truths, members },
        place,
      );
    else if (given["dry-run"])
      await (await import("../work/dry-run-calibrate.ts")).dryRunOfCalibration(
        task,
        given.scenario,
        set,
        place,
      );
    else if (slurm !== undefined)
      await (await import("../slurm/slurm-calibrate.ts")).writeSlurmCalibrate(task, asked, place, slurm);
    else await (await import("../work/perform.ts")).performNamed(task, [given.scenario], set, place);
  },
});
