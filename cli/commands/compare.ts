import { DEFAULT_REPLICATIONS } from "../../sim/experiment/extent.ts";
import { badInput } from "../exit-codes.ts";
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
import { loadAll } from "../scenarios/load-scenarios.ts";
import { warnOf } from "../terminal/warn.ts";
import { performCompare } from "../work/perform-compare.ts";
import { type PlaceArguments, readPlace } from "../work/read-place.ts";
import type { CompareTask } from "../work/task.ts";

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

/** Simulates scenarios that share their luck, shows what differs and writes the results folder. */
export async function compareScenarios(given: CompareArguments): Promise<void> {
  const set = readSets(given.set);
  const task: CompareTask = {
    kind: "compare",
    seed: readSeed(given.seed),
    extent: readExtent(given),
    formats: [...readFormats(given.format)],
    twins: readTwins(given.twins),
    variants: given.variants,
  };
  const place = readPlace(given);
  if (place.out === undefined && given.format !== undefined) throw badInput(messages.formatWithoutOut);
  if (place.shard !== undefined && task.extent.kind !== "replications")
    throw badInput(messages.shardOfPrecision);
  const mains = loadAll([given.base, ...given.other], set);
  warnOf(mains, given.quiet);
  await performCompare(task, mains, set, place);
}

function readExtent(given: CompareArguments): CompareTask["extent"] {
  const count = readReplications(given.replications);
  const goal = readDifferenceGoal(given.precision);
  if (goal === undefined) return { kind: "replications", count: count ?? DEFAULT_REPLICATIONS };
  if (count !== undefined) throw badInput(messages.precisionAndReplications);
  return {
    kind: "differences",
    goal: goal.kind === "absolute" ? { ...goal, halfWidths: [...goal.halfWidths] } : goal,
  };
}
