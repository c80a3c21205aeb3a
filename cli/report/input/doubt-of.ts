import type { HeadlineRange } from "../../../sim/ensemble/headlines.ts";
import { PEOPLE, rangeSentences } from "../../../sim/ensemble/range-sentence.ts";
import { briefMeaning } from "../../../sim/words/brief-meaning.ts";
import type { SummaryInput } from "../../screen/summary-input.ts";
import type { Carriers } from "./carried-by.ts";
import type { FrontSlots } from "./front-slots.ts";
import { isChangeTold } from "./question.ts";

/** What is known of a doubt. */
export interface DoubtKnown {
  /** What an ensemble leaves open; none where there was none. */
  readonly ranges: readonly HeadlineRange[];
  /** Which parameters carry the result; left out where no analysis tells. */
  readonly carriers: Carriers | undefined;
  /** Scenarios that stand for themselves; the first is the base. */
  readonly mains: readonly SummaryInput[];
  /** Says in words what a parameter means, by its path. */
  readonly wordsOf: (path: string) => string;
}

const CHANCE_APART = "Intervals in brackets are chance alone.";

/** Says what an ensemble answers, and what would change that: at once which number, behind it how. */
export function doubtOf({
  ranges,
  carriers,
  mains,
  wordsOf,
}: DoubtKnown): Pick<FrontSlots, "underEnsemble" | "doubt"> {
  // What is not known leads where it answers what is asked: of one scenario, or of how two differ.
  const isAnswer = mains.length === 1 || (mains.length === 2 && ranges.some(({ base }) => base !== null));
  const sentences = rangeSentences(ranges, wordsOf, isChangeTold(mains));
  const [underEnsemble, ...hanging] = isAnswer ? sentences : [undefined, ...sentences];
  const told = carriers === undefined ? [] : [carriers.sentence];
  const text = [...hanging, ...(sentences.length === 0 ? [] : [CHANCE_APART]), ...told].join(" ");
  const path = ranges.find(({ metric, hangsOn }) => metric === PEOPLE && hangsOn !== null)?.hangsOn?.path;
  const carrying = path ?? carriers?.paths[0];
  const gist = carrying === undefined ? {} : { gist: briefMeaning(wordsOf(carrying)) };
  return {
    ...(underEnsemble === undefined ? {} : { underEnsemble }),
    ...(text === "" ? {} : { doubt: { ...gist, text } }),
  };
}
