import type { FileSink } from "../results/file-sink.ts";
import type { RecordedTask } from "../work/recorded-task.ts";
import { eventsOf } from "../work/run-record.ts";
import type { ValidateTask } from "../work/task.ts";
import { validateAll } from "../work/validate-all.ts";
import { writeValidation } from "../work/validate-files.ts";
import type { Remade, RemakeOptions } from "./remake.ts";

/** Validates again, all of it: of single replications its folder keeps nothing. */
export async function remakeValidation(
  task: ValidateTask,
  { mains: [named], results }: RecordedTask,
  sink: FileSink,
  { executor, progress, signal }: RemakeOptions,
): Promise<Remade> {
  const { set } = results.record;
  const validated = await validateAll(task, named, { set, executor, progress });
  const scenarios = await writeValidation(sink, validated, task.formats, signal);
  const { run, notKnown } = validated;
  return { scenarios, events: eventsOf([run]), differ: [], notKnown };
}
