import { DEFAULT_REPLICATIONS } from "../../sim/experiment/defaults.ts";
import { MAX_FOR_PRECISION } from "../../sim/experiment/precision.ts";
import { messages } from "../messages/index.ts";
import { badInput } from "../terminal/exit-codes.ts";
import { command } from "./command.ts";
import { readFte } from "./options/fte.ts";
import { JSON_RESULT, QUIET } from "./options/output.ts";
import { readPounds } from "./options/pounds.ts";
import { ONE_SCENARIO } from "./options/scenario.ts";
import { readSeed, SEED } from "./options/seed.ts";
import { readSets, SET } from "./options/set.ts";
import { readStore, STORE } from "./options/store.ts";
import { readCount, single, TEXT } from "./options/text.ts";
import { readWorkers, WORKERS } from "./options/workers.ts";

/**
 * Finds the least of a lever that meets a goal, with a certificate, or says why none does; what two levers
 * do for their money; or where full-time equivalents are best lost or added.
 */
export const planCommand = command({
  name: "plan",
  usage: "plan <scenario>",
  describe: "Find how much of a lever meets a goal, surely, or where posts are best lost or added",
  examples: [
    [
      'linksim plan starter --goal "50 % seen within 4 weeks" --by referral.rate=x1,x0.8,x0.6',
      "the first of these that lets half of the demand be seen in 4 weeks, each wrong by 1 % at most",
    ],
    [
      'linksim plan starter --goal "wait.first_contact.p50 <= 8 weeks" --by referral.rate=x1,x0.8,x0.6',
      "a goal on a quantile is read as a share; a list is tried in order of cost",
    ],
    [
      'linksim plan starter --goal "60 % seen" --by link_workers.fte=0.5,1 --by referral.rate=x1,x0.8',
      "two levers: which combinations nothing surely dominates, and the cheapest that meets the goal",
    ],
    [
      'linksim plan twelve-practices --lose "1 fte" --at-most 8',
      "which posts would be least missed, in people who reach three contacts",
    ],
  ],
  remark: messages.planExit,
  positionals: { scenario: ONE_SCENARIO },
  options: {
    goal: {
      ...TEXT,
      describe: 'What is to be met: "90 % seen within 4 weeks", "METRIC >= VALUE" or "METRIC <= VALUE"',
    },
    by: {
      type: "string",
      array: true,
      requiresArg: true,
      describe:
        "PATH=A:B:STEP or PATH=a,b,c: the lever and its values, cheapest first; given twice: what both do " +
        "for their money",
    },
    price: {
      type: "string",
      array: true,
      requiresArg: true,
      describe:
        "PATH=GBP: with two levers, what one unit of a lever costs a year; one of money is its own price",
    },
    budget: { ...TEXT, describe: 'With two levers: what does best for a sum a year: "600,000 GBP"' },
    hold: {
      type: "string",
      array: true,
      requiresArg: true,
      describe: "Another goal that must hold as well; may be given often",
    },
    "at-most": {
      ...TEXT,
      defaultDescription: `${MAX_FOR_PRECISION}, of a way to lose or add ${DEFAULT_REPLICATIONS}`,
      describe: "Maximum number of replications of a value; what is not decided then is judged by its mean",
    },
    tip: {
      ...TEXT,
      describe:
        "PATH=A:B:STEP in place of --by: find where along it the goal comes to be met, or no longer is; " +
        "of a share PATH alone",
    },
    lose: { ...TEXT, describe: 'Find where full-time equivalents would be least missed: "1.5 fte"' },
    add: { ...TEXT, describe: 'Find where more full-time equivalents help most: "2 fte"' },
    part: {
      ...TEXT,
      defaultDescription: "the greatest that divides them and the posts",
      describe: 'With --lose and --add: hours go in parts of so many full-time equivalents: "0.5 fte"',
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
    const common = {
      scenario: given.scenario,
      output,
      seed: readSeed(given.seed),
      set: readSets(given.set),
      store: readStore(given.store),
      workers: readWorkers(given.workers),
      quiet: given.quiet,
      json: given.json,
    };
    const most = readCount("at-most", given["at-most"], MAX_FOR_PRECISION);
    const [lose, add, part] = [
      readFte("lose", given.lose),
      readFte("add", given.add),
      readFte("part", given.part),
    ];
    const [goal, tip] = [single("goal", given.goal), single("tip", given.tip)];
    const budget = readPounds("budget", given.budget);
    const [by, other, ...more] = given.by ?? [];
    const [hold, prices] = [given.hold ?? [], given.price ?? []];
    const asked = [[goal, by, tip].some((text) => text !== undefined), lose !== undefined, add !== undefined];
    if (asked.filter(Boolean).length !== 1) throw badInput(messages.planAsks);
    const fte = lose ?? add;
    if (fte !== undefined) {
      if (hold.length > 0) throw badInput(messages.planOnlyWith("hold", "--goal"));
      const { performWhere } = await import("../work/perform-where.ts");
      const ask = { kind: lose === undefined ? "add" : "lose", fte } as const;
      const replications = Math.max(2, most ?? DEFAULT_REPLICATIONS);
      await performWhere({ ...common, ask: part === undefined ? ask : { ...ask, part }, replications });
      return;
    }
    if (part !== undefined) throw badInput(messages.planOnlyWith("part", "--lose and --add"));
    const along = by ?? tip;
    if (goal === undefined || along === undefined || (by !== undefined && tip !== undefined))
      throw badInput(messages.planAsks);
    const asks = { ...common, goal, hold, most: most ?? MAX_FOR_PRECISION };
    if (more.length > 0) throw badInput(messages.planTwoLevers);
    if (by !== undefined && other !== undefined) {
      const { performFrontier } = await import("../work/perform-frontier.ts");
      await performFrontier({ ...asks, by: [by, other], prices, budget });
      return;
    }
    if (prices.length > 0) throw badInput(messages.planOnlyWith("price", "--by given twice"));
    if (budget !== undefined) throw badInput(messages.planOnlyWith("budget", "--by given twice"));
    if (by !== undefined) {
      const { performPlan } = await import("../work/perform-plan.ts");
      await performPlan({ ...asks, by });
      return;
    }
    if (output !== undefined) throw badInput(messages.planOnlyWith("output", "--by, --lose and --add"));
    const { performTip } = await import("../work/perform-tip.ts");
    await performTip({ ...asks, tip: along });
  },
});
