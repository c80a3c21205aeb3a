import { DEFAULT_REPLICATIONS } from "../../sim/experiment/defaults.ts";
import { messages } from "../messages/index.ts";
import { badInput } from "../terminal/exit-codes.ts";
import { command } from "./command.ts";
import { ENSEMBLE, OF_MEMBERS, readEnsembleOption } from "./options/ensemble.ts";
import { FORMAT, readFormats } from "./options/format.ts";
import { OUT } from "./options/out.ts";
import { JSON_RESULT, QUIET } from "./options/output.ts";
import { readPlace } from "./options/place.ts";
import { REPLICATIONS, readReplications } from "./options/replications.ts";
import { REPORT } from "./options/report.ts";
import { ONE_SCENARIO } from "./options/scenario.ts";
import { readSeed, SEED } from "./options/seed.ts";
import { readSets, SET } from "./options/set.ts";
import { STORE } from "./options/store.ts";
import { single, TEXT } from "./options/text.ts";
import { WORKERS } from "./options/workers.ts";

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
    out: OUT,
    format: FORMAT,
    store: STORE,
    set: SET,
    ensemble: ENSEMBLE,
    "member-replications": OF_MEMBERS,
    quiet: QUIET,
    json: JSON_RESULT,
    report: REPORT,
  },
  async perform(given) {
    const place = readPlace({ ...given, shard: undefined });
    if (place.out === undefined && given.format !== undefined) throw badInput(messages.formatWithoutOut);
    const count = readReplications(given.replications) ?? DEFAULT_REPLICATIONS;
    const set = readSets(given.set);
    const { validateTask } = await import("../work/validate-request.ts");
    const { task, mains } = await validateTask({
      scenario: given.scenario,
      targets: single("targets", given.targets),
      set,
      seed: readSeed(given.seed),
      extent: { kind: "replications", count },
      formats: readFormats(given.format),
      quiet: place.quiet,
    });
    const asked = readEnsembleOption(given.ensemble, given["member-replications"]);
    const { withEnsemble } = await import("../work/ensemble-work.ts");
    const { perform } = await import("../work/perform.ts");
    await perform(await withEnsemble(task, asked, mains, place.quiet), mains, set, place);
  },
});
