import { MAX_REPLICATIONS } from "../../../sim/experiment/door.ts";
import { messages } from "../../messages/index.ts";
import { JSON_RESULT } from "./output.ts";
import { readSeed, SEED } from "./seed.ts";
import { readSets, SET } from "./set.ts";
import { refuse, single, TEXT, type TextOption, wholeNumber } from "./text.ts";

const LAST_REPLICATION = MAX_REPLICATIONS - 1;

/** Declares the options of commands that tell of one replication. */
export const STORY_OPTIONS = {
  patient: {
    ...TEXT,
    describe: "Whose story: practice and register number, such as practice-3/1742",
  },
  replication: {
    ...TEXT,
    defaultDescription: "0",
    describe: "Which replication, counted from 0; no other is simulated",
  },
  seed: SEED,
  set: SET,
  json: JSON_RESULT,
} as const;

/** Says which replication is told of, and of whom; undefined for nobody in particular. */
export interface StoryChoice {
  readonly patient: string | undefined;
  readonly replication: number;
  readonly seed: string;
  readonly set: readonly string[];
}

/** Reads which replication is told of, and of whom. */
export function readStoryChoice(given: {
  readonly patient: TextOption;
  readonly replication: TextOption;
  readonly seed: TextOption;
  readonly set: readonly string[] | undefined;
}): StoryChoice {
  return {
    patient: readPatientName(given.patient),
    replication: readReplication(given.replication),
    seed: readSeed(given.seed),
    set: readSets(given.set),
  };
}

function readPatientName(given: TextOption): string | undefined {
  const patient = single("patient", given);
  return patient === "" ? refuse(messages.noValue("patient", "a practice and a register number")) : patient;
}

function readReplication(given: TextOption): number {
  const text = single("replication", given) ?? "0";
  if (text === "0") return 0;
  return wholeNumber(text, LAST_REPLICATION) ?? refuse(messages.badReplication(text, LAST_REPLICATION));
}
