import type { Chronicle } from "../../sim/stories/chronicle.ts";
import { explain as explainWorlds } from "../../sim/stories/explanation.ts";
import type { TwoWorlds } from "../../sim/stories/explanation-words.ts";
import { splitPatientName } from "../../sim/stories/patient-name.ts";
import type { PersonNumber } from "../../sim/stories/person.ts";
import { type Story, storyOf } from "../../sim/stories/story.ts";
import { readPatientName, readReplication, readSeed, readSets, type TextOption } from "../options.ts";
import { loadSound } from "../scenarios/load-scenarios.ts";
import { explanationJson } from "../screen/explanation-json.ts";
import { explanationText, type TwoLives } from "../screen/explanation-text.ts";
import { print } from "../terminal/print.ts";
import { findPatient, simulateOne } from "../work/simulate-one.ts";

/** What the command line hands over to `explain`. */
export interface ExplainArguments {
  readonly base: string;
  readonly other: string;
  readonly patient: TextOption;
  readonly replication: TextOption;
  readonly seed: TextOption;
  readonly set: readonly string[] | undefined;
  readonly json: boolean;
}

/** Simulates one replication of two scenarios under the same luck, and says where and why they part. */
export async function explain(given: ExplainArguments): Promise<void> {
  const patient = readPatientName(given.patient);
  const replication = readReplication(given.replication);
  const seed = readSeed(given.seed);
  const set = readSets(given.set);
  const [base, other] = loadSound([given.base, given.other], set);
  const first = simulateOne(base, seed, replication, set);
  const second = simulateOne(other, seed, replication, set);
  const worlds: TwoWorlds = { first, second, names: namesOf(base.scenario.name, other.scenario.name) };
  const explanation = explainWorlds(first, second);
  const place = { seed, replication };
  const [touched] = explanation.spread.touched;
  const name = patient ?? (touched === undefined ? undefined : nameIn(worlds, touched));
  if (patient !== undefined) findPatient([first, second], patient, replication);
  const lives = name === undefined ? undefined : livesOf(worlds, name);
  const input = { worlds, explanation, place, lives, isAsked: patient !== undefined };
  print(given.json ? `${JSON.stringify(explanationJson(input), null, 1)}\n` : explanationText(input));
}

/** Tells the names of two worlds apart that have the same. */
function namesOf(first: string, second: string): readonly [string, string] {
  return first === second ? [`${first} (first)`, `${second} (second)`] : [first, second];
}

function nameIn({ first, second }: TwoWorlds, { practice, register }: PersonNumber): string {
  const known = first.names.practices;
  // Practices that only the second has are numbered after the first's.
  return `${known[practice] ?? second.names.practices[practice - known.length]}/${register}`;
}

function livesOf({ first, second }: TwoWorlds, patient: string): TwoLives {
  return { patient, first: lifeIn(first, patient), second: lifeIn(second, patient) };
}

/** Tells a person's life in a world; nothing if they were never referred there. */
function lifeIn(simulated: Chronicle, patient: string): Story | undefined {
  const [name, register] = splitPatientName(patient) ?? ["", 0];
  const practice = simulated.names.practices.indexOf(name);
  const isKnown = simulated.journal.practice.some(
    (number, row) => number === practice && number >= 0 && simulated.journal.register[row] === register,
  );
  return isKnown ? storyOf(simulated, { practice, register }) : undefined;
}
