import { readTargetsFile, type Target } from "../../sim/calibration/targets-file.ts";
import { refuseUnmeasuredTargets } from "../../sim/calibration/validation.ts";
import type { Replications } from "../../sim/experiment/extent.ts";
import { ownThread } from "../../sim/experiment/own-thread.ts";
import type { Format } from "../results/formats.ts";
import { readTargets } from "../scenarios/files.ts";
import type { NamedScenario } from "../scenarios/load-scenarios.ts";
import { loadMains } from "./load-mains.ts";
import { refusing } from "./refusing.ts";
import { planOf } from "./replicate-all.ts";
import type { ValidateTask } from "./task.ts";

/** What the command line says of a validation. */
export interface ValidateAsked {
  readonly scenario: string;
  readonly set: readonly string[];
  /** The file of targets; undefined for that beside the scenario. */
  readonly targets: string | undefined;
  readonly seed: string;
  readonly extent: Replications;
  readonly formats: readonly Format[];
  readonly quiet: boolean;
}

/**
 * Makes the task of a validation, and loads its scenario; refuses, with their lines, targets that the
 * scenario does not measure.
 */
export async function validateTask(
  asked: ValidateAsked,
): Promise<{ readonly task: ValidateTask; readonly mains: readonly NamedScenario[] }> {
  const { scenario, set, seed, extent, formats, quiet } = asked;
  const [file, bytes] = readTargets(asked.targets, scenario);
  const targets = refusing(() => readTargetsFile(file, bytes));
  const mains = loadMains([scenario], set, { quiet });
  const plan = await planOf(mains[0], { seed, executor: ownThread() });
  refusing(() => refuseUnmeasuredTargets(targets, plan));
  const task: ValidateTask = {
    kind: "validate",
    seed,
    extent,
    formats: [...formats],
    targets: targets.map(rowOf),
  };
  return { task, mains };
}

function rowOf(target: Target): ValidateTask["targets"][number] {
  const { where: _, groupBy: group_by, ...row } = target;
  return { ...row, group_by };
}
