import { never } from "../../sim/never.ts";
import type { NamedScenario } from "../scenarios/load-scenarios.ts";
import { type AskedEnsemble, withEnsemble } from "./ensemble-work.ts";
import { loadMains } from "./load-mains.ts";
import type { Place } from "./place.ts";
import type { EnsembleTask, Task } from "./task.ts";

/**
 * Loads the scenarios that arguments name, with what is laid over them, says what is odd about them, and
 * does a task with them.
 */
export async function performNamed(
  task: Task,
  scenarios: readonly string[],
  set: readonly string[],
  place: Place,
): Promise<void> {
  await perform(task, loadMains(scenarios, set, place), set, place);
}

/** Does such a task with scenarios that arguments name, under the members of an ensemble too. */
export async function performUnderEnsemble(
  task: EnsembleTask,
  scenarios: readonly string[],
  set: readonly string[],
  place: Place,
  asked: AskedEnsemble | undefined,
): Promise<void> {
  const mains = loadMains(scenarios, set, place);
  await perform(await withEnsemble(task, asked, mains, place.quiet), mains, set, place);
}

/**
 * Does a task with scenarios that hold already what was laid over them (`set` is only told); the module of
 * each kind is loaded only when it is asked for.
 */
export async function perform(
  task: Task,
  mains: readonly NamedScenario[],
  set: readonly string[],
  place: Place,
): Promise<void> {
  switch (task.kind) {
    case "run":
      return (await import("./perform-run.ts")).performRun(task, mains, set, place);
    case "compare":
      return (await import("./perform-compare.ts")).performCompare(task, mains, set, place);
    case "attribute":
      return (await import("./perform-attribute.ts")).performAttribute(task, mains, set, place);
    case "sweep":
      return (await import("./perform-sweep.ts")).performSweep(task, mains[0], set, place);
    case "calibrate":
      return (await import("./perform-calibrate.ts")).performCalibrate(task, mains[0], set, place);
    case "sensitivity":
      return (await import("./perform-sensitivity.ts")).performSensitivity(task, mains, set, place);
    case "plan":
      return (await import("./perform-plan.ts")).performPlan(task, mains[0], set, place);
    case "validate":
      return (await import("./perform-validate.ts")).performValidate(task, mains[0], set, place);
    default:
      never(task);
  }
}
