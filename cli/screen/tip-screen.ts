import { isSurelySided } from "../../sim/experiment/level-tester.ts";
import type { Goal } from "../../sim/findings/goal.ts";
import { wrap } from "../../sim/words/lines.ts";
import { countText } from "../../sim/words/numbers.ts";
import { goalLines } from "./goal-lines.ts";
import { estimateText, levelTable, type ShownLevel } from "./level-table.ts";
import { wrapIndented } from "./text-table.ts";

const WIDTH = 100;

/** What is told of where a goal tips along a lever. */
export interface TipShown {
  readonly scenario: string;
  readonly path: string;
  /** The goal, then what must hold as well. */
  readonly goals: readonly Goal[];
  readonly seed: string;
  readonly levels: readonly ShownLevel[];
  /** The two levels between which it tips; null if both ends of the lever do alike. */
  readonly between: readonly number[] | null;
  /** How many values the lever has. */
  readonly values: number;
  readonly replications: number;
}

/** Renders where a goal tips, or that it does not, and what was simulated. */
export function tipScreen(shown: TipShown, last: readonly string[]): string {
  const { path, goals, levels, between, seed, replications } = shown;
  const lines = [
    ...wrap(answerText(shown), WIDTH),
    "",
    ...goalLines(goals, WIDTH),
    "",
    ...levelTable(path, goals, levels, ({ level }) => (between?.includes(level) ? "it tips" : ""))
      .trimEnd()
      .split("\n"),
    "",
    ...wrap(
      `${countText(replications, "replication")} in all (seed ${seed}), with common random numbers at ` +
        `${countText(levels.length, "value")} of ${path} out of ${shown.values}. ` +
        "From and to are bounds that hold however often one looks (a confidence sequence). That it tips only " +
        "once is not looked at; chance is within the model, and nothing of how far its assumptions may be from " +
        "the truth.",
      WIDTH,
    ),
    ...last.flatMap((line) => wrapIndented(line, WIDTH, "")),
  ];
  return `${lines.join("\n")}\n`;
}

function answerText({ path, levels, between }: TipShown): string {
  const [first, last] = [levels[0], levels[levels.length - 1]];
  if (between === null)
    return (
      `${path} does not tip it from ${first.value} to ${last.value}: the goal is ` +
      `${first.isMet ? "met" : "missed"} at both ends, where it is ${estimateText(first)} and ` +
      `${estimateText(last)}.`
    );
  const [before, after] = between.map((level) => levels.find((one) => one.level === level) ?? first);
  const surely = [before, after].every(isSurelySided)
    ? "Each side is wrong with a chance of at most 1 %."
    : "A side is too near the goal to be sure: it is judged by its mean.";
  return (
    `It tips between ${path} = ${before.value} and ${after.value}: at ${before.value} the goal is ` +
    `${before.isMet ? "met" : "missed"}, ${estimateText(before)}; at ${after.value} it is ` +
    `${after.isMet ? "met" : "missed"}, ${estimateText(after)}. ${surely}`
  );
}
