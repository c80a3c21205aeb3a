import { boardLine } from "../findings/board.ts";
import { numberText } from "../words/numbers.ts";
import { decimalsAllowed, decimalsWithin, roundedText } from "../words/rounded.ts";
import { capitalised } from "../words/sentences.ts";
import type { ExpectedAt } from "./hangs-most.ts";
import type { HeadlineRange } from "./headlines.ts";

/** What both widths are called, wherever they stand together. */
export const NINE_OF_TEN = "in nine of ten sets of values that fit the published figures";

/** Whom sentences of ranges are about. */
export const PEOPLE = "people.reached_3";
/** Of a value of a parameter. */
const MOST_DECIMALS = 2;

/**
 * Says of a comparison what is not known of each difference, or of one scenario alone what of it; then on
 * what each hangs most, where that is one parameter, which `wordsOf` names (by its path if left out).
 */
export function rangeSentences(
  ranges: readonly HeadlineRange[],
  wordsOf: (path: string) => string = (path) => path,
  isChangeTold = false,
): readonly string[] {
  const scenarios = [...new Set(ranges.map(({ scenario }) => scenario))];
  const told = scenarios.flatMap(
    (name) =>
      differenceSentence(
        ranges.filter(({ scenario }) => scenario === name),
        isChangeTold,
      ) ?? [],
  );
  const of = told.length > 0 ? "relative difference" : "mean";
  const sentences =
    told.length > 0
      ? told
      : scenarios.flatMap((name) => meanSentence(ranges.filter(({ scenario }) => scenario === name)) ?? []);
  const hanging = ranges.filter((range) => range.metric === PEOPLE && range.of === of);
  return [
    ...sentences,
    ...hanging.flatMap((range) => hangsSentence(range, { isOfMany: hanging.length > 1, wordsOf }) ?? []),
  ];
}

/**
 * Says what a range hangs on most, and what is expected at the ends of that; null where there is no such
 * parameter, or the ends read alike.
 */
function hangsSentence(
  { hangsOn, of, low, high, scenario }: HeadlineRange,
  { isOfMany, wordsOf }: { readonly isOfMany: boolean; readonly wordsOf: (path: string) => string },
): string | null {
  if (hangsOn === null) return null;
  const decimals = decimalsAllowed((high - low) / 2, boardLine(PEOPLE).decimals);
  const manyAt = ({ expected }: ExpectedAt): string =>
    of === "mean"
      ? `${roundedText(expected, decimals)} people`
      : (shareTexts(expected, expected, high - low) ?? "as many");
  const { path, unit, low: from, high: to } = hangsOn;
  if (manyAt(from) === manyAt(to)) return null;
  const about = isOfMany ? `In ${scenario} how` : "How";
  const [first, last] = [from, to].map(
    (end) => `${manyAt(end)} at ${valueText(end.at, to.at - from.at, unit)}`,
  );
  const behind = unit === "" || unit === "x" ? "" : ` ${unit}`;
  return `${about} many hangs most on ${wordsOf(path)}: ${first}, ${last}${behind}.`;
}

/** Writes a value of a parameter as finely as its spread asks for, without its unit; a factor as x0.85. */
function valueText(at: number, spread: number, unit: string): string {
  const text = numberText(at, decimalsWithin(spread / 2, MOST_DECIMALS));
  return unit === "x" ? `x${text}` : text;
}

/**
 * Says between which shares fewer or more people reach three contacts than in the base, without names where a
 * question has told what changes; null where the ensemble does not tell.
 */
export function differenceSentence(ranges: readonly HeadlineRange[], isChangeTold = false): string | null {
  const range = ranges.find(({ metric, of }) => metric === PEOPLE && of === "relative difference");
  if (range === undefined) return null;
  const { low, high, fewerShare, scenario, base } = range;
  const between = shareTexts(low, high);
  const people = `${between ?? "as many"} people reach three contacts`;
  const told = isChangeTold
    ? `${capitalised(people)}${between === null ? " as without it" : ""}`
    : `In ${scenario} ${people} ${between === null ? "as" : "than"} in ${base}`;
  return `${told} ${NINE_OF_TEN}${between === null ? "" : membersText(fewerShare)}.`;
}

/** Says between how many people reach three contacts; null where the ensemble does not tell. */
export function meanSentence(ranges: readonly HeadlineRange[]): string | null {
  const range = ranges.find(({ metric, of }) => metric === PEOPLE && of === "mean");
  if (range === undefined) return null;
  const decimals = decimalsAllowed((range.high - range.low) / 2, boardLine(PEOPLE).decimals);
  const [low, high] = [range.low, range.high].map((end) => roundedText(end, decimals));
  const between = low === high ? low : `between ${low} and ${high}`;
  return `In ${range.scenario} ${between} people reach three contacts ${NINE_OF_TEN}.`;
}

/**
 * Writes two shares, to the decimals that a range of this width allows, as "between 3 and 12 % fewer"; null
 * where both are 0 as they are written.
 */
export function shareTexts(low: number, high: number, width = high - low): string | null {
  const decimals = decimalsWithin(50 * width, 1);
  const text = (share: number): string => numberText(Math.abs(100 * share), decimals);
  const [from, to] = [text(low), text(high)];
  const isNone = (written: string): boolean => !/[1-9]/.test(written);
  if (isNone(from) && isNone(to)) return null;
  const way = (share: number): string => (share < 0 ? "fewer" : "more");
  if (low < 0 && high > 0 && !isNone(from) && !isNone(to)) return `between ${from} % fewer and ${to} % more`;
  const side = way(isNone(from) ? high : low);
  const [near, far] = side === "fewer" ? [to, from] : [from, to];
  return near === far ? `${far} % ${side}` : `between ${near} and ${far} % ${side}`;
}

/** Says in how many members there are fewer, where that is not nearly all or nearly none. */
function membersText(fewerShare: number | null): string {
  if (fewerShare === null || fewerShare >= 0.95 || fewerShare <= 0.05) return "";
  return `; fewer in ${numberText(100 * fewerShare, 0)} % of them`;
}
