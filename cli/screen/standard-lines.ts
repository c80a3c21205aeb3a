import { referredOtherWayTexts, standardOtherWayText } from "../../sim/findings/of-referred.ts";
import type { JudgedStandard } from "../../sim/findings/standards.ts";
import type { ScenarioResults } from "../../sim/measures/scenario-results.ts";
import { countText, numberText } from "../../sim/words/numbers.ts";
import type { SummaryInput } from "./summary-input.ts";
import { wrapIndented } from "./text-table.ts";

/** Says of each standard of each scenario whether it is met, with what decides it. */
export function standardLines(runs: readonly SummaryInput[], width: number): string[] {
  const lines = runs.flatMap(({ plan, standards }) =>
    standards.flatMap((judged) => wrapIndented(`${plan.scenario}, ${standardSentence(judged)}`, width, "")),
  );
  return lines.length === 0 ? [] : [...lines, ""];
}

/** Says where the share of those referred goes another way than that of the demand, against the first run. */
export function otherWayLines([base, ...others]: readonly ScenarioResults[], width: number): string[] {
  const texts = others.flatMap((other) => referredOtherWayTexts(base, other));
  return texts.length === 0 ? [] : [...texts.flatMap((text) => wrapIndented(text, width, "")), ""];
}

/** Says whether a standard is met, with what decides it. */
export function standardSentence(judged: JudgedStandard): string {
  const { name, verdict, n, mean, ciLow, ciHigh, bound, target } = judged;
  if (mean === null) return `${name}: UNDECIDED: this run has no such number.`;
  const inWords = reader(judged);
  const interval = ciHigh === null || ciLow === null ? "" : ` ±${inWords(ciHigh - mean)}`;
  const unit = `${unitOf(judged)}${judged.of === null ? "" : OF_WHOM[judged.of]}`;
  const found = `${inWords(mean)}${interval} ${unit}, wanted ${bound} ${inWords(target)} ${unitOf(judged)}`;
  const otherWay = standardOtherWayText(judged);
  if (verdict !== "undecided")
    return `${name}: ${verdict.toUpperCase()}: ${found}; ${byItself(judged)}.${otherWay && ` ${otherWay}`}`;
  return `${name}: UNDECIDED: ${found}; ${n < 2 ? "one replication decides nothing" : whatDecides(judged)}.`;
}

const OF_WHOM = { demand: " of the reference demand", referred: " of those referred" } as const;

function byItself({ metShare, n }: JudgedStandard): string {
  return `${numberText((metShare ?? 0) * n, 0)} of ${countText(n, "replication")} meet it by themselves`;
}

function whatDecides({ replicationsToDecide, noInterval }: JudgedStandard): string {
  if (replicationsToDecide !== null)
    return `about ${countText(replicationsToDecide, "replication")} would decide`;
  return noInterval === "" ? "the mean lies on it, so that no number of replications decides" : noInterval;
}

/**
 * Shares are told in percent, days in weeks, the rest as it is; enough decimals to see which side of a
 * target a mean is on.
 */
function reader({ unit, mean, target }: JudgedStandard): (value: number) => string {
  const factor = FACTORS[unit]?.factor ?? 1;
  const apart = Math.abs((mean ?? target) - target) * factor;
  const decimals = apart < 0.05 && apart > 0 ? 2 : 1;
  return (value) => numberText(value * factor, decimals);
}

const FACTORS: Readonly<Record<string, { readonly factor: number; readonly words: string }>> = {
  share: { factor: 100, words: "%" },
  days: { factor: 1 / 7, words: "weeks" },
};

const unitOf = ({ unit }: JudgedStandard): string => FACTORS[unit]?.words ?? unit;
