import { messages } from "../messages/index.ts";
import { badInput } from "../terminal/exit-codes.ts";
import { print } from "../terminal/print.ts";
import { command } from "./command.ts";
import { GRADE, readGrade } from "./options/grade.ts";
import { JSON_RESULT } from "./options/output.ts";
import { SCENARIOS } from "./options/scenario.ts";
import { readSets, SET } from "./options/set.ts";

const DEFAULT_SCENARIO = "glasgow-pilot";

/** Lists the numbers of a scenario that have a range: what may be asked of them, and what reads them. */
export const parametersCommand = command({
  name: "parameters",
  usage: "parameters [scenario]",
  describe: "List the numbers that are not known: their ranges, evidence, and what reads them",
  examples: [
    [
      "linksim parameters glasgow-pilot --grade C --active",
      "the assumptions that can change something there",
    ],
    ["linksim parameters glasgow-pilot-cut --csv", "all that is known of each, for a spreadsheet"],
  ],
  positionals: {
    scenario: {
      type: "string",
      describe: `${SCENARIOS.describe}; ${DEFAULT_SCENARIO} if left out`,
    },
  },
  options: {
    grade: GRADE,
    active: {
      type: "boolean",
      default: false,
      describe: "Only those that can change something in this scenario",
    },
    set: SET,
    json: JSON_RESULT,
    csv: { type: "boolean", default: false, describe: "Write the table on stdout as CSV" },
  },
  async perform({ scenario, grade: asked, active, set, json, csv }) {
    if (json && csv) throw badInput(messages.oneOfTwo("json", "csv"));
    const grade = readGrade(asked);
    const { parametersOf } = await import("../../sim/findings/parameters.ts");
    const { evidenceLookup } = await import("../scenarios/evidence-register.ts");
    const { loadValid } = await import("../scenarios/load-scenarios.ts");
    const { warnOf } = await import("../terminal/warn.ts");
    const named = loadValid([scenario ?? DEFAULT_SCENARIO], readSets(set));
    warnOf(named, false);
    const [{ scenario: loaded }] = named;
    const all = parametersOf(named[0], evidenceLookup());
    const wanted = all.filter(
      (one) => (grade === undefined || one.grade?.startsWith(grade)) && (!active || one.idleBecause === null),
    );
    const { parametersTable } = await import("../../sim/tables/parameters.ts");
    if (csv) print((await import("../../sim/tables/csv.ts")).csvText(parametersTable(wanted)));
    else if (json) print((await import("../../sim/tables/json.ts")).jsonText(parametersTable(wanted)));
    else {
      const { parametersText } = await import("../screen/parameters-text.ts");
      print(parametersText(loaded.name, wanted, all));
    }
  },
});
