import { MAX_FOR_PRECISION } from "../../sim/experiment/precision.ts";
import { messages } from "../messages/index.ts";
import { badInput } from "../terminal/exit-codes.ts";
import { command } from "./command.ts";
import { JSON_RESULT, QUIET } from "./options/output.ts";
import { ONE_SCENARIO } from "./options/scenario.ts";
import { readSeed, SEED } from "./options/seed.ts";
import { readSets, SET } from "./options/set.ts";
import { readStore, STORE } from "./options/store.ts";
import { readCount, single, TEXT } from "./options/text.ts";
import { readWorkers, WORKERS } from "./options/workers.ts";

/** Finds the least of a lever that meets a goal, with a certificate, or says why none does. */
export const planCommand = command({
  name: "plan",
  usage: "plan <scenario>",
  describe: "Find the least of a lever that meets a goal, surely, or say that none does and what binds",
  examples: [
    [
      'linksim plan glasgow-pilot --goal "50 % seen within 4 weeks" --by link_workers.fte=0.5:1:0.25',
      "the least share of full time of each post with which half of the demand are seen in 4 weeks",
    ],
    [
      'linksim plan starter --goal "wait.first_contact.p50 <= 8 weeks" --by referral.rate=x1,x0.8,x0.6',
      "a goal on a quantile is read as a share; a list is tried in order of cost",
    ],
  ],
  remark: messages.planExit,
  positionals: { scenario: ONE_SCENARIO },
  options: {
    goal: {
      ...TEXT,
      demandOption: true,
      describe: 'What is to be met: "90 % seen within 4 weeks", "METRIC >= VALUE" or "METRIC <= VALUE"',
    },
    by: {
      ...TEXT,
      demandOption: true,
      describe: "PATH=A:B:STEP or PATH=a,b,c: the lever and its values, cheapest first",
    },
    hold: {
      type: "string",
      array: true,
      requiresArg: true,
      describe: "Another goal that must hold as well; may be given often",
    },
    "at-most": {
      ...TEXT,
      defaultDescription: String(MAX_FOR_PRECISION),
      describe: "Maximum number of replications of a value; what is not decided then is judged by its mean",
    },
    output: {
      ...TEXT,
      alias: "o",
      describe: "File for the scenario that meets the goal, a .yaml that can be run, compared and explained",
    },
    seed: SEED,
    workers: WORKERS,
    store: STORE,
    set: SET,
    quiet: QUIET,
    json: JSON_RESULT,
  },
  async perform(given) {
    const output = single("output", given.output);
    if (output !== undefined && !/\.ya?ml$/.test(output))
      throw badInput(messages.badOutput(output, ["yaml"]));
    const { performPlan } = await import("../work/perform-plan.ts");
    await performPlan({
      scenario: given.scenario,
      goal: single("goal", given.goal) ?? "",
      by: single("by", given.by) ?? "",
      hold: given.hold ?? [],
      most: readCount("at-most", given["at-most"], MAX_FOR_PRECISION) ?? MAX_FOR_PRECISION,
      output,
      seed: readSeed(given.seed),
      set: readSets(given.set),
      store: readStore(given.store),
      workers: readWorkers(given.workers),
      quiet: given.quiet,
      json: given.json,
    });
  },
});
