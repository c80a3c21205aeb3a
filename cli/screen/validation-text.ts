import type { ValidatedTarget } from "../../sim/calibration/validation.ts";
import { NO_WIDTHS, type NotKnown } from "../../sim/findings/not-known.ts";
import { type JudgedTarget, targetsMetText } from "../../sim/findings/targets-met.ts";
import { metricWords } from "../../sim/measures/describe-metric.ts";
import { wrap } from "../../sim/words/lines.ts";
import { countText, numberText } from "../../sim/words/numbers.ts";
import { columnsText } from "./text-table.ts";

const WIDTH = 100;
/** Figures that tell values of a target apart. */
const DIGITS = 3;

/** What a validation found, and how it was made. */
export interface Validation {
  readonly scenario: string;
  readonly seed: string;
  readonly replications: number;
  readonly targets: readonly ValidatedTarget[];
  /** What an ensemble leaves open of each target; null without one. */
  readonly ranges: readonly NotKnown[] | null;
}

/** Sets published and simulated figures side by side, fitted and held-out ones apart, with last lines. */
export function validationText(
  { scenario, seed, replications, targets, ranges }: Validation,
  last: readonly string[] = [],
): string {
  const intro = `${scenario}, ${countText(replications, "replication")}, seed ${seed}: published figures beside simulated ones.`;
  const rangeIn = (one: ValidatedTarget): NotKnown => ranges?.[targets.indexOf(one)] ?? NO_WIDTHS;
  const parts = (["fitted", "held_out"] as const).map((role) => {
    const some = targets.filter(({ target }) => target.role === role);
    return some.length === 0
      ? ""
      : `\n${HEADINGS[role]}\n${tableText(some, ranges === null ? null : rangeIn)}`;
  });
  const met = targetsMetText(targets.map(judgedOf));
  return [...wrap(intro, WIDTH), `${parts.join("")}`, ...wrap(met, WIDTH), ...last, ""].join("\n");
}

const HEADINGS = {
  fitted: "Fitted: parameters may have been set by these",
  held_out: "Held out: nothing was set by these",
} as const;

function tableText(
  targets: readonly ValidatedTarget[],
  rangeIn: ((one: ValidatedTarget) => NotKnown) | null,
): string {
  const rows = targets.map((one) => {
    const { target, mean, ciLow, ciHigh, spreadsheet, verdict } = one;
    const { id, metric, unit, value, low, high } = target;
    const interval =
      ciLow === null || ciHigh === null ? "" : `${shown(ciLow, unit)} to ${shown(ciHigh, unit)}`;
    return [
      id,
      `${metricWords(metric)}${whose(target)}`,
      shown(value, unit),
      `${shown(low, unit)} to ${shown(high, unit)}`,
      mean === null ? "no value" : shown(mean, unit),
      interval,
      ...(rangeIn === null ? [] : [rangeText(rangeIn(one), unit)]),
      spreadsheet === null ? "-" : shown(spreadsheet, unit),
      verdict,
    ];
  });
  const notKnown = rangeIn === null ? [] : ["Range (not known)"];
  const head = [
    ...["", "", "Published", "Band", "Simulated", "95 % interval"],
    ...notKnown,
    ...["Spreadsheet", "Verdict"],
  ];
  return columnsText([head, ...rows], [2, 4]);
}

const rangeText = ({ rangeLow, rangeHigh }: NotKnown, unit: string): string =>
  rangeLow === null || rangeHigh === null ? "" : `${shown(rangeLow, unit)} to ${shown(rangeHigh, unit)}`;

function whose({ groupBy, group, window }: ValidatedTarget["target"]): string {
  const of = groupBy === "all" ? [] : [`${groupBy.replaceAll("_", " ")} ${group}`];
  const when = window === "whole" ? [] : [window];
  const parts = [...of, ...when];
  return parts.length === 0 ? "" : ` (${parts.join(", ")})`;
}

/** Shares are told in percent, days in weeks, the rest as it is. */
function shown(value: number, unit: string): string {
  const [factor, words] = unit === "share" ? [100, " %"] : unit === "days" ? [1 / 7, " weeks"] : [1, ""];
  const told = value * factor;
  const decimals = Math.max(0, DIGITS - String(Math.floor(Math.abs(told))).length);
  return `${numberText(told, decimals)}${words}`;
}

const judgedOf = ({ target, verdict, replicationsToDecide }: ValidatedTarget): JudgedTarget => ({
  id: target.id,
  role: target.role,
  verdict,
  replicationsToDecide,
});
