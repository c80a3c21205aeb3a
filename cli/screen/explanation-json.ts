import { partingSentences, spreadSentences } from "../../sim/stories/explanation-words.ts";
import { dateTimes } from "../../sim/tables/event-text.ts";
import type { ExplanationInput } from "./explanation-text.ts";
import { storyJson } from "./story-json.ts";

/** Gives an explanation as data. */
export function explanationJson({
  worlds,
  explanation,
  place,
  lives,
}: ExplanationInput): Record<string, unknown> {
  const { first, second, names } = worlds;
  const dateTime = dateTimes(first.names.firstDay);
  const { causes, parting, suspects, spread, events } = explanation;
  const cause = ({
    path,
    first: inFirst,
    second: inSecond,
  }: (typeof causes)[number]): Record<string, unknown> => ({
    path,
    base: inFirst ?? null,
    other: inSecond ?? null,
  });
  return {
    base: names[0],
    other: names[1],
    ...place,
    events,
    differences: causes.map(cause),
    parting:
      parting === undefined
        ? null
        : {
            time: dateTime(parting.minute),
            rule: parting.rule,
            sentences: partingSentences(worlds, explanation),
            suspects: suspects.map(cause),
          },
    spread: {
      people: spread.people,
      touched: spread.touched.length,
      sentences: parting === undefined ? [] : spreadSentences(worlds, spread),
    },
    lives:
      lives === undefined
        ? null
        : {
            base: lives.first === undefined ? null : storyJson(first, lives.first),
            other: lives.second === undefined ? null : storyJson(second, lives.second),
          },
  };
}
