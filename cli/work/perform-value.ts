import { decisionValue, type Objective, unequalCosts } from "../../sim/ensemble/decide.ts";
import { unlikeTimeProblems } from "../../sim/findings/unlike-worlds.ts";
import { renderProblem } from "../../sim/scenario/problem.ts";
import { messages } from "../messages/index.ts";
import { loadAll } from "../scenarios/load-scenarios.ts";
import type { ValueShown } from "../screen/value-shown.ts";
import { badInput } from "../terminal/exit-codes.ts";
import { openProgress } from "../terminal/progress.ts";
import { type AskedEnsemble, readEnsemble, simulateEnsemble } from "./ensemble-work.ts";
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
      ...decisionValue(options, ensemble.members, objective),
      objective,
      seed,
      members: ensemble.members.length,
      replications: ensemble.replications,
    };
  } finally {
    await bench.close();
  }
}
