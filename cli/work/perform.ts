import type { NamedScenario } from "../scenarios/load-scenarios.ts";
import type { Place } from "./place.ts";
import type { Task } from "./task.ts";

/** Does a task with scenarios that hold already what was laid over them (`set` is only told); the module of each kind is loaded only when it is asked for. */
export async function perform(
  task: Task,
  mains: readonly NamedScenario[],
  set: readonly string[],
  place: Place,
): Promise<void> {
  switch (task.kind) {
    case "run":
      await (await import("./perform-run.ts")).performRun(task, mains, set, place);
      break;
    case "compare":
      await (await import("./perform-compare.ts")).performCompare(task, mains, set, place);
      break;
    case "sweep":
      await (await import("./perform-sweep.ts")).performSweep(task, mains[0], set, place);
      break;
  }
}
