import type { Explanation } from "../../sim/stories/explanation.ts";
import {
  listOf,
  partingSentences,
  spreadSentences,
  type TwoWorlds,
} from "../../sim/stories/explanation-words.ts";
import type { Story } from "../../sim/stories/story.ts";
import type { TwoLives } from "../../sim/stories/two-lives.ts";
import { wrap } from "../../sim/words/lines.ts";
import { dayLines, sideBySide } from "./story-text.ts";
import { unlikePracticeTexts } from "./unlike-text.ts";

/** Holds what `explain` has found. */
export interface ExplanationInput {
  readonly worlds: TwoWorlds;
  readonly explanation: Explanation;
  readonly place: { readonly seed: string; readonly replication: number };
  readonly lives: TwoLives | undefined;
  /** Whether the person was asked for, and is not just the first who is touched. */
  readonly isAsked: boolean;
}

const WIDTH = 100;

/**
 * Lays an explanation out: what differs, where the worlds part and why, how far it spreads, and two lives.
 */
export function explanationText(input: ExplanationInput): string {
  const { worlds, explanation, place } = input;
  const { names } = worlds;
  const differences =
    explanation.causes.length === 0 ? ["Nothing: they are the same."] : listOf(worlds, explanation.causes);
  const unlike = unlikePracticeTexts(names, worlds.first.names.practices, worlds.second.names.practices);
  const parts = [
    ...unlike.map((text) => wrap(text, WIDTH)),
    [`${names[0]} and ${names[1]}, seed ${place.seed}, replication ${place.replication}`],
    ["What differs between the scenarios", ...indented(differences)],
    ["Where the two worlds part", ...indented(partingSentences(worlds, explanation))],
    ...(explanation.parting === undefined
      ? []
      : [["How far it spreads", ...indented(spreadSentences(worlds, explanation.spread))]]),
    ...(input.lives === undefined ? [] : [livesLines(input, input.lives)]),
  ];
  return `${parts.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

const indented = (texts: readonly string[]): string[] =>
  texts.flatMap((text) => wrap(text, WIDTH - 4).map((line, i) => `${i === 0 ? "  " : "    "}${line}`));

function livesLines({ worlds, isAsked }: ExplanationInput, { patient, first, second }: TwoLives): string[] {
  const { names } = worlds;
  const told = first ?? second;
  if (told === undefined) return [];
  const head = [
    ...wrap(`${patient}${isAsked ? "" : ", the first who is touched"}. ${told.person}`, WIDTH),
    "",
  ];
  if (first === undefined || second === undefined) {
    const [here, there] = first === undefined ? [names[1], names[0]] : [names[0], names[1]];
    return [
      ...head,
      ...wrap(`Never referred in ${there}. In ${here}:`, WIDTH),
      ...told.days.flatMap(dayLines),
      ...endingLines(told),
    ];
  }
  const same = countSame(first, second);
  const isSame = same === first.days.length && same === second.days.length && first.ending === second.ending;
  const inBoth = first.days.slice(0, same).flatMap(dayLines);
  if (isSame) return [...head, "The same life in both worlds:", ...inBoth, ...endingLines(first)];
  const [rest, others] = [daysFrom(first, same), daysFrom(second, same)];
  return [
    ...head,
    ...(same === 0 ? [] : ["In both worlds:", ...inBoth, ""]),
    sideBySide(names, rest, others).trimEnd(),
  ];
}

/** Counts the days at the head of two stories that are told in the same words. */
function countSame(first: Story, second: Story): number {
  let same = 0;
  while (same < first.days.length && same < second.days.length) {
    const [a, b] = [first.days[same], second.days[same]];
    if (a.date !== b.date || a.sentences.join(" ") !== b.sentences.join(" ")) break;
    same++;
  }
  return same;
}

/** Gives the rest of a story, with how things stand at the end as its last day. */
function daysFrom({ days, ending }: Story, from: number): Story["days"][number][] {
  const rest = days.slice(from);
  if (ending === undefined) return rest;
  const [date, sentence] = splitAt(ending, ", when the run ends: ");
  return [...rest, { minute: Infinity, date: `${date}, when the run ends`, sentences: [sentence] }];
}

function splitAt(text: string, mark: string): [string, string] {
  const at = text.indexOf(mark);
  const rest = text.slice(at + mark.length);
  return [text.slice(0, at), `${rest.charAt(0).toUpperCase()}${rest.slice(1)}`];
}

const endingLines = ({ ending }: Story): string[] => (ending === undefined ? [] : wrap(ending, WIDTH));
