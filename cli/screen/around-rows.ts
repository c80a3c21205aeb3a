import { metricWords } from "../../sim/measures/describe-metric.ts";
import type { AroundChanges, SettledTime, WindowMean } from "../../sim/tables/around-changes.ts";
import { dateText } from "../../sim/words/dates.ts";
import { listText } from "../../sim/words/lists.ts";
import { numberText } from "../../sim/words/numbers.ts";
import { ORGANISATION_TYPES, type OrganisationType } from "../../sim/words/organisation-types.ts";
import { DAYS_TO_WEEKS, PERCENT } from "./summary-number.ts";
import { typeLabel } from "./summary-rows.ts";

/** A number that is told before a change and after it has settled. */
export interface AroundRow {
  readonly metric: string;
  readonly label: string;
  readonly type?: OrganisationType;
  /** The table's number times this is the reader's. */
  readonly factor: number;
  readonly decimals: number;
}

const row = (metric: string, unit: string, factor = 1, decimals = 1): AroundRow => ({
  metric,
  label: `${metricWords(metric)}${unit === "" ? "" : `, ${unit}`}`,
  factor,
  decimals,
});

const SEEN_SOON = row("wait.first_contact.within_4_weeks", "%", PERCENT);
const WAITING = row("waiting_list.mean", "people");
const USED = row("utilisation.casework", "%", PERCENT);

/** What is told, whatever the length of the times: no counts. */
const ROWS: readonly AroundRow[] = [
  SEEN_SOON,
  row("wait.first_contact.p50", "weeks", DAYS_TO_WEEKS),
  row("reached_3.share", "%", PERCENT),
  row("finished.share", "%", PERCENT),
  WAITING,
  row("caseload.mean", ""),
  USED,
  row("contacts.per_referral", "", 1, 2),
  row("links.per_referral", "", 1, 2),
  ...ORGANISATION_TYPES.flatMap((type): AroundRow[] =>
    [row("organisation.load", "%", PERCENT, 0), row("organisation.wait.p50", "weeks")].map((ofAll) => ({
      ...ofAll,
      label: typeLabel(type, ofAll.label),
      type,
    })),
  ),
];

/** What is told where there is little room; demand and waits at organisations stand elsewhere then. */
const FEW: readonly AroundRow[] = [SEEN_SOON, WAITING, USED];

/** Lists the rows that have a number before or after: all, or few where there is little room. */
export function aroundRows({ before, after }: AroundChanges, { isShort = false } = {}): readonly AroundRow[] {
  return (isShort ? FEW : ROWS).filter(({ metric, type }) =>
    [before, after].some((time) => (time.of(metric, type).mean ?? 0) !== 0),
  );
}

/** Gives a number of a row in the reader's unit. */
export function aroundMean({ metric, type, factor }: AroundRow, time: SettledTime): WindowMean {
  const { mean, low, high } = time.of(metric, type);
  const times = (value: number | null): number | null => (value === null ? null : value * factor);
  return { mean: times(mean), low: times(low), high: times(high) };
}

/** Writes a number of a row with half the width of its interval, as the screen does. */
export function aroundText(row: AroundRow, time: SettledTime): string {
  const { mean, low, high } = aroundMean(row, time);
  const text = numberText(mean, row.decimals);
  return low === null || high === null ? text : `${text} ±${numberText((high - low) / 2, row.decimals)}`;
}

/** Says from when to when a time is, or why nothing is in it. */
export function timeText({ firstDay, lastDay, why }: SettledTime): string {
  return why === "" ? `${dateText(firstDay)} to ${dateText(lastDay)}` : `not known, ${why}`;
}

/**
 * Says in a line how the waits and the list moved, with as much as the width has room for, or that the change
 * has not settled when the run ends; empty where nothing is known.
 */
export function aroundSentence({ before, after }: AroundChanges, about: string, width: number): string {
  const head = about === "" ? "" : `${about}: `;
  if (after.why !== "") {
    const verb = after.change.includes(" and ") ? "have" : "has";
    const told = `${head}${after.change} ${verb} not settled when the run ends`;
    const whole = `${told}, ${after.why}.`;
    return whole.length <= width ? whole : `${told}.`;
  }
  const parts = [
    { row: SEEN_SOON, text: "seen within 4 weeks", unit: " %" },
    { row: WAITING, text: "waiting", unit: "" },
  ].flatMap(({ row, text, unit }) => {
    const known = [before, after].map((time) => aroundMean(row, time).mean);
    if (known[1] === null) return [];
    const numbers = known.flatMap((mean) => (mean === null ? [] : [numberText(mean, 0)]));
    return [`${text} ${listText(numbers)}${unit}`];
  });
  const last = before.why === "" && before.change === after.change ? "it" : after.change;
  const when = `${before.why === "" ? `before ${before.change}, and ` : ""}settled after ${last}`;
  const told = [2, 1]
    .map((count) => `${head}${when}: ${parts.slice(0, count).join("; ")}.`)
    .find((text) => text.length <= width);
  return parts.length === 0 ? "" : (told ?? "");
}
