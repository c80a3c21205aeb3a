import { DEFAULT_REPLICATIONS } from "../../sim/experiment/extent.ts";
import { badInput } from "../exit-codes.ts";
import { loadAll } from "../inputs/load-scenarios.ts";
import * as messages from "../messages.ts";
import {
  readDifferenceGoal,
  readFormats,
  readReplications,
  readSeed,
  readSets,
  readTwins,
  type TextOption,
} from "../options.ts";
import type { CompareOrder } from "../orders/order.ts";
import { performCompare } from "../orders/perform-compare.ts";
import { type PlaceArguments, readPlace } from "../orders/read-place.ts";
import { warnOf } from "../terminal/warn.ts";

/** What the command line hands over to `compare`. */
export interface CompareArguments extends PlaceArguments {
  readonly base: string;
  readonly other: readonly string[];
  readonly seed: TextOption;
  readonly replications: TextOption;
  readonly precision: TextOption;
  readonly format: TextOption;
  readonly set: readonly string[] | undefined;
  readonly twins: TextOption;
  readonly report: boolean;
  readonly variants: boolean;
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
  const place = readPlace(given);
  if (place.out === undefined && given.format !== undefined) throw badInput(messages.formatWithoutOut);
  if (place.shard !== undefined && order.extent.kind !== "replications")
    throw badInput(messages.shardOfPrecision);
  const mains = loadAll([given.base, ...given.other], set);
  warnOf(mains, given.quiet);
  await performCompare(order, mains, set, place);
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
