import { messages } from "../messages/index.ts";
import { print } from "../terminal/print.ts";
import { command } from "./command.ts";
import { ONE_SCENARIO } from "./options/scenario.ts";
import { readStoryChoice, STORY_OPTIONS } from "./options/story.ts";

/** Tells one person's story from one replication, or names people whose stories are worth reading. */
export const traceCommand = command({
  name: "trace",
  usage: "trace <scenario>",
  describe: "Tell one person's story, event by event, with the reasons",
  examples: [
    ["linksim trace glasgow-pilot", "people whose stories are worth reading"],
    ["linksim trace glasgow-pilot --patient practice-3/1999", "one person's story"],
  ],
  positionals: { scenario: ONE_SCENARIO },
  options: STORY_OPTIONS,
  async perform({ scenario: argument, json, ...given }) {
    const choice = readStoryChoice(given);
    const { seed, replication, patient, set } = choice;
    const { loadAll } = await import("../scenarios/load-scenarios.ts");
    const { findPatient, simulateOne } = await import("../work/simulate-one.ts");
    const { storyText, worthReadingText } = await import("../screen/story-text.ts");
    const [named] = loadAll([argument], set);
    const simulated = simulateOne(named, choice);
    const place = { scenario: named.scenario.name, seed, replication };
    if (patient === undefined) {
      const { worthReading } = await import("../../sim/stories/worth-reading.ts");
      const people = worthReading(simulated);
      const again = messages.storyCommand("trace", [argument], place, set);
      print(json ? asJson({ ...place, people }) : worthReadingText(people, place, again));
      return;
    }
    const { storyOf } = await import("../../sim/stories/story.ts");
    const { storyJson } = await import("../screen/story-json.ts");
    const story = storyOf(simulated, findPatient([simulated], patient, replication));
    print(json ? asJson({ ...place, ...storyJson(simulated, story) }) : storyText(story, place));
  },
});

const asJson = (value: unknown): string => `${JSON.stringify(value, null, 1)}\n`;
