import { renderProblem, ScenarioError } from "../../sim/scenario/problem.ts";
import { messages } from "../messages/index.ts";
import { badInput } from "../terminal/exit-codes.ts";

/** Does what finds problems, and refuses with all of them. */
export function refusing<T>(read: () => T): T {
  try {
    return read();
  } catch (failure) {
    if (!(failure instanceof ScenarioError)) throw failure;
    throw badInput(
      [...failure.problems.map(renderProblem), messages.nothingRun(failure.problems.length)].join("\n"),
    );
  }
}
