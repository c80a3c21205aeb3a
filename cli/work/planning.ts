import type { ExecutionOptions } from "../../sim/experiment/execution-options.ts";
import { ReplicationError } from "../../sim/experiment/executor.ts";
import { ScenarioError } from "../../sim/scenario/problem.ts";
import type { NamedScenario } from "../scenarios/load-scenarios.ts";
import { failed } from "../terminal/exit-codes.ts";
import { openProgress } from "../terminal/progress.ts";
import { keepingCells } from "./place.ts";
import type { PlanPlace } from "./plan-place.ts";
import { refusalOf } from "./refusing.ts";
import { explained } from "./replicate-all.ts";
import { openWorkbench } from "./workbench.ts";

/** What a search is given: where it simulates, with which seed, and who hears of it. */
export interface Seeking extends ExecutionOptions {
  readonly seed: string;
  /** Hears that a level will be simulated up to so many replications. */
  readonly onLook: (level: number, upTo: number) => void;
  /** Hears how many replications more were decided on. */
  readonly onMore: (count: number) => void;
}

/** Opens what a search simulates with, shows how far it is, and closes it again. */
export async function planning<T>(
  { seed, set, quiet, json, store, workers }: PlanPlace,
  named: NamedScenario,
  seek: (options: Seeking) => Promise<T>,
): Promise<T> {
  const bench = await openWorkbench(keepingCells({ store, workers, quiet, json }));
  const progress = await openProgress(quiet);
  const asked = new Map<number, number>();
  try {
    progress.start(0);
    const found = await seek({
      seed,
      executor: bench.executor,
      onReplication: () => progress.done(),
      onMore: (count) => progress.more(count),
      onLook: (level, upTo) => {
        progress.more(upTo - (asked.get(level) ?? 0));
        asked.set(level, upTo);
      },
    });
    progress.stop();
    await bench.finish();
    return found;
  } catch (failure) {
    if (failure instanceof ScenarioError) throw refusalOf(failure);
    if (!(failure instanceof ReplicationError)) throw failure;
    throw failed(explained(failure, [named], { seed, set }));
  } finally {
    progress.stop();
    await bench.close();
  }
}
