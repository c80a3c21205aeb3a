import type { LoadedScenario } from "../../sim/scenario/load.ts";
import { renderProblem } from "../../sim/scenario/problem.ts";
import { say } from "./print.ts";

/** Says what is odd about scenarios and stops nothing. */
export function warnOf(scenarios: readonly Pick<LoadedScenario, "warnings">[], isQuiet: boolean): void {
  if (isQuiet) return;
  for (const { warnings } of scenarios) for (const warning of warnings) say(renderProblem(warning));
}
