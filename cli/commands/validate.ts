import { DEFAULT_REPLICATIONS } from "../../sim/experiment/defaults.ts";
import { messages } from "../messages/index.ts";
import { EXIT } from "../terminal/exit-codes.ts";
import { print } from "../terminal/print.ts";
import { command } from "./command.ts";
import { ENSEMBLE, OF_MEMBERS, readEnsembleOption } from "./options/ensemble.ts";
import { JSON_RESULT, QUIET } from "./options/output.ts";
import { REPLICATIONS, readReplications } from "./options/replications.ts";
import { ONE_SCENARIO } from "./options/scenario.ts";
import { readSeed, SEED } from "./options/seed.ts";
import { readSets, SET } from "./options/set.ts";
import { single, TEXT } from "./options/text.ts";
import { readWorkers, WORKERS } from "./options/workers.ts";

/** Sets published figures beside simulated ones, those that were fitted and those held out apart. */
export const validateCommand = command({
  name: "validate",
  usage: "validate <scenario>",
  describe: "Set published figures beside simulated ones: fitted and held-out targets apart",
  examples: [
    [
      "linksim validate glasgow-2021",
      "what was published of the service of 2021, and what comes of its scenario",
    ],
    [
      "linksim validate glasgow-pilot --targets glasgow-pilot/targets.yaml --replications 20 --json",
      "the same of the pilot from a named file, for another program",
    ],
  ],
  remark: messages.validationExit,
  positionals: { scenario: ONE_SCENARIO },
  options: {
    targets: {
      ...TEXT,
      defaultDescription: "targets.yaml beside the scenario",
      describe: "The published figures, each with its band and role: a YAML file or a CSV",
    },
    seed: SEED,
    replications: REPLICATIONS,
    workers: WORKERS,
    set: SET,
    ensemble: ENSEMBLE,
    "member-replications": OF_MEMBERS,
    quiet: QUIET,
    json: JSON_RESULT,
  },
  async perform(given) {
    const count = readReplications(given.replications) ?? DEFAULT_REPLICATIONS;
    const request = {
      scenario: given.scenario,
      targets: single("targets", given.targets),
      set: readSets(given.set),
      seed: readSeed(given.seed),
      extent: { kind: "replications", count },
      workers: readWorkers(given.workers),
      quiet: given.quiet,
      asked: readEnsembleOption(given.ensemble, given["member-replications"]),
    } as const;
    const { performValidation } = await import("../work/perform-validation.ts");
    const validation = await performValidation(request);
    if (given.json) print((await import("../screen/validation-json.ts")).validationJson(validation));
    else print((await import("../screen/validation-text.ts")).validationText(validation));
    const isMissed = validation.targets.some(
      ({ target, verdict }) => target.role === "held_out" && verdict === "missed",
    );
    if (isMissed) process.exitCode = EXIT.notMet;
  },
});
