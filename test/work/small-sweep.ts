import { type SweepWork, sweepWork } from "../../cli/work/sweep-work.ts";
import type { SweepTask } from "../../cli/work/task.ts";
import type { LoadedScenario } from "../../sim/scenario/load.ts";
import { resolvedYaml } from "../../sim/scenario/resolved.ts";

/** A task of a sweep over a few points, changed as a test needs. */
export function aSweepTask(changes: Partial<SweepTask> = {}): SweepTask {
  return {
    kind: "sweep",
    seed: "1",
    replications: 2,
    formats: ["csv"],
    vary: [{ path: "link_workers.fte", values: ["0.5", "1"] }],
    design: "grid",
    points: null,
    metrics: null,
    groups: false,
    ...changes,
  };
}

/** The work of a task on a scenario. */
export const workOf = (loaded: LoadedScenario, task: SweepTask): SweepWork =>
  sweepWork(task, resolvedYaml(loaded));
