import { describeMetric } from "../../sim/measures/describe-metric.ts";
import type { ReplicationInterval } from "../../sim/stats/replication-interval.ts";
import { shareUpperLimit } from "../../sim/stats/share-upper-limit.ts";
import { oneFigure } from "../../sim/words/no-interval.ts";
import { countText, numberText } from "../../sim/words/numbers.ts";
import { labelWithin } from "./metric-labels.ts";
import type { SummaryInput } from "./summary-input.ts";
import type { SummaryNumber } from "./summary-number.ts";
import { isLeftOut, rowIntervals, type SummaryRow, summarySections, timesOf } from "./summary-rows.ts";
import { wrapIndented } from "./text-table.ts";

const MOST = 4;

/**
 * Says of the numbers that are too rare for an interval how many replications would give one, and of a share
 * what it is surely not above.
 */
export function rareLines(runs: readonly SummaryInput[], width: number): string[] {
  const rows = summarySections(timesOf(runs)).flatMap((section) => section.rows);
  const texts = rows.flatMap((row) => {
    const run = runs.find((one) => !isLeftOut(one, row) && rareOf(one, row).length > 0);
    return run === undefined ? [] : rareOf(run, row);
  });
  if (texts.length === 0) return [];
  const more = texts.length > MOST ? `; and ${texts.length - MOST} more` : "";
  const [{ n, events }] = texts;
  const text = `Too rare to say, as (${events} of ${n}): ${texts
    .slice(0, MOST)
    .map((one) => one.text)
    .join("; ")}${more}.`;
  return wrapIndented(text, width, "  ");
}

interface Rare {
  readonly n: number;
  readonly events: number;
  readonly text: string;
}

function rareOf(run: SummaryInput, row: SummaryRow): Rare[] {
  return rowIntervals(run, row).flatMap((interval, i): Rare[] => {
    if (interval.noInterval !== "rare") return [];
    const number = row.numbers[i];
    const label = number.terms.length === 1 ? labelWithin(number) : row.label;
    const { n, events, wouldDo } = interval;
    const notes = [
      ...(wouldDo === null ? [] : [`about ${countText(oneFigure(wouldDo), "replication")} would do`]),
      ...limitTexts(number, interval),
    ];
    return [{ n, events, text: notes.length === 0 ? label : `${label} (${notes.join(", ")})` }];
  });
}

/** Says what a share is surely not above, in percent. */
function limitTexts({ terms, constant }: SummaryNumber, { events, n }: ReplicationInterval): string[] {
  const [[metric]] = terms;
  if (terms.length > 1 || constant !== undefined || describeMetric(metric)?.unit !== "share") return [];
  return [`at most ${numberText(100 * shareUpperLimit(events, n), 0)} %`];
}
