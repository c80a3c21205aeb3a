import { DEFAULT_REPLICATIONS } from "../../sim/experiment/replicate.ts";
import { renderProblem } from "../../sim/scenario/messages.ts";
import { badInput } from "../exit-codes.ts";
import { loadAll } from "../inputs/load-scenarios.ts";
import * as messages from "../messages.ts";
import {
  readDifferenceGoal,
  readFormats,
  readOut,
  readReplications,
  readSeed,
  readSets,
  readTwins,
  readWorkers,
  type TextOption,
} from "../options.ts";
import type { CompareOrder } from "../orders/order.ts";
import { performCompare } from "../orders/perform-compare.ts";
import { say } from "../terminal/print.ts";

/** What the command line hands over to `compare`. */
export interface CompareArguments {
  readonly base: string;
  readonly other: readonly string[];
  readonly seed: TextOption;
  readonly replications: TextOption;
  readonly precision: TextOption;
  readonly workers: TextOption;
  readonly out: TextOption;
  readonly format: TextOption;
  readonly set: readonly string[] | undefined;
  readonly twins: TextOption;
  readonly variants: boolean;
  readonly quiet: boolean;
  readonly json: boolean;
}

/** Plays scenarios that share their luck, shows what differs and writes the results folder. */
export async function compareScenarios(given: CompareArguments): Promise<void> {
  const set = readSets(given.set);
  const order: CompareOrder = {
    kind: "compare",
    seed: readSeed(given.seed),
    extent: readExtent(given),
    formats: [...readFormats(given.format)],
    twins: readTwins(given.twins),
    variants: given.variants,
  };
  const workers = readWorkers(given.workers);
  const out = readOut(given.out);
  if (out === undefined && given.format !== undefined) throw badInput(messages.formatWithoutOut);
  const mains = loadAll([given.base, ...given.other], set);
  if (!given.quiet)
    for (const { warnings } of mains) for (const warning of warnings) say(renderProblem(warning));
  await performCompare(order, mains, set, { out, workers, quiet: given.quiet, json: given.json });
}

function readExtent(given: CompareArguments): CompareOrder["extent"] {
  const count = readReplications(given.replications);
  const goal = readDifferenceGoal(given.precision);
  if (goal === undefined) return { kind: "replications", count: count ?? DEFAULT_REPLICATIONS };
  if (count !== undefined) throw badInput(messages.precisionAndReplications);
  return {
    kind: "differences",
    goal: goal.kind === "absolute" ? { ...goal, halfWidths: [...goal.halfWidths] } : goal,
  };
}
