import { pointJob } from "../../sim/experiment/sensitivity.ts";
import { screeningPoints } from "../../sim/experiment/sensitivity-plan.ts";
import type { NamedScenario } from "../scenarios/load-scenarios.ts";
import { sensitivityDryRunJson, sensitivityDryRunText } from "../screen/sensitivity-plan-text.ts";
import { print } from "../terminal/print.ts";
import { measureRate } from "./measured-rate.ts";
import type { Place } from "./place.ts";
import { namesOf } from "./sensitivity-files.ts";
import { refuseInvalidRows, sensitivityWork } from "./sensitivity-work.ts";
import type { SensitivityTask } from "./task.ts";

/** Says what the budget of a sensitivity analysis buys, and how long it will take. Writes nothing. */
export async function dryRunOfSensitivity(
  task: SensitivityTask,
  mains: readonly NamedScenario[],
  { workers, json }: Place,
): Promise<void> {
  const work = sensitivityWork(task, mains);
  refuseInvalidRows(work, mains);
  const { plan, loads } = work;
  const bases = screeningPoints(plan).filter(({ at }) => at === "A");
  const jobs = bases.flatMap((point) => loads.map((_, world) => pointJob(loads, plan, point, world)));
  const dryRun = { plan, names: namesOf(mains), rate: measureRate(jobs), workers };
  print(json ? sensitivityDryRunJson(dryRun) : sensitivityDryRunText(dryRun));
}
