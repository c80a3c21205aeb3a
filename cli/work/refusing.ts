import { renderProblem, ScenarioError } from "../../sim/scenario/problem.ts";
import { messages } from "../messages/index.ts";
import { badInput, type CommandError } from "../terminal/exit-codes.ts";

/** Does what finds problems, and refuses with all of them. */
export function refusing<T>(read: () => T): T {
  try {
    return read();
  } catch (failure) {
    if (!(failure instanceof ScenarioError)) throw failure;
    throw refusalOf(failure);
  }
}

/** Makes the refusal of bad input of what is wrong with a scenario, or with what is asked of it. */
export function refusalOf({ problems }: ScenarioError): CommandError {
  return badInput([...problems.map(renderProblem), messages.nothingRun(problems.length)].join("\n"));
}
