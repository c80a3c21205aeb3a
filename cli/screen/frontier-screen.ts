import { type Frontier, MAX_COMBINATIONS } from "../../sim/experiment/frontier.ts";
import { isSurelySided } from "../../sim/experiment/level-tester.ts";
import type { Goal } from "../../sim/findings/goal.ts";
import { wrap } from "../../sim/words/lines.ts";
import { countText, numberText } from "../../sim/words/numbers.ts";
import { readerUnit } from "../../sim/words/units.ts";
import { goalLines } from "./goal-lines.ts";
import { estimateText, fteText, type ShownLevel } from "./level-table.ts";
import { columnsText, wrapIndented } from "./text-table.ts";

const WIDTH = 100;
/** Combinations that have a line each. */
const MAX_LINES = 16;

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
}

/** Renders what two levers do for their money: the answer, undominated combinations, how it was sought. */
export function frontierScreen(shown: FrontierShown, last: readonly string[]): string {
  const { goals } = shown;
  const lines = [
    ...wrap(frontierText(shown), WIDTH),
    "",
    ...goalLines(goals, WIDTH),
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
  return budget === null ? met : `${budgetText(budget, forBudget ?? [], shown)} ${met}`;
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
  const { combinations, paths, goals, cheapest, forBudget } = shown;
  const { unit, factor, decimals } = readerUnit(goals[0].unit);
  const text = (value: number | null): string => numberText(value === null ? null : value * factor, decimals);
  const isTold = (one: ShownCombination): boolean =>
    !one.isDominated || one.level === cheapest?.level || one.level === forBudget?.[0]?.level;
  const told = combinations.filter(isTold);
  const rows = told.slice(0, MAX_LINES).map((one) => {
    const { mean, low, high } = one.goals[0].against.bounds;
    const marks = [
      ...(one.level === cheapest?.level ? ["the cheapest"] : []),
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
      `${one.isMet ? "meets" : "fails"}${marks.length === 0 ? "" : ` <- ${marks.join(", ")}`}`,
    ];
  });
  const heads = [...shortened(paths), "FTE", "GBP a year", "goal", "from", "to", "replications", ""];
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

function methodText({ isAll, count, combinations, replications, seed }: FrontierShown): string {
  const sought = isAll
    ? `All ${countText(combinations.length, "combination")} were simulated`
    : `Of ${count} combinations (all are simulated where there are at most ${MAX_COMBINATIONS}) the ` +
      `${combinations.length} along the boundary of what meets the goal were simulated`;
  return (
    `${sought}, ${countText(replications, "replication")} in all (seed ${seed}), with common random numbers. ` +
    "From and to are bounds that hold however often one looks (a confidence sequence): chance within the model, " +
    "and nothing of how far its assumptions may be from the truth."
  );
}
