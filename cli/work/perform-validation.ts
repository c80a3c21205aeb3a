import { readTargetsFile } from "../../sim/calibration/targets-file.ts";
import { refuseUnmeasuredTargets, validateTargets } from "../../sim/calibration/validation.ts";
import type { Replications } from "../../sim/experiment/extent.ts";
import { NO_WIDTHS, notKnownOf } from "../../sim/findings/not-known.ts";
import { messages } from "../messages/index.ts";
import { readTargets } from "../scenarios/files.ts";
import { loadAll } from "../scenarios/load-scenarios.ts";
import type { Validation } from "../screen/validation-text.ts";
import { listenForInterruption } from "../terminal/interruption.ts";
import { openProgress } from "../terminal/progress.ts";
import { openPool } from "../threads/pool.ts";
import { type AskedEnsemble, readEnsemble, simulateEnsemble } from "./ensemble-work.ts";
import { refusing } from "./refusing.ts";
import { planOf, replicateAll } from "./replicate-all.ts";

/** Says what is held to which targets, and how it is simulated. */
export interface ValidationRequest {
  readonly scenario: string;
  /** The file of targets; undefined for that beside the scenario. */
  readonly targets: string | undefined;
  readonly set: readonly string[];
  readonly seed: string;
  readonly extent: Replications;
  readonly workers: number;
  readonly quiet: boolean;
  /** Under whose members it is simulated too; undefined for none. */
  readonly asked: AskedEnsemble | undefined;
}

/** Simulates a scenario and sets each of its targets beside what came of it. */
export async function performValidation(request: ValidationRequest): Promise<Validation> {
  const { scenario, set, seed, extent, workers, quiet } = request;
  const [file, bytes] = readTargets(request.targets, scenario);
  const targets = refusing(() => readTargetsFile(file, bytes));
  const scenarios = loadAll([scenario], set);
  const ensemble =
    request.asked === undefined ? undefined : await readEnsemble(request.asked, scenarios, quiet);
  const most = Math.max(extent.count, ensemble === undefined ? 1 : workers);
  const pool = openPool(Math.min(workers, most), listenForInterruption(messages.interrupted));
  try {
    const plan = await planOf(scenarios[0], { seed, executor: pool });
    refusing(() => refuseUnmeasuredTargets(targets, plan));
    const progress = await openProgress(quiet);
    const [run] = await replicateAll(scenarios, {
      seed,
      set,
      extent,
      executor: pool,
      progress,
      events: undefined,
    });
    const how = { seed, set, executor: pool, progress };
    const members =
      ensemble === undefined
        ? undefined
        : (await simulateEnsemble(ensemble, scenarios, how)).get(run.plan.scenario);
    return {
      scenario: run.plan.scenario,
      seed,
      replications: run.results.length,
      targets: validateTargets(targets, run.plan, run.results),
      // Members are measured over their whole run alone.
      ranges:
        members === undefined
          ? null
          : targets.map((target) => (target.window === "whole" ? notKnownOf(members, target) : NO_WIDTHS)),
    };
  } finally {
    await pool.close();
  }
}
