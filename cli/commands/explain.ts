import { print } from "../terminal/print.ts";
import { command } from "./command.ts";
import { ONE_SCENARIO } from "./options/scenario.ts";
import { readStoryChoice, STORY_OPTIONS } from "./options/story.ts";

/**
 * Simulates one replication of two scenarios under common random numbers, and says where and why they part.
 */
export const explainCommand = command({
  name: "explain",
  usage: "explain <base> <other>",
  describe:
    "Find where two scenarios part in one replication, by which rule, and tell both lives of a person",
  examples: [
    [
      "linksim explain glasgow-pilot glasgow-pilot-cut",
      "the first event that a cut changes, and whom it touches",
    ],
    ["linksim explain glasgow-pilot glasgow-pilot", "that the same input gives the same world"],
  ],
  positionals: { base: ONE_SCENARIO, other: ONE_SCENARIO },
  options: STORY_OPTIONS,
  async perform({ base, other, json, ...given }) {
    const choice = readStoryChoice(given);
    const { explainScenarios } = await import("../work/explain-scenarios.ts");
    const input = explainScenarios(base, other, choice);
    const { explanationJson } = await import("../screen/explanation-json.ts");
    const { explanationText } = await import("../screen/explanation-text.ts");
    print(json ? `${JSON.stringify(explanationJson(input), null, 1)}\n` : explanationText(input));
  },
});
