import { isSurelySided, type JudgedGoal, type TestedLevel } from "../../sim/experiment/level-tester.ts";
import { meanOf } from "../../sim/findings/estimates.ts";
import type { Goal } from "../../sim/findings/goal.ts";
import { possibleValues } from "../../sim/findings/possible-values.ts";
import type { SequenceBounds } from "../../sim/stats/confidence-sequence.ts";
import { numberText } from "../../sim/words/numbers.ts";
import { readerUnit } from "../../sim/words/units.ts";
import { columnsText } from "./text-table.ts";

/** A level of the lever that was simulated, with what it stands for. */
export interface ShownLevel extends TestedLevel {
  readonly value: string;
  /** Funded posts in full-time equivalents, the mean over the measured time. */
  readonly fte: number;
}

export const fteText = (fte: number): string => `${numberText(fte, 1)} full-time equivalents`;

/** Gives the mean of a goal with its bounds, which end where the metric does. */
export function shownBounds({ goal, against: { bounds } }: JudgedGoal): SequenceBounds {
  const [least, most] = possibleValues(goal.metric, goal.unit);
  const { low, high } = bounds;
  return {
    ...bounds,
    low: low === null ? null : Math.max(least, low),
    high: high === null ? null : Math.min(most, high),
  };
}

/** Writes the mean of the goal with its bounds. */
export function estimateText({ goals: [judged] }: ShownLevel): string {
  const { goal } = judged;
  const { unit, factor, decimals } = readerUnit(goal.unit);
  const text = (value: number | null): string => numberText(value === null ? null : value * factor, decimals);
  const { mean, low, high } = shownBounds(judged);
  const bounds = low === null || high === null ? "no bounds yet" : `${text(low)} to ${text(high)}`;
  return `${text(mean)} ${unit} (${bounds})`;
}

/** Lays out the levels that were simulated: goals with their bounds, whether they are met, and a mark. */
export function levelTable(
  path: string,
  goals: readonly Goal[],
  levels: readonly ShownLevel[],
  markOf: (level: ShownLevel) => string,
): string {
  const goalHeads = goals.flatMap((goal, i) => [i === 0 ? "goal" : goal.metric, "from", "to"]);
  const referred = goals[0].ofReferred === null ? [] : ["of those referred"];
  const heads = [path, "FTE", ...goalHeads, ...referred, "replications", ""];
  const rows = levels.map((level) => {
    const cells = level.goals.flatMap((judged) => {
      const { unit, factor, decimals } = readerUnit(judged.goal.unit);
      const { mean, low, high } = shownBounds(judged);
      return [mean, low, high].map((value, i) => {
        const text = numberText(value === null ? null : value * factor, decimals);
        return i === 0 ? `${text} ${unit}` : text;
      });
    });
    const share = goals[0].ofReferred === null ? null : meanOf(level, goals[0].ofReferred);
    const { unit, factor, decimals } = readerUnit(goals[0].unit);
    const flattered =
      goals[0].ofReferred === null
        ? []
        : [`${numberText(share === null ? null : share * factor, decimals)} ${unit}`];
    const verdict = level.isMet ? "meets" : "fails";
    const mark = markOf(level);
    return [
      level.value,
      numberText(level.fte, 1),
      ...cells,
      ...flattered,
      String(level.results.length),
      `${verdict}${isSurelySided(level) ? "" : ", by its mean"}${mark === "" ? "" : ` <- ${mark}`}`,
    ];
  });
  const right = heads.map((_, i) => i).slice(0, -1);
  return columnsText([heads, ...rows], right);
}
