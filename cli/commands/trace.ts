import { storyOf } from "../../sim/stories/story.ts";
import { worthReading } from "../../sim/stories/worth-reading.ts";
import * as messages from "../messages.ts";
import { readPatientName, readReplication, readSeed, readSets, type TextOption } from "../options.ts";
import { loadAll } from "../scenarios/load-scenarios.ts";
import { storyJson } from "../screen/story-json.ts";
import { storyText, worthReadingText } from "../screen/story-text.ts";
import { print } from "../terminal/print.ts";
import { findPatient, simulateOne } from "../work/simulate-one.ts";

/** What the command line hands over to `trace`. */
export interface TraceArguments {
  readonly scenario: string;
  readonly patient: TextOption;
  readonly replication: TextOption;
  readonly seed: TextOption;
  readonly set: readonly string[] | undefined;
  readonly json: boolean;
}

/** Tells one person's story from one replication, or names people whose stories are worth reading. */
export async function trace(given: TraceArguments): Promise<void> {
  const patient = readPatientName(given.patient);
  const replication = readReplication(given.replication);
  const seed = readSeed(given.seed);
  const set = readSets(given.set);
  const [named] = loadAll([given.scenario], set);
  const simulated = simulateOne(named, seed, replication, set, patient);
  const place = { scenario: named.scenario.name, seed, replication };
  if (patient === undefined) {
    const people = worthReading(simulated);
    const command = messages.storyCommand("trace", [given.scenario], place, set);
    print(given.json ? asJson({ ...place, people }) : worthReadingText(people, place, command));
    return;
  }
  const story = storyOf(simulated, findPatient([simulated], patient, replication));
  print(given.json ? asJson({ ...place, ...storyJson(simulated, story) }) : storyText(story, place));
}

const asJson = (value: unknown): string => `${JSON.stringify(value, null, 1)}\n`;
