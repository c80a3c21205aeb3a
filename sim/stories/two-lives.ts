import type { Chronicle } from "./chronicle.ts";
import type { TwoWorlds } from "./explanation-words.ts";
import { splitPatientName } from "./patient-name.ts";
import { type Story, storyOf } from "./story.ts";

/** Holds a person's life in two worlds; nothing where they were never referred. */
export interface TwoLives {
  readonly patient: string;
  readonly first: Story | undefined;
  readonly second: Story | undefined;
}

/** Tells the life of a named patient in two worlds. */
export function twoLives({ first, second }: TwoWorlds, patient: string): TwoLives {
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
