import type { NamedScenario } from "../scenarios/load-scenarios.ts";
import { sensitivityDryRunJson, sensitivityDryRunText } from "../screen/sensitivity-plan-text.ts";
import { print } from "../terminal/print.ts";
import { measureRate } from "./measured-rate.ts";
import type { Place } from "./place.ts";
import { namesOf } from "./sensitivity-files.ts";
import { baseJobs, refuseInvalidRows, sensitivityWork } from "./sensitivity-work.ts";
import type { SensitivityTask } from "./task.ts";

/** Says what the budget of a sensitivity analysis buys, and how long it will take. Writes nothing. */
export async function dryRunOfSensitivity(
  task: SensitivityTask,
  mains: readonly NamedScenario[],
  { workers, json }: Place,
): Promise<void> {
  const work = sensitivityWork(task, mains);
  refuseInvalidRows(work, mains);
  const { plan } = work;
  const dryRun = {
    plan,
    names: namesOf(mains),
    rate: measureRate(baseJobs(work).map((job) => () => job)),
    workers,
  };
  print(json ? sensitivityDryRunJson(dryRun) : sensitivityDryRunText(dryRun));
}
