import type { JudgedStandard } from "../../sim/findings/standards.ts";
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

/** Says whether a standard is met, with what decides it. */
export function standardSentence(judged: JudgedStandard): string {
  const { name, verdict, n, mean, ciLow, ciHigh, bound, target } = judged;
  if (mean === null) return `${name}: UNDECIDED: this run has no such number.`;
  const inWords = reader(judged);
  const interval = ciHigh === null || ciLow === null ? "" : ` ±${inWords(ciHigh - mean)}`;
  const unit = unitOf(judged);
  const found = `${inWords(mean)}${interval} ${unit}, wanted ${bound} ${inWords(target)} ${unit}`;
  if (verdict !== "undecided") return `${name}: ${verdict.toUpperCase()}: ${found}; ${byItself(judged)}.`;
  return `${name}: UNDECIDED: ${found}; ${n < 2 ? "one replication decides nothing" : whatDecides(judged)}.`;
}

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
