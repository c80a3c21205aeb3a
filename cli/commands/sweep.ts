import { MAX_REPLICATIONS } from "../../sim/experiment/door.ts";
import { messages } from "../messages/index.ts";
import { badInput } from "../terminal/exit-codes.ts";
import { command } from "./command.ts";
import { ENSEMBLE, OF_MEMBERS, readEnsembleOption } from "./options/ensemble.ts";
import { FORMAT, readFormats } from "./options/format.ts";
import { GRADE, readGrade } from "./options/grade.ts";
import { ON_ERROR } from "./options/on-error.ts";
import { OUT } from "./options/out.ts";
import { JSON_RESULT, QUIET } from "./options/output.ts";
import { readPlace } from "./options/place.ts";
import { REPLICATIONS, readReplications } from "./options/replications.ts";
import { REPORT } from "./options/report.ts";
import { readSeed, SEED } from "./options/seed.ts";
import { readSets, SET } from "./options/set.ts";
import { SHARD } from "./options/shard.ts";
import { readSlurm, SLURM, TASKS } from "./options/slurm.ts";
import { STORE } from "./options/store.ts";
import { readCount, readList, single, TEXT } from "./options/text.ts";
import { WORKERS } from "./options/workers.ts";

/**
 * Simulates a scenario at many points of its parameters and writes the tables, or says what that would take.
 */
export const sweepCommand = command({
  name: "sweep",
  usage: "sweep <scenario>",
  describe: "Simulate a scenario at many points of its parameters; goes on where it was interrupted",
  examples: [
    [
      'linksim sweep glasgow-pilot-cut --vary "timeline[cut].share=0:60:20 %" --out results/cuts',
      "four sizes of the cut, the same people at each",
    ],
    [
      'linksim sweep glasgow-pilot --vary "link_workers.fte=0.6:1" --design sobol -n 4 --dry-run',
      "which points it would simulate, and how long that would take",
    ],
  ],
  positionals: {
    scenario: {
      type: "string",
      demandOption: true,
      describe: "A scenario as for run, or a sweep file that names one and says what is varied",
    },
  },
  options: {
    vary: {
      type: "string",
      array: true,
      requiresArg: true,
      describe:
        "PATH=A:B:STEP, PATH=A:B or PATH=log:A:B (lhs, sobol), PATH=range (what the evidence allows) or " +
        "PATH=a,b,c; PATH,PATH=... vary together; dates too; may be given often",
    },
    "vary-evidence": {
      type: "boolean",
      default: false,
      describe: "Vary every number that the evidence leaves open and that can change something (lhs, sobol)",
    },
    grade: GRADE,
    except: {
      type: "string",
      array: true,
      requiresArg: true,
      describe: "PATH that --vary-evidence leaves as it is; may be given often",
    },
    "allow-inert": {
      type: "boolean",
      default: false,
      describe: "Vary parameters, too, that cannot change anything in the scenario",
    },
    design: {
      ...TEXT,
      defaultDescription: "grid",
      describe:
        "How points are chosen: grid (every combination), lhs (Latin hypercube), sobol, morris (rows that " +
        "move one parameter after another), saltelli (rows of A, B and A with each from B), listed (the " +
        "n-th value of each), or FILE.csv (a column a path, a row a point)",
    },
    points: { ...TEXT, alias: "n", describe: "Points of lhs or sobol, rows of morris or saltelli" },
    seed: SEED,
    replications: { ...REPLICATIONS, describe: "How often each point is simulated" },
    workers: WORKERS,
    out: OUT,
    store: { ...STORE, defaultDescription: "OUT.cells" },
    shard: SHARD,
    format: FORMAT,
    set: { ...SET, describe: "PATH=VALUE to change at every point; may be given often" },
    report: REPORT,
    metrics: {
      ...TEXT,
      defaultDescription: "all",
      describe: "Metrics in the table, such as reached_3.share,caseload.mean",
    },
    groups: {
      type: "boolean",
      default: false,
      describe: "Write them also by quintile, organisation type and other groups",
    },
    tidy: {
      type: "boolean",
      default: false,
      describe: "Write the parameters into the table design alone, not into sweep and points too",
    },
    ensemble: ENSEMBLE,
    "member-replications": OF_MEMBERS,
    "on-error": ON_ERROR,
    "dry-run": {
      type: "boolean",
      default: false,
      describe:
        "List the points, which are kept already, why others are stale, and how long the rest will take",
    },
    slurm: SLURM,
    tasks: TASKS,
    quiet: QUIET,
    json: JSON_RESULT,
  },
  async perform(given) {
    const set = readSets(given.set);
    const slurm = readSlurm(given);
    if (given.report && (given["dry-run"] || slurm !== undefined)) throw badInput(messages.reportOfNothing);
    const place = readPlace(given, { isLasting: true });
    const isSimulatedWhole = place.shard === undefined && slurm === undefined && !given["dry-run"];
    if (place.out === undefined && isSimulatedWhole) throw badInput(messages.sweepWithoutOut);
    const { sweepRequest, sweepTask } = await import("../work/sweep-request.ts");
    const request = sweepRequest(given.scenario, {
      vary: given.vary,
      design: single("design", given.design),
      seed: given.seed === undefined ? undefined : readSeed(given.seed),
      replications: readReplications(given.replications),
      points: readCount("points", given.points, MAX_REPLICATIONS),
      metrics: readList("metrics", given.metrics),
    });
    const { withEvidence } = await import("../work/evidence-variations.ts");
    const written = withEvidence(request, set, {
      all: given["vary-evidence"],
      grade: readGrade(given.grade),
      except: given.except ?? [],
      allowsInert: given["allow-inert"],
      quiet: given.quiet,
    });
    const task = sweepTask(written, {
      formats: readFormats(given.format),
      groups: given.groups,
      ...(given.tidy ? { tidy: true } : {}),
    });
    const asked = readEnsembleOption(given.ensemble, given["member-replications"]);
    if (given["dry-run"]) {
      const { dryRunOfSweep } = await import("../work/dry-run.ts");
      await dryRunOfSweep(task, request.scenario, set, place, asked);
    } else if (slurm !== undefined) {
      const { writeSlurmSweep } = await import("../slurm/slurm-sweep.ts");
      await writeSlurmSweep(task, request.scenario, set, place, { ...slurm, asked });
    } else {
      const { performUnderEnsemble } = await import("../work/perform.ts");
      await performUnderEnsemble(task, [request.scenario], set, place, asked);
    }
  },
});
