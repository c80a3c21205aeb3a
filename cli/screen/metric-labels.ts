import { metricWords } from "../../sim/measures/describe-metric.ts";
import { uncapitalised } from "../../sim/words/sentences.ts";
import type { SummaryNumber } from "./summary-number.ts";

/** Labels a number that is one metric: its words with the unit in which it is shown, if it needs one. */
export function labelOf(number: SummaryNumber): string {
  return withUnit(wordsOf(number), number);
}

/**
 * Labels numbers that stand side by side: words that both begin with are not repeated, nor is a unit that
 * both have.
 */
export function labelOfPair(first: SummaryNumber, second: SummaryNumber): string {
  const [one, two] = [wordsOf(first), wordsOf(second)];
  if (one === two) return [withUnit(one, first), second.unit].join("; ");
  const start = one.slice(0, one.indexOf(" ") + 1);
  const rest = two.startsWith(start) ? two.slice(start.length) : uncapitalised(two);
  const head = first.unit === second.unit ? one : withUnit(one, first);
  return `${head}; ${withUnit(rest, second)}`;
}

/** Labels a number within a sentence. */
export function labelWithin(number: SummaryNumber): string {
  return uncapitalised(labelOf(number));
}

/** Gives the words of the metric that a number is; a sum has none of its own. */
function wordsOf({ terms }: SummaryNumber): string {
  return terms.length === 1 ? metricWords(terms[0][0]) : "";
}

const withUnit = (words: string, { unit }: SummaryNumber): string =>
  unit === "" ? words : `${words}, ${unit}`;
