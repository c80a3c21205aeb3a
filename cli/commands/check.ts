import { messages } from "../messages/index.ts";
import { badInput } from "../terminal/exit-codes.ts";
import { print, say } from "../terminal/print.ts";
import { command } from "./command.ts";
import { SCENARIOS } from "./options/scenario.ts";
import { readSets, SET } from "./options/set.ts";

/** Says everything that is wrong with scenarios, one line each, and reads the valid ones back in words. */
export const checkCommand = command({
  name: "check",
  usage: "check <scenario..>",
  describe: "Find every problem in scenarios, or read them back in words",
  examples: [
    ["linksim check glasgow-pilot-cut", "what a scenario says, in words"],
    ['linksim check glasgow-pilot --set "link_workers.fte=0.6"', "a change, before it is run"],
  ],
  positionals: { scenario: SCENARIOS },
  options: { set: SET },
  async perform(given) {
    const set = readSets(given.set);
    const { renderProblem } = await import("../../sim/scenario/problem.ts");
    const { gradeLookup } = await import("../scenarios/evidence-register.ts");
    const { countErrors, tryLoad } = await import("../scenarios/load-scenarios.ts");
    const { checkText } = await import("../screen/check-text.ts");
    const gradeOf = gradeLookup();
    let errors = 0;
    for (const argument of given.scenario) {
      const loading = tryLoad(argument, set);
      errors += countErrors(loading);
      if (loading.kind === "missing") say(loading.message);
      else if (loading.kind === "refused")
        for (const problem of loading.problems) say(renderProblem(problem));
      else {
        for (const warning of loading.named.warnings) say(renderProblem(warning));
        print(checkText(loading.named, gradeOf, argument));
      }
    }
    if (errors > 0) throw badInput(messages.problemCount(errors));
  },
});
