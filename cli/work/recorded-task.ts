import { messages } from "../messages/index.ts";
import { type OpenedResults, openResults } from "../results/open-results.ts";
import { loadResolved, type ResolvedText } from "../scenarios/load-resolved.ts";
import type { NamedScenario } from "../scenarios/load-scenarios.ts";
import { badInput } from "../terminal/exit-codes.ts";
import { type Task, takesScenarios, taskSchema } from "./task.ts";

/** What a results folder says of how it was made: all that it takes to make it again. */
export interface RecordedTask {
  readonly results: OpenedResults;
  readonly task: Task;
  /** The scenarios that were named, without their variants, as the folder holds them. */
  readonly mains: readonly NamedScenario[];
  /** The texts of these scenarios, in the same order. */
  readonly texts: readonly ResolvedText[];
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
  if (!task.success) {
    const [issue] = task.error.issues;
    throw badInput(
      messages.unknownTask(folder, ["order", ...issue.path].join("."), issue.message, record.version),
    );
  }
  const mains = record.scenarios.filter(({ variant_of }) => variant_of === undefined);
  if (!takesScenarios(task.data.kind, mains.length))
    throw badInput(messages.wrongScenarioCount(folder, task.data.kind, mains.length));
  const texts = mains.map(({ name }) => results.scenarioText(name));
  return { results, task: task.data, mains: loadResolved(texts), texts };
}
