import { decisionValue, type Objective, unequalCosts } from "../../sim/ensemble/decide.ts";
import { nearnessWeights } from "../../sim/ensemble/nearness.ts";
import { unlikeTimeProblems } from "../../sim/findings/unlike-worlds.ts";
import { renderProblem } from "../../sim/scenario/problem.ts";
import { messages } from "../messages/index.ts";
import { loadAll } from "../scenarios/load-scenarios.ts";
import type { ValueShown } from "../screen/value-shown.ts";
import { badInput } from "../terminal/exit-codes.ts";
import { openProgress } from "../terminal/progress.ts";
import { readEnsembleFolder } from "./ensemble-folder.ts";
import { type AskedEnsemble, readEnsemble, simulateEnsemble } from "./ensemble-work.ts";
import { heldCalibration } from "./held-points.ts";
import { keepingCells } from "./place.ts";
import { openWorkbench } from "./workbench.ts";

/** Says which options are decided between, and what for. */
export interface ValueRequest {
  readonly scenarios: readonly string[];
  readonly set: readonly string[];
  readonly asked: AskedEnsemble;
  readonly objective: Objective;
  readonly seed: string;
  readonly workers: number;
  readonly store: string | undefined;
  readonly quiet: boolean;
}

/** Simulates options under the members of an ensemble and works out what the decision hangs on. */
export async function performValue(request: ValueRequest): Promise<ValueShown> {
  const { scenarios, set, asked, objective, seed, workers, store, quiet } = request;
  const mains = loadAll(scenarios, set);
  const [base, ...others] = mains;
  const unlike = unlikeTimeProblems(
    base.scenario,
    others.map(({ scenario }) => scenario),
  );
  if (unlike.length > 0) throw badInput(unlike.map(renderProblem).join("\n"));
  const ensemble = await readEnsemble(asked, mains, quiet);
  const bench = await openWorkbench(keepingCells({ store, workers, quiet }));
  try {
    const progress = await openProgress(quiet);
    const how = { seed, set, executor: bench.executor, progress };
    const options = [...(await simulateEnsemble(ensemble, mains, how))];
    await bench.finish();
    const dearer = objective.kind === "reached_3" ? unequalCosts(options) : [];
    if (dearer.length > 0) throw badInput(messages.unequalCosts(options[0][0], dearer));
    return {
      ...decisionValue(options, ensemble.members, objective, nearnessOf(asked.folder)),
      objective,
      seed,
      members: ensemble.members.length,
      replications: ensemble.replications,
    };
  } finally {
    await bench.close();
  }
}

/**
 * Weighs the members of an ensemble by how near they come to its published figures; null where its folder
 * does not tell of every member.
 */
function nearnessOf(folder: string): Float64Array | null {
  const ensemble = readEnsembleFolder(folder);
  const { points, targets } = heldCalibration(ensemble);
  const byMember = new Map(points.map((point) => [point.member, point]));
  const simulated = ensemble.members.map(({ member }) => byMember.get(member)?.simulated);
  const values = simulated.flatMap((row) => (row === undefined ? [] : [row.map(({ value }) => value)]));
  return values.length < simulated.length || targets.length === 0 ? null : nearnessWeights(values, targets);
}
