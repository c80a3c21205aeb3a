import { REPLICATIONS_EACH } from "../../sim/experiment/sensitivity-plan.ts";
import type { NamedScenario } from "../scenarios/load-scenarios.ts";
import type { Place } from "../work/place.ts";
import { baseJobs, refuseInvalidRows, sensitivityWork } from "../work/sensitivity-work.ts";
import type { SensitivityTask } from "../work/task.ts";
import { type SlurmOptions, writeSlurmScripts } from "./slurm-scripts.ts";

/** What was asked for in words that the task no longer has. */
export interface AskedInWords {
  readonly over: string | undefined;
  readonly grade: string | undefined;
}

/**
 * Writes the scripts of a job array that simulates a sensitivity analysis: its screening and, where the
 * budget buys it, once more for the second stage.
 */
export async function writeSlurmSensitivity(
  task: SensitivityTask,
  mains: readonly NamedScenario[],
  set: readonly string[],
  place: Place,
  options: SlurmOptions & AskedInWords,
): Promise<void> {
  const scenarios = mains.map(({ argument }) => argument);
  const asked = { words: sensitivityWords(task, scenarios, set, options), scenarios };
  await writeSlurmScripts(asked, place, options, async () => {
    const work = sensitivityWork(task, mains);
    refuseInvalidRows(work, mains);
    const { screening, variance, worlds } = work.plan;
    const points = (variance === null ? [screening] : [screening, variance]).map(
      ({ rows, pointsEach }) => rows * pointsEach * worlds,
    );
    return {
      ...asked,
      command: "sensitivity",
      jobs: baseJobs(work),
      stages: points.map((count) => count * REPLICATIONS_EACH),
      cells: Math.min(...points),
    };
  });
}

function sensitivityWords(
  { metrics, budget, seed, formats }: SensitivityTask,
  scenarios: readonly string[],
  set: readonly string[],
  { over, grade }: AskedInWords,
): string[] {
  return [
    "sensitivity",
    ...scenarios,
    ...(over === undefined ? [] : [`--over=${over}`]),
    ...(grade === undefined ? [] : [`--grade=${grade}`]),
    `--metrics=${metrics.join(",")}`,
    `--budget=${budget}`,
    `--seed=${seed}`,
    `--format=${formats.join(",")}`,
    ...set.map((change) => `--set=${change}`),
  ];
}
