import { join } from "node:path";
import { badInput } from "../exit-codes.ts";
import { loadAll, type NamedScenario } from "../inputs/load-scenarios.ts";
import * as messages from "../messages.ts";
import { type OpenedResults, openResults } from "../results/open-results.ts";
import { type Order, orderSchema } from "./order.ts";

/** What a results folder says of how it was made: all that it takes to make it again. */
export interface RecordedOrder {
  readonly results: OpenedResults;
  readonly order: Order;
  /** The scenarios that were named, without their variants, as the folder holds them. */
  readonly mains: readonly NamedScenario[];
}

/** Reads the order of a results folder and loads its scenarios from the folder itself; refuses one that is changed, or of before orders were recorded. */
export function readRecordedOrder(folder: string): RecordedOrder {
  const results = openResults(folder);
  const { record } = results;
  if (record.order === undefined) throw badInput(messages.noOrder(folder, record.version));
  const order = orderSchema.safeParse(record.order);
  if (!order.success) throw badInput(messages.unknownOrder(folder, record.version));
  const mains = record.scenarios.filter(({ variant_of }) => variant_of === undefined);
  for (const { name } of mains) results.scenario(name);
  const files = mains.map(({ resolved }) => join(folder, resolved ?? ""));
  return { results, order: order.data, mains: loadAll(files, []) };
}
