import type { MeasurePlan, ReplicationResult } from "../../sim/measures/result.ts";
import type { RegimeVerdict } from "../../sim/measures/verdict.ts";
import { type MeanInterval, meanInterval } from "../../sim/stats/mean-interval.ts";
import { countText, numberText } from "./number-text.ts";
import { type SummaryRow, summarySections } from "./summary-rows.ts";
import { shorten, wrap, wrapIndented } from "./text-table.ts";
import { verdictLines } from "./verdict-lines.ts";

/** What the summary shows of one scenario. */
export interface SummaryInput {
  readonly plan: MeasurePlan;
  readonly results: readonly ReplicationResult[];
  readonly verdicts: readonly RegimeVerdict[];
  /** The time since referral at which shares are given, such as "39 weeks". */
  readonly by: string;
}

const WIDTH = 100;
const LABEL = 46;
/** More columns would leave no room for intervals. */
const MOST_COLUMNS = 3;

/** Renders a run on one screen: verdicts first, then the numbers with their intervals, scenarios side by side. */
export function summaryScreen(runs: readonly SummaryInput[], seed: string, last: readonly string[]): string {
  const lines = [...runs.flatMap((run) => verdictLines(run.plan.scenario, run.verdicts, WIDTH)), ""];
  for (let from = 0; from < runs.length; from += MOST_COLUMNS) {
    lines.push(...block(runs.slice(from, from + MOST_COLUMNS)));
  }
  lines.push("", ...wrap(intervalNote(runs, seed), WIDTH), ...last.flatMap((line) => wrapIndented(line, WIDTH, "")));
  return `${lines.join("\n")}\n`;
}

function block(runs: readonly SummaryInput[]): string[] {
  const width = Math.min(26, Math.floor((WIDTH - LABEL) / runs.length));
  const heads = runs.map(({ plan }) => shorten(plan.scenario, width - 2).padStart(width)).join("");
  const lines: string[] = [];
  for (const [i, { heading, rows }] of summarySections(times(runs)).entries()) {
    lines.push(i === 0 ? heading.padEnd(LABEL) + heads : heading);
    for (const row of rows) {
      const { unlessNone } = row;
      if (unlessNone !== undefined && runs.every((run) => cellOf(run, { ...row, terms: [[unlessNone, 1]] }).mean === 0)) continue;
      const cells = runs.map((run) => cellText(cellOf(run, row), row.decimals).padStart(width)).join("");
      lines.push(`  ${shorten(row.label, LABEL - 3)}`.padEnd(LABEL) + cells);
    }
  }
  return lines;
}

const times = (runs: readonly SummaryInput[]): string => {
  const [first, ...others] = runs.map(({ by }) => by);
  return others.every((other) => other === first) ? first : "measures.by";
};

/** Gives a row's mean over replications, each summed by itself, so that the interval is that of the sum. */
function cellOf({ plan, results }: SummaryInput, { terms, constant = 0, groupBy, group }: SummaryRow): MeanInterval {
  const places = terms.map(([metric]) =>
    plan.metrics.findIndex((key) => key.metric === metric && key.groupBy === groupBy && key.group === group),
  );
  if (places.includes(-1)) return meanInterval([]);
  return meanInterval(
    results.map(({ values }) => terms.reduce((sum, [, factor], i) => sum + factor * values[places[i]], constant)),
  );
}

/** Writes a mean and the half-width of its interval; a number without decimals has one in its half-width if that is small. */
function cellText({ mean, ciHigh }: MeanInterval, decimals: number): string {
  if (mean === null) return "-";
  if (ciHigh === null) return numberText(mean, decimals);
  return `${numberText(mean, decimals)} ± ${numberText(ciHigh - mean, decimals)}`;
}

function intervalNote(runs: readonly SummaryInput[], seed: string): string {
  const counts = [...new Set(runs.map(({ results }) => results.length))];
  const many = counts.length === 1 ? countText(counts[0], "replication") : `${counts.join(", ")} replications`;
  if (counts.every((count) => count < 2)) {
    return `One replication with seed ${seed}: without a second one, chance cannot be told from effect. Take --replications 100.`;
  }
  return (
    `± is the 95 % interval of the mean: chance within the model, over ${many} with seed ${seed}. ` +
    "It does not say how far the model's assumptions may be from the truth."
  );
}
