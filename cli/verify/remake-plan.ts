import type { FileSink } from "../results/file-sink.ts";
import type { NamedScenario } from "../scenarios/load-scenarios.ts";
import { heardBy } from "../work/perform-plan.ts";
import { eventsIn, writePlan } from "../work/plan-files.ts";
import { planSearch } from "../work/seek-plan.ts";
import type { PlanTask } from "../work/task.ts";
import type { Remade, RemakeOptions } from "./remake.ts";

/** Seeks what a plan answers again, from the beginning: what is simulated follows from what was. */
export async function remakePlan(
  task: PlanTask,
  named: NamedScenario,
  sink: FileSink,
  { executor, progress, signal }: RemakeOptions,
): Promise<Remade> {
  progress.start(0);
  const sought = await planSearch(
    task,
    named,
  )({ seed: task.seed, executor, ...heardBy(progress) }).finally(() => progress.stop());
  const scenarios = await writePlan(sink, { named, formats: task.formats, sought }, signal);
  return { scenarios, events: eventsIn(sought), differ: [] };
}
