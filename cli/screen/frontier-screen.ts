import type { StandingOfMembers } from "../../sim/ensemble/standing-of-members.ts";
import { type Frontier, MAX_COMBINATIONS } from "../../sim/experiment/frontier.ts";
import { isSurelySided } from "../../sim/experiment/level-tester.ts";
import type { Goal } from "../../sim/findings/goal.ts";
import { wrap } from "../../sim/words/lines.ts";
import { countText, numberText, wholePercentText } from "../../sim/words/numbers.ts";
import { uncapitalised } from "../../sim/words/sentences.ts";
import { readerUnit } from "../../sim/words/units.ts";
import { drawnText } from "./drawn-text.ts";
import { goalLines } from "./goal-lines.ts";
import { estimateText, fteText, type ShownLevel, shownBounds } from "./level-table.ts";
import { columnsText, wrapIndented } from "./text-table.ts";

const WIDTH = 100;
/** Combinations that have a line each. */
export const MAX_LINES = 16;

/** A combination that was simulated, with what it stands for. */
export type ShownCombination = Frontier["combinations"][number] &
  ShownLevelFacts & { readonly values: readonly [first: string, second: string] };

/** What a level is shown with beside its value. */
type ShownLevelFacts = Pick<ShownLevel, "fte">;

/** What is told of two levers. */
export interface FrontierShown extends Omit<Frontier, "combinations" | "cheapest" | "forBudget"> {
  readonly combinations: readonly ShownCombination[];
  readonly cheapest: ShownCombination | null;
  readonly forBudget: readonly ShownCombination[] | null;
  readonly scenario: string;
  readonly paths: readonly [first: string, second: string];
  /** The goal, then what must hold as well. */
  readonly goals: readonly Goal[];
  readonly seed: string;
  /** GBP a year that may be spent; null for none. */
  readonly budget: number | null;
  /** How the members of an ensemble stand; null without one. */
  readonly members: FrontierMembers | null;
}

/** How the members of an ensemble stand at combinations. */
export interface FrontierMembers {
  /** By the place of the combination; of those that have a line. */
  readonly standing: ReadonlyMap<number, StandingOfMembers>;
  /** Share of the members that is to meet the goals. */
  readonly share: number;
  /** Members that were asked, each as often as it was drawn, of those that the ensemble has. */
  readonly count: number;
  readonly known: number;
  readonly folder: string;
  /** The cheapest of those combinations with which enough members meet the goals; null if with none. */
  readonly cheapest: Pick<ShownCombination, "level"> | null;
}

/** Says whether a combination has a line: nothing dominates it, or it is an answer. */
export const isTold = (
  { level, isDominated }: Pick<ShownCombination, "level" | "isDominated">,
  { cheapest, forBudget }: Pick<Frontier, "cheapest" | "forBudget">,
): boolean => !isDominated || level === cheapest?.level || level === forBudget?.[0]?.level;

/** Renders what two levers do for their money: the answer, undominated combinations, how it was sought. */
export function frontierScreen(shown: FrontierShown, last: readonly string[]): string {
  const { goals } = shown;
  const lines = [
    ...wrap(frontierText(shown), WIDTH),
    "",
    ...goalLines(goals, WIDTH),
    ...(shown.members === null
      ? []
      : [`  In at least ${wholePercentText(shown.members.share)} of ${drawnText(shown.members)}`]),
    "",
    ...combinationTable(shown),
    ...fallLines(shown),
    "",
    ...wrap(methodText(shown), WIDTH),
    ...last.flatMap((line) => wrapIndented(line, WIDTH, "")),
  ];
  return `${lines.join("\n")}\n`;
}

/** Says what does best for the sum, if there is one, and which is the cheapest that meets the goal. */
export function frontierText(shown: FrontierShown): string {
  const { budget, forBudget, cheapest } = shown;
  const met =
    cheapest === null
      ? noneText(shown)
      : `The cheapest that meets the goal is ${valuesText(cheapest, shown)} (${fteText(cheapest.fte)}), ` +
        `${moneyText(cheapest)}: there it is ${estimateText(asLevel(cheapest))}. ` +
        surelyText(cheapest, shown);
  const written = budget === null ? met : `${budgetText(budget, forBudget ?? [], shown)} ${met}`;
  return shown.members === null
    ? written
    : `${membersText(shown, shown.members)} With the numbers as they are written: ${uncapitalised(written)}`;
}

/** Says with which combination enough members meet the goal, and how many do with the cheapest as written. */
function membersText(shown: FrontierShown, members: FrontierMembers): string {
  const { combinations, cheapest } = shown;
  const enough = `at least ${wholePercentText(members.share)} of the members`;
  const at = (of: Pick<ShownCombination, "level"> | null): ShownCombination | undefined =>
    combinations.find(({ level }) => level === of?.level);
  const meeting = ({ level }: ShownCombination): number => members.standing.get(level)?.met ?? 0;
  const countOf = (one: ShownCombination): string =>
    `${numberText(meeting(one) * members.count, 0)} of ${numberText(members.count, 0)}`;
  const found = at(members.cheapest);
  const written = at(cheapest);
  const there =
    written === undefined || written.level === found?.level
      ? ""
      : ` At ${written.values.join(" and ")}, the cheapest as written, ${countOf(written)} do.`;
  if (found !== undefined)
    return (
      `Of the combinations that nothing dominates the cheapest with which ${enough} meet the goal is ${valuesText(found, shown)} ` +
      `(${fteText(found.fte)}), ${moneyText(found)}: ${countOf(found)} do.${there}`
    );
  const most = combinations.reduce((best, one) => (meeting(one) > meeting(best) ? one : best));
  return (
    `With no combination that nothing dominates do ${enough} meet the goal: most do with ${most.values.join(" and ")}, ` +
    `${countOf(most)}.${there}`
  );
}

const asLevel = (one: ShownCombination): ShownLevel => ({ ...one, value: one.values.join(" and ") });

const poundsText = (pounds: number): string => `GBP ${numberText(pounds, 0)}`;

const moneyText = ({ cost }: ShownCombination): string =>
  cost === null ? "at a cost that is not known" : `${poundsText(cost)} a year`;

const valuesText = ({ values }: ShownCombination, { paths }: FrontierShown): string =>
  paths.map((path, i) => `${path} = ${values[i]}`).join(" with ");

function noneText({ combinations, isAll, goals: [goal] }: FrontierShown): string {
  const sign = goal.bound === "at least" ? 1 : -1;
  const mean = (one: ShownCombination): number => sign * (one.goals[0].against.bounds.mean ?? -Infinity);
  const best = combinations.reduce((most, one) => (mean(one) > mean(most) ? one : most));
  const all = isAll ? "No combination meets the goal" : "No combination of those looked at meets the goal";
  return `${all}: the best of them, ${best.values.join(" and ")}, has ${estimateText(asLevel(best))}.`;
}

/** Says how sure it is that everything cheaper fails. */
function surelyText(cheapest: ShownCombination, { combinations, isAll }: FrontierShown): string {
  const cheaper = combinations.slice(
    0,
    combinations.findIndex(({ level }) => level === cheapest.level),
  );
  const unsure = cheaper.filter((one) => !isSurelySided(asLevel(one))).length;
  if (!isAll)
    return "More of either is taken to be no worse; what was judged is wrong with a chance of at most 1 %.";
  if (unsure + (isSurelySided(asLevel(cheapest)) ? 0 : 1) > 0)
    return "Some that are nearly as cheap are too near the goal to be sure: they are judged by their means.";
  const all = cheaper.length === 0 ? "it is the cheapest of all" : "all that are cheaper fail";
  return `${all[0].toUpperCase()}${all.slice(1)}; that is wrong with a chance of at most 1 % a side.`;
}

function budgetText(budget: number, found: readonly ShownCombination[], shown: FrontierShown): string {
  const [best, ...ties] = found;
  if (best === undefined) return `Nothing costs at most ${poundsText(budget)} a year.`;
  const others =
    ties.length === 0
      ? "It is surely the best of these."
      : `${countText(ties.length, "other combination")} for the money may be as good: ` +
        `${ties
          .slice(0, 3)
          .map(({ values }) => values.join(" and "))
          .join("; ")}${ties.length > 3 ? " and others" : ""}.`;
  return (
    `For ${poundsText(budget)} a year ${valuesText(best, shown)} (${fteText(best.fte)}) does best: ` +
    `${estimateText(asLevel(best))}, ${moneyText(best)}. ${others}`
  );
}

function combinationTable(shown: FrontierShown): string[] {
  const { combinations, paths, goals, cheapest, forBudget, members } = shown;
  const { unit, factor, decimals } = readerUnit(goals[0].unit);
  const text = (value: number | null): string => numberText(value === null ? null : value * factor, decimals);
  const told = combinations.filter((one) => isTold(one, shown));
  const rows = told.slice(0, MAX_LINES).map((one) => {
    const { mean, low, high } = shownBounds(one.goals[0]);
    const marks = [
      ...(one.level === cheapest?.level ? ["the cheapest"] : []),
      ...(one.level === members?.cheapest?.level ? ["enough members"] : []),
      ...(one.level === forBudget?.[0]?.level ? ["the best for it"] : []),
    ];
    return [
      ...one.values,
      numberText(one.fte, 1),
      numberText(one.cost, 0),
      `${text(mean)} ${unit}`,
      text(low),
      text(high),
      String(one.results.length),
      ...membersCells(one, members, text),
      `${one.isMet ? "meets" : "fails"}${marks.length === 0 ? "" : ` <- ${marks.join(", ")}`}`,
    ];
  });
  const heads = [...shortened(paths), "FTE", "GBP a year", "goal", "from", "to", "replications"];
  if (members !== null) heads.push("members", "lowest", "highest");
  heads.push("");
  const right = heads.map((_, i) => i).slice(0, -1);
  const hidden = combinations.length - told.length;
  const rest = told.length - rows.length;
  return [
    ...columnsText([heads, ...rows], right)
      .trimEnd()
      .split("\n"),
    ...(rest > 0 ? [`  and ${countText(rest, "combination")} more that nothing surely dominates`] : []),
    ...(hidden > 0
      ? wrapIndented(
          `${countText(hidden, "combination is", "combinations are")} left out: another surely costs no more and does better.`,
          WIDTH,
          "  ",
        )
      : []),
  ];
}

/** Writes how many members meet the goal at a combination, and between which means it lies there. */
function membersCells(
  { level }: ShownCombination,
  members: FrontierMembers | null,
  text: (value: number | null) => string,
): string[] {
  if (members === null) return [];
  const standing = members.standing.get(level);
  if (standing === undefined) return ["", "", ""];
  const [low, high] = standing.between ?? [null, null];
  return [numberText(standing.met * members.count, 0), text(low), text(high)];
}

/** Leaves of a path what tells it from the other. */
function shortened([first, second]: readonly [string, string]): readonly [string, string] {
  const last = (path: string): string => path.replace(/^timeline\[([^\]]+)\]\./, "$1.");
  return [last(first), last(second)];
}

function fallLines({ falls, combinations }: FrontierShown): string[] {
  const at = (level: number): string =>
    combinations.find((one) => one.level === level)?.values.join(" and ") ?? "";
  return falls
    .slice(0, 3)
    .flatMap(({ goal, from, to }) =>
      wrapIndented(
        `More is not always better: from ${at(from)} to ${at(to)} ${goal.metric} surely gets worse.`,
        WIDTH,
        "",
      ),
    );
}

function methodText({ isAll, count, combinations, replications, seed, members }: FrontierShown): string {
  const sought = isAll
    ? `All ${countText(combinations.length, "combination")} were simulated`
    : `Of ${count} combinations (all are simulated where there are at most ${MAX_COMBINATIONS}) the ` +
      `${combinations.length} along the boundary of what meets the goal were simulated`;
  return (
    `${sought}, ${countText(replications, "replication")} in all (seed ${seed}), with common random numbers. ` +
    "From and to are bounds that hold however often one looks (a confidence sequence): chance within the model, " +
    `and nothing of how far its assumptions may be from the truth.${members === null ? "" : askedText(members)}`
  );
}

/** Says how members were asked: by their means, and only where a combination has a line. */
function askedText({ standing }: FrontierMembers): string {
  const all = [...standing.values()];
  const replications = all.reduce((sum, one) => sum + one.replications, 0);
  const [each] = all.map(({ members }) => members[0]?.results.length ?? 0);
  return (
    ` Members: how many of them meet the goal, and between which means it lies; each by ` +
    `${countText(each ?? 0, "replication")} at the combinations above, ${countText(replications, "replication")} more, ` +
    "by its mean and without a certificate."
  );
}
