import { type FailingMembers, failingText } from "../../sim/ensemble/failing-members.ts";
import type { LevelOfMembers } from "../../sim/ensemble/robust-level.ts";
import { replicationsOf } from "../../sim/experiment/level-tester.ts";
import type { Goal } from "../../sim/findings/goal.ts";
import { wrap } from "../../sim/words/lines.ts";
import { countText, numberText, wholePercentText } from "../../sim/words/numbers.ts";
import { readerUnit } from "../../sim/words/units.ts";
import { drawnText } from "./drawn-text.ts";
import { goalLines } from "./goal-lines.ts";
import { fteText } from "./level-table.ts";
import { columnsText, wrapIndented } from "./text-table.ts";

const WIDTH = 100;

/** A value of the lever under the members, with what it stands for. */
export interface ShownMembersLevel {
  readonly of: LevelOfMembers;
  readonly value: string;
  /** Posts of the first day, in full-time equivalents. */
  readonly fte: number;
  readonly mark: "least" | "below" | "tips" | "";
}

/** What is told of a plan under the members of an ensemble. */
export interface RobustShown {
  readonly kind: "least" | "tip";
  readonly scenario: string;
  readonly path: string;
  /** The goal, then what must hold as well. */
  readonly goals: readonly Goal[];
  readonly seed: string;
  /** Share of the members that is to meet them. */
  readonly share: number;
  /** Members that were asked, each as often as it was drawn, of those that the ensemble has. */
  readonly members: number;
  readonly known: number;
  readonly folder: string;
  readonly levels: readonly ShownMembersLevel[];
  readonly range: readonly [string, string];
  /** How many values the lever has. */
  readonly values: number;
  /** Where the members lie in which the answer fails; null where that cannot be said. */
  readonly failing: FailingMembers | null;
  /** What the programme costs there, GBP a year; null where it is not known, or nothing is sought. */
  readonly yearly: number | null;
  readonly falls: readonly {
    readonly goal: Goal;
    readonly from: string;
    readonly to: string;
    readonly member: number;
  }[];
  readonly replications: number;
}

/** Renders it: the answer and its certificate, the members in which it fails, what was simulated. */
export function robustScreen(shown: RobustShown, last: readonly string[]): string {
  const { path, goals, levels, values, replications, seed, members, known, folder, falls } = shown;
  const [fall] = falls;
  const drawn = drawnText({ count: members, known, folder });
  const lines = [
    ...wrap(robustAnswer(shown), WIDTH),
    "",
    ...goalLines(goals, WIDTH),
    `  In at least ${wholePercentText(shown.share)} of ${drawn}`,
    "",
    ...levelsText(shown).trimEnd().split("\n"),
    ...(fall === undefined
      ? []
      : wrapIndented(
          `More is not always better: from ${fall.from} to ${fall.to} ${fall.goal.metric} surely gets worse in ` +
            `member ${fall.member}, so that higher values may fail.`,
          WIDTH,
          "",
        )),
    "",
    ...wrap(
      `${countText(replications, "replication")} in all (seed ${seed}), with common random numbers at ` +
        `${countText(levels.length, "value")} of ${path} out of ${values}. A member is judged by bounds that hold ` +
        "however often one looks (a confidence sequence), and members are simulated until the side of a value is " +
        "known: what is not known, as far as these sets of values span it, and chance. Surely: from those that " +
        "surely meet it to those that do not surely fail.",
      WIDTH,
    ),
    ...last.flatMap((line) => wrapIndented(line, WIDTH, "")),
  ];
  return `${lines.join("\n")}\n`;
}

function levelsText({ path, levels, members, goals: [goal] }: RobustShown): string {
  const { unit, factor, decimals } = readerUnit(goal.unit);
  const heads = [
    path,
    "FTE",
    "members that meet it",
    "surely",
    "goal, lowest",
    "highest",
    "replications",
    "",
  ];
  const rows = levels.map(({ of, value, fte, mark }) => {
    const means = of.members.flatMap(({ goals: [{ against }] }) => against.bounds.mean ?? []);
    const text = (mean: number): string => `${numberText(mean * factor, decimals)} ${unit}`;
    const [low, high] = of.surely.map((share) => numberText(share * members, 0));
    const words = { least: "the least", below: "the step below", tips: "it tips", "": "" }[mark];
    return [
      value,
      numberText(fte, 1),
      metText(of, members),
      low === high ? low : `${low} to ${high}`,
      means.length === 0 ? "" : text(Math.min(...means)),
      means.length === 0 ? "" : text(Math.max(...means)),
      numberText(replicationsOf(of.members), 0),
      `${of.isMet ? "meets" : "fails"}${of.isSure ? "" : ", by means"}${words === "" ? "" : ` <- ${words}`}`,
    ];
  });
  return columnsText([heads, ...rows], [0, 1, 2, 3, 4, 5, 6]);
}

/** Writes how many members meet it; where its side was known before all were looked at, how far. */
function metText(
  { members: simulated, met, surely: [low, high], isMet }: LevelOfMembers,
  members: number,
): string {
  if (new Set(simulated.map(({ member }) => member)).size === members) return countOf(met, members);
  return isMet ? `at least ${countOf(low, members)}` : `at most ${countOf(high, members)}`;
}

const countOf = (share: number, members: number): string =>
  `${numberText(share * members, 0)} of ${numberText(members, 0)}`;

/** Says which value is the least with which enough members meet the goal, or where it tips. */
export function robustAnswer(shown: RobustShown): string {
  const { kind, path, levels, range, share, members, failing, yearly } = shown;
  const enough = `at least ${wholePercentText(share)} of the members`;
  const marked = (mark: ShownMembersLevel["mark"]): readonly ShownMembersLevel[] =>
    levels.filter((level) => level.mark === mark);
  const standing = ({ of: { met } }: ShownMembersLevel): string => countOf(met, members);
  const surely = (of: readonly ShownMembersLevel[]): string =>
    of.every((level) => level.of.isSure)
      ? "Each side is wrong with a chance of at most 1 %."
      : "A side hangs on members too near the goal to be sure: they are judged by their means.";
  const where = failing === null ? "" : ` ${failingText(failing)}`;
  if (kind === "tip") {
    const [before, after] = marked("tips");
    const [first, end] = [levels[0], levels[levels.length - 1]];
    if (before === undefined || after === undefined)
      return (
        `${path} does not tip it from ${range[0]} to ${range[1]}: at both ends ${first.of.isMet ? "" : "not "}` +
        `${enough} meet the goal (${standing(first)} and ${standing(end)}).`
      );
    return (
      `It tips between ${path} = ${before.value} and ${after.value}: at ${before.value} ${standing(before)} members ` +
      `meet the goal, at ${after.value} ${standing(after)}, where ${enough} are asked for. ` +
      surely([before, after])
    );
  }
  const [least] = marked("least");
  const [below] = marked("below");
  if (least === undefined) {
    const top = levels[levels.length - 1];
    return (
      `With no ${path} from ${range[0]} to ${range[1]} do ${enough} meet it: at ${top.value} ` +
      `(${fteText(top.fte)}) ${standing(top)} do.${where}`
    );
  }
  const step =
    below === undefined
      ? "the least of the range, so that less may do as well"
      : `at ${below.value} (${fteText(below.fte)}) ${standing(below)} do, too few`;
  const cost = yearly === null ? "" : ` The programme costs GBP ${numberText(yearly, 0)} a year.`;
  return (
    `${path} = ${least.value} is the least with which ${enough} meet it (${fteText(least.fte)}): there ` +
    `${standing(least)} do; ${step}. ` +
    `${surely([least, ...(below === undefined ? [] : [below])])}${where}${cost}`
  );
}
