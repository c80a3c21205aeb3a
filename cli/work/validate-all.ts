import type { Target } from "../../sim/calibration/targets-file.ts";
import { refuseUnmeasuredTargets, validateTargets } from "../../sim/calibration/validation.ts";
import type { Executor } from "../../sim/experiment/executor.ts";
import { jobOf } from "../../sim/experiment/replicate.ts";
import { NO_WIDTHS, notKnownOf } from "../../sim/findings/not-known.ts";
import type { NamedScenario } from "../scenarios/load-scenarios.ts";
import type { Validation } from "../screen/validation-text.ts";
import type { Progress } from "../terminal/progress.ts";
import { cellsOf, type WorkCell } from "./cells.ts";
import { type EnsembleFacts, ensembleFacts } from "./ensemble-facts.ts";
import { ensembleCells, simulateEnsemble } from "./ensemble-work.ts";
import { refusing } from "./refusing.ts";
import { planOf, replicateAll, type ScenarioRun } from "./replicate-all.ts";
import type { ValidateTask } from "./task.ts";

/** Holds all that came of a validation. */
export interface Validated {
  readonly run: ScenarioRun;
  readonly validation: Validation;
  /** What an ensemble says; undefined for none. */
  readonly notKnown: EnsembleFacts | undefined;
}

/** Says with what a validation is simulated. */
export interface ValidateAllOptions {
  readonly set: readonly string[];
  readonly executor: Executor;
  readonly progress: Progress;
  /** Threads that the executor simulates with; one if left out. */
  readonly workers?: number;
}

/** Lists the cells that a validation simulates, those of the members of an ensemble last. */
export function validationCells(
  { seed, extent, ensemble }: ValidateTask,
  mains: readonly NamedScenario[],
): WorkCell[] {
  const own = mains.flatMap((named) => cellsOf(jobOf(named, { seed }), extent.count, null));
  return [...own, ...ensembleCells(ensemble, mains, seed)];
}

/**
 * Simulates a scenario, and under the members of an ensemble, and sets each target beside what came of it.
 */
export async function validateAll(
  { seed, extent, ensemble, targets: rows }: ValidateTask,
  named: NamedScenario,
  options: ValidateAllOptions,
): Promise<Validated> {
  const { executor } = options;
  const targets = rows.map(
    ({ group_by: groupBy, ...row }): Target => ({ ...row, groupBy, where: { file: "run.json" } }),
  );
  const plan = await planOf(named, { seed, executor });
  refusing(() => refuseUnmeasuredTargets(targets, plan));
  const [run] = await replicateAll([named], { ...options, seed, extent, events: undefined });
  const members =
    ensemble === undefined ? undefined : await simulateEnsemble(ensemble, [named], { ...options, seed });
  const ofMembers = members?.get(named.scenario.name);
  return {
    run,
    validation: {
      scenario: run.plan.scenario,
      seed,
      replications: run.results.length,
      targets: validateTargets(targets, run.plan, run.results),
      // Members are measured over their whole run alone.
      ranges:
        ofMembers === undefined
          ? null
          : targets.map((target) => (target.window === "whole" ? notKnownOf(ofMembers, target) : NO_WIDTHS)),
    },
    notKnown:
      ensemble === undefined || members === undefined
        ? undefined
        : ensembleFacts(ensemble, members, { seed, areCompared: false }),
  };
}
