import { DEFAULT_REPLICATIONS } from "../../sim/experiment/defaults.ts";
import { MAX_FOR_PRECISION } from "../../sim/experiment/precision.ts";
import { messages } from "../messages/index.ts";
import { badInput } from "../terminal/exit-codes.ts";
import type { AskedPlanEnsemble } from "../work/plan-ensemble.ts";
import type { PlanTask } from "../work/task.ts";
import { command } from "./command.ts";
import { ENSEMBLE } from "./options/ensemble.ts";
import { FORMAT, readFormats } from "./options/format.ts";
import { readFte } from "./options/fte.ts";
import { OUT } from "./options/out.ts";
import { JSON_RESULT, QUIET } from "./options/output.ts";
import { readPlace } from "./options/place.ts";
import { readPounds } from "./options/pounds.ts";
import { REPORT } from "./options/report.ts";
import { ONE_SCENARIO } from "./options/scenario.ts";
import { readSeed, SEED } from "./options/seed.ts";
import { readSets, SET } from "./options/set.ts";
import { STORE } from "./options/store.ts";
import { readCount, single, TEXT, type TextOption } from "./options/text.ts";
import { WORKERS } from "./options/workers.ts";

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
      'linksim plan glasgow-pilot --goal "60 % seen" --by link_workers.fte=.5,1 --by referral.rate=x1,x.8',
      "two levers: which combinations nothing surely dominates, and the cheapest that meets the goal",
    ],
    [
      'linksim plan starter --goal "40 % seen" --by referral.rate=x1,x.8 --ensemble ensemble',
      "the first with which nine in ten sets of values that fit the published figures meet it",
    ],
    [
      'linksim plan starter --lose "0.5 fte" --at-most 8',
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
    ensemble: {
      ...ENSEMBLE,
      describe:
        "Folder of sets of values that fit the published figures: enough of them must meet the goal, and " +
        "where posts are best lost or added must be best over them",
    },
    in: {
      ...TEXT,
      defaultDescription: "90 %",
      describe: "With --ensemble and --goal: the share of its members that must meet the goal",
    },
    seed: SEED,
    workers: WORKERS,
    out: OUT,
    format: FORMAT,
    store: STORE,
    set: SET,
    quiet: QUIET,
    json: JSON_RESULT,
    report: REPORT,
  },
  async perform(given) {
    const answer = single("output", given.output);
    if (answer !== undefined && !/\.ya?ml$/.test(answer))
      throw badInput(messages.badOutput(answer, ["yaml"]));
    const [lose, add] = [readFte("lose", given.lose), readFte("add", given.add)];
    const [goal, tip] = [single("goal", given.goal), single("tip", given.tip)];
    const asked = [
      [goal, given.by, tip].some((text) => text !== undefined),
      lose !== undefined,
      add !== undefined,
    ];
    if (asked.filter(Boolean).length !== 1) throw badInput(messages.planAsks);
    const ask = lose === undefined && add === undefined ? askOfGoal(given) : askOfPosts(given);
    if (answer !== undefined && ask.kind === "tip")
      throw badInput(messages.planOnlyWith("output", "--by, --lose and --add"));
    const most = readCount("at-most", given["at-most"], MAX_FOR_PRECISION);
    const task: PlanTask = {
      kind: "plan",
      seed: readSeed(given.seed),
      formats: readFormats(given.format),
      at_most: ask.kind === "where" ? Math.max(2, most ?? DEFAULT_REPLICATIONS) : (most ?? MAX_FOR_PRECISION),
      goals: goal === undefined ? [] : [goal, ...(given.hold ?? [])],
      ask,
    };
    const under = readEnsemble(given.ensemble, given.in);
    if (given.in !== undefined && ask.kind === "where") throw badInput(messages.planOnlyWith("in", "--goal"));
    const place = { ...readPlace({ ...given, shard: undefined }), answer };
    if (place.out === undefined && given.format !== undefined) throw badInput(messages.formatWithoutOut);
    const set = readSets(given.set);
    const { loadMains } = await import("../work/load-mains.ts");
    const { performPlan } = await import("../work/perform-plan.ts");
    const [named] = loadMains([given.scenario], set, place);
    if (under === undefined) return performPlan(task, named, set, place);
    const { readPlanEnsemble } = await import("../work/plan-ensemble.ts");
    const ensemble = await readPlanEnsemble(under, named, { seed: task.seed, quiet: place.quiet });
    await performPlan({ ...task, ensemble }, named, set, place);
  },
});

const IN = 0.9;

/** Reads which ensemble the answer must hold under, and in what share of its members; undefined for none. */
function readEnsemble(given: TextOption, share: TextOption): AskedPlanEnsemble | undefined {
  const folder = single("ensemble", given);
  const text = single("in", share);
  if (folder === undefined && text !== undefined) throw badInput(messages.planOnlyWith("in", "--ensemble"));
  if (folder === undefined) return undefined;
  const percent = text === undefined ? 100 * IN : Number(/^(\d{1,3}(?:\.\d+)?) ?%$/.exec(text)?.[1]);
  if (!(percent > 0 && percent <= 100)) throw badInput(messages.badIn(text ?? ""));
  return { folder, share: percent / 100 };
}

/** What the command line hands over about what is sought. */
type Given = Readonly<Partial<Record<"goal" | "tip" | "lose" | "add" | "part" | "budget", TextOption>>> & {
  readonly by?: readonly string[] | undefined;
  readonly hold?: readonly string[] | undefined;
  readonly price?: readonly string[] | undefined;
};

/** Reads where posts are to be lost or added. */
function askOfPosts(given: Given): PlanTask["ask"] {
  for (const option of ["hold", "price", "budget"] as const)
    if (given[option] !== undefined) throw badInput(messages.planOnlyWith(option, "--goal"));
  const lose = readFte("lose", given.lose);
  const fte = lose ?? readFte("add", given.add) ?? 0;
  const part = readFte("part", given.part) ?? null;
  return { kind: "where", change: lose === undefined ? "add" : "lose", fte, part };
}

/** Reads along what a goal is judged. */
function askOfGoal(given: Given): PlanTask["ask"] {
  const [by, other, ...more] = given.by ?? [];
  const tip = single("tip", given.tip);
  const prices = [...(given.price ?? [])];
  if (given.part !== undefined) throw badInput(messages.planOnlyWith("part", "--lose and --add"));
  if (given.goal === undefined || (by === undefined) === (tip === undefined))
    throw badInput(messages.planAsks);
  if (more.length > 0) throw badInput(messages.planTwoLevers);
  if (by !== undefined && other !== undefined)
    return { kind: "frontier", by: [by, other], prices, budget: readPounds("budget", given.budget) ?? null };
  if (prices.length > 0) throw badInput(messages.planOnlyWith("price", "--by given twice"));
  if (given.budget !== undefined) throw badInput(messages.planOnlyWith("budget", "--by given twice"));
  return tip === undefined ? { kind: "least", by: by ?? "" } : { kind: "tip", by: tip };
}
