import type { Calibration, Ensemble } from "../../sim/calibration/calibrate.ts";
import { targetsBeside } from "../../sim/calibration/ensemble-beside.ts";
import type { Wave } from "../../sim/calibration/history-match.ts";
import { LEARNT_BELOW, type Learnt } from "../../sim/calibration/learnt.ts";
import { metricWords } from "../../sim/measures/describe-metric.ts";
import { wrap } from "../../sim/words/lines.ts";
import { countText, numberText, wholePercentText } from "../../sim/words/numbers.ts";
import { readerUnit } from "../../sim/words/units.ts";
import { messages } from "../messages/index.ts";
import { columnsText, wrapIndented } from "./text-table.ts";

const WIDTH = 100;

/** What is told of a calibration. */
export interface CalibrationShown {
  readonly scenario: string;
  readonly calibration: Calibration;
  /** Members that were asked for. */
  readonly wanted: number;
  readonly waves: readonly Wave[];
  readonly ensemble: Ensemble;
  /** What was learnt of each parameter, in their order. */
  readonly learnt: readonly Learnt[];
}

/**
 * Renders what a calibration found: how much of the space is left, targets beside members, and what was
 * learnt of each parameter.
 */
export function calibrationScreen(calibrated: CalibrationShown, last: string): string {
  const lines = [
    ...wrap(foundText(calibrated), WIDTH),
    ...wrap(wavesText(calibrated), WIDTH),
    ...apartLines(calibrated),
    ...targetLines(calibrated),
    ...learntLines(calibrated),
    ...readingLines(calibrated),
    ...wrapIndented(last, WIDTH, ""),
  ];
  return `${lines.join("\n")}\n`;
}

function foundText({ scenario, calibration, wanted, ensemble }: CalibrationShown): string {
  const { targets, parameters, seed, settings } = calibration;
  const count = ensemble.members.length;
  const what =
    `${scenario}: ${countText(targets.length, "fitted target")}, ` +
    `${countText(parameters.length, "parameter")}, seed ${seed}.`;
  if (ensemble.candidates === 0) return `${what} Nothing is left: no set of values meets the targets.`;
  const meet = count === 1 ? "meets" : "meet";
  const few = count < wanted ? ` (${wanted} were wanted)` : "";
  return (
    `${what} ${countText(count, "member")} of ${countText(ensemble.candidates, "candidate")} ` +
    `${meet} every one in ${settings.memberReplications} replications of their own${few}.`
  );
}

function wavesText({ waves }: CalibrationShown): string {
  const parts = waves.map(
    ({ left, hits, design }) =>
      `${messages.leftText(left)} (${hits} of ${design.points.length} points met all)`,
  );
  return `Space left by wave: ${parts.join(", ")}.`;
}

/** Names targets that no point meets together. */
function apartLines({ waves, calibration }: CalibrationShown): string[] {
  const pairs = waves[waves.length - 1].apart.map((pair) =>
    pair.map((target) => calibration.targets[target].id).join(" and "),
  );
  if (pairs.length === 0) return [];
  return wrap(`Could not be met together anywhere: ${pairs.join("; ")}.`, WIDTH);
}

function targetLines({ calibration, ensemble }: CalibrationShown): string[] {
  if (ensemble.members.length === 0) return [];
  const { targets, settings } = calibration;
  const rows = targetsBeside(targets, ensemble.members, settings.memberReplications).map((beside) => {
    const { target, rangeLow, rangeHigh, predictLow, predictHigh } = beside;
    const { unit, factor, decimals } = readerUnit(target.unit);
    const between = (low: number | null, high: number | null): string =>
      low === null || high === null
        ? "no value"
        : `${numberText(low * factor, decimals)} to ${numberText(high * factor, decimals)}`;
    return [
      target.id,
      `${metricWords(target.metric)}${unit === "" ? "" : `, ${unit}`}`,
      between(target.low, target.high),
      between(rangeLow, rangeHigh),
      between(predictLow, predictHigh),
    ];
  });
  const heads = ["", "nine in ten lie between", "band", "members (not known)", "with chance"];
  return columnsText([heads, ...rows])
    .trimEnd()
    .split("\n");
}

/** Says of each parameter whether it was narrowed, and with which other it trades off. */
function learntLines(calibrated: CalibrationShown): string[] {
  const { learnt, calibration } = calibrated;
  const { parameters } = calibration;
  const named = learnt.map((one, i) => ({
    ...one,
    path: parameters[i].path,
    isRule: parameters[i].range === null,
  }));
  const numbers = named.filter(({ isRule }) => !isRule);
  const narrowed = numbers
    .filter(({ left }) => left < LEARNT_BELOW)
    .toSorted((a, b) => a.left - b.left)
    .map(({ path, left }) => `${path} to ${wholePercentText(left)}`);
  const leaning = numbers
    .filter(({ left, leans }) => left >= LEARNT_BELOW && leans !== null)
    .map(({ path, leans }) => `${path} (${leans})`);
  const nothing = numbers.filter(({ left, leans }) => left >= LEARNT_BELOW && leans === null);
  const ridges = named.flatMap((one, i) => ridgeText(one, i, named));
  const parts: readonly (readonly [string, readonly string[]])[] = [
    ["Narrowed", narrowed],
    ["Leaning to one end", leaning],
    ["Learnt nothing of", nothing.map(({ path }) => path)],
    ["Ridges, along which the targets cannot tell two apart", ridges],
  ];
  return parts.flatMap(([head, told]) =>
    told.length === 0 ? [] : wrapIndented(`${head}: ${told.join(", ")}.`, WIDTH, ""),
  );
}

function ridgeText(
  { path, partner, correlation }: Learnt & { readonly path: string },
  i: number,
  named: readonly (Learnt & { readonly path: string })[],
): string[] {
  if (partner === null) return [];
  // Of two that name each other the first tells.
  if (named[partner].partner === i && partner < i) return [];
  const way = correlation > 0 ? "rises with" : "falls as";
  const other = correlation > 0 ? named[partner].path : `${named[partner].path} rises`;
  return [`${path} ${way} ${other} (${numberText(correlation, 2)})`];
}

/** Says of each rule with more than one reading how many members keep each. */
function readingLines({ calibration, ensemble }: CalibrationShown): string[] {
  return calibration.parameters.flatMap(({ path, levels, range }, i) => {
    if (range !== null || levels === null) return [];
    const kept = levels.map(({ text }) => {
      const count = ensemble.members.filter(({ set }) => set[i] === `${path}=${text}`).length;
      return `${text} ${count}`;
    });
    return wrapIndented(`Members that keep each reading of ${path}: ${kept.join(", ")}.`, WIDTH, "");
  });
}
