import { badInput } from "../exit-codes.ts";
import * as messages from "../messages.ts";
import { readExtent, readFormats, readSeed, readSets, type TextOption } from "../options.ts";
import { loadAll } from "../scenarios/load-scenarios.ts";
import { warnOf } from "../terminal/warn.ts";
import { performRun } from "../work/perform-run.ts";
import { type PlaceArguments, readPlace } from "../work/read-place.ts";

/** What the command line hands over to `run`. */
export interface RunArguments extends PlaceArguments {
  readonly scenario: readonly string[];
  readonly seed: TextOption;
  readonly replications: TextOption;
  readonly precision: TextOption;
  readonly format: TextOption;
  readonly set: readonly string[] | undefined;
  readonly events: boolean;
  readonly report: boolean;
  readonly variants: boolean;
}

/** Simulates scenarios, shows the summary and writes the results folder. */
export async function run(given: RunArguments): Promise<void> {
  const seed = readSeed(given.seed);
  const set = readSets(given.set);
  const extent = readExtent(given);
  const { events, variants } = given;
  const place = readPlace(given, { keepsCells: !events });
  if (place.out === undefined && given.format !== undefined) throw badInput(messages.formatWithoutOut);
  if (place.out === undefined && events) throw badInput(messages.eventsWithoutOut);
  if (place.shard !== undefined && extent.kind === "precision") throw badInput(messages.shardOfPrecision);
  const formats = [...readFormats(given.format)];
  const mains = loadAll(given.scenario, set);
  warnOf(mains, given.quiet);
  await performRun({ kind: "run", seed, extent, formats, events, variants }, mains, set, place);
}
