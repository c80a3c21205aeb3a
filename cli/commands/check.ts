import { renderProblem } from "../../sim/scenario/problem.ts";
import { badInput } from "../exit-codes.ts";
import * as messages from "../messages.ts";
import { readSets } from "../options.ts";
import { gradeLookup } from "../scenarios/evidence-register.ts";
import { countErrors, tryLoad } from "../scenarios/load-scenarios.ts";
import { checkText } from "../screen/check-text.ts";
import { print, say } from "../terminal/print.ts";

/** What the command line hands over to `check`. */
export interface CheckArguments {
  readonly scenario: readonly string[];
  readonly set: readonly string[] | undefined;
}

/** Says everything that is wrong with scenarios, one line each, and reads the sound ones back in words. */
export async function check(given: CheckArguments): Promise<void> {
  const set = readSets(given.set);
  const gradeOf = gradeLookup();
  let errors = 0;
  for (const argument of given.scenario) {
    const loading = tryLoad(argument, set);
    errors += countErrors(loading);
    if (loading.kind === "missing") say(loading.message);
    else if (loading.kind === "refused") for (const problem of loading.problems) say(renderProblem(problem));
    else {
      for (const warning of loading.named.warnings) say(renderProblem(warning));
      print(checkText(loading.named, gradeOf));
    }
  }
  if (errors > 0) throw badInput(messages.problemCount(errors));
}
