import { join } from "node:path";
import * as messages from "../messages/index.ts";
import { type OpenedResults, openResults } from "../results/open-results.ts";
import { loadAll, type NamedScenario } from "../scenarios/load-scenarios.ts";
import { badInput } from "../terminal/exit-codes.ts";
import { type Task, taskSchema } from "./task.ts";

/** What a results folder says of how it was made: all that it takes to make it again. */
export interface RecordedTask {
  readonly results: OpenedResults;
  readonly task: Task;
  /** The scenarios that were named, without their variants, as the folder holds them. */
  readonly mains: readonly NamedScenario[];
}

/**
 * Reads the task of a results folder and loads its scenarios from the folder itself; refuses one that is
 * changed, or of before tasks were recorded.
 */
export function readRecordedTask(folder: string): RecordedTask {
  const results = openResults(folder);
  const { record } = results;
  if (record.order === undefined) throw badInput(messages.noTask(folder, record.version));
  const task = taskSchema.safeParse(record.order);
  if (!task.success) throw badInput(messages.unknownTask(folder, record.version));
  const mains = record.scenarios.filter(({ variant_of }) => variant_of === undefined);
  for (const { name } of mains) results.scenario(name);
  const files = mains.map(({ resolved }) => join(folder, resolved ?? ""));
  return { results, task: task.data, mains: loadAll(files, []) };
}
