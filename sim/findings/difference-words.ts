import { describeMetric } from "../measures/describe-metric.ts";
import type { ScenarioResults } from "../measures/scenario-results.ts";
import { signedText } from "../words/numbers.ts";
import { decimalsAllowed, moneyText, roundedText } from "../words/rounded.ts";
import {
  type BoardDifference,
  type BoardLine,
  type BoardNumber,
  boardDifference,
  SEEN_SOON,
} from "./board.ts";
import { directionOf, type Surety } from "./surety.ts";
import { otherPeople } from "./who-is-counted.ts";

/** Gives the decimals that an interval allows a number of a line. */
export function decimalsOf({ low, high }: BoardNumber, line: BoardLine): number {
  return decimalsAllowed(low === null || high === null ? null : (high - low) / 2, mostDecimals(line));
}

/** People, hours and pounds are whole; shares are read in percent, waits in tenths of weeks. */
const mostDecimals = ({ unit, decimals }: BoardLine): number => (unit === "%" ? 1 : decimals);

/** Writes a line's number as its interval allows, money in three figures. */
export function boardText(number: BoardNumber, line: BoardLine): string {
  return boardTexts([number], line)[0];
}

/**
 * Gives the decimals of numbers of a line that stand side by side: those of the one that is known best, with
 * at most one more than the one that is known least allows. A number that chance does not change keeps its
 * own and decides none.
 */
export function decimalsBeside(numbers: readonly BoardNumber[], line: BoardLine): number[] {
  const own = numbers.map((number) => decimalsOf(number, line));
  const uncertain = own.filter((_, i) => hasWidth(numbers[i]));
  const shared = Math.min(Math.max(...uncertain), Math.min(...uncertain) + 1);
  return own.map((decimals, i) => (hasWidth(numbers[i]) ? shared : decimals));
}

const hasWidth = ({ low, high }: BoardNumber): boolean => low !== null && high !== null && high > low;

/** Writes numbers of a line that stand side by side. */
export function boardTexts(numbers: readonly BoardNumber[], line: BoardLine): string[] {
  const decimals = decimalsBeside(numbers, line);
  return numbers.map(({ mean }, i) => {
    if (mean === null || line.unit !== "GBP") return roundedText(mean, decimals[i]);
    return moneyText(mean).slice("GBP ".length);
  });
}

/** Writes the interval of a line's number, "601 to 611"; empty where there is none, or it shows no width. */
export function boardIntervalText(number: BoardNumber, line: BoardLine): string {
  const { low, high } = number;
  if (low === null || high === null) return "";
  // Nothing that a board reads can be under zero, nor a share of people over all of them.
  const most = describeMetric(line.metric)?.unit === "share" ? 100 : Number.POSITIVE_INFINITY;
  const [from, to] = [low, high].map((bound) =>
    roundedText(Math.min(most, Math.max(0, bound)), decimalsOf(number, line)),
  );
  return from === to ? "" : `${from} to ${to}`;
}

/** Writes a difference with its sign and the half-width of its interval: -31 ±6. */
export function differenceText(difference: BoardDifference, line: BoardLine): string {
  const { mean, low, high, surety } = difference;
  if (mean === null) return "-";
  if (surety === "same") return "0";
  const decimals = decimalsOf(difference, line);
  const written = (value: number): string =>
    line.unit === "GBP" ? moneyText(value).slice("GBP ".length) : roundedText(value, decimals);
  const size = written(Math.abs(mean));
  const sign = signedText(mean, 9).charAt(0);
  const signed = /[1-9]/.test(size) && /[+-]/.test(sign) ? `${sign}${size}` : size;
  return low === null || high === null || high === low ? signed : `${signed} ±${written((high - low) / 2)}`;
}

const SURETY_WORDS: Readonly<Record<Exclude<Surety, "surely" | "likely">, string>> = {
  untold: "chance not told",
  same: "the same",
  rare: "too rare to tell",
  unknown: "within chance",
  few: "too few pairs",
};

/** Says how sure a difference is and, where it is, which way it goes for people. */
function suretyWords({ mean, surety }: BoardDifference, { better }: BoardLine): string {
  if (surety !== "surely" && surety !== "likely") return SURETY_WORDS[surety];
  return mean === null ? "" : `${surety} ${directionOf(mean, better)}`;
}

/** Units of which there is less and not fewer. */
const UNCOUNTED = ["points", "weeks", "hours", "GBP", "full-time equivalents"];

/**
 * Says beside a difference how sure it is and which way it goes for people; of a wait that is of fewer or
 * more people than in the base, that instead: it is no gain or loss by itself.
 */
export function readingOf(base: ScenarioResults, other: ScenarioResults, line: BoardLine): string {
  const isOfReferred = line.metric.startsWith("wait.first_contact.") && line.metric !== SEEN_SOON;
  const shift = isOfReferred ? otherPeople(base, other) : null;
  if (shift !== null) return `of ${shift.people} people`;
  return suretyWords(boardDifference(base, other, line), line);
}

/** A difference in words, part by part. */
interface DifferenceParts {
  /** How much: 31, GBP 953,000. */
  readonly size: string;
  /** Fewer, less or more. */
  readonly way: string;
  /** What chance leaves open, in brackets behind a space; empty where it shows no width. */
  readonly interval: string;
}

function partsOf(difference: BoardDifference & { readonly mean: number }, line: BoardLine): DifferenceParts {
  const { mean, low, high } = difference;
  const decimals = decimalsOf(difference, line);
  const size = (value: number): string =>
    line.unit === "GBP" ? moneyText(Math.abs(value)) : roundedText(Math.abs(value), decimals);
  const [near, far] = mean < 0 ? [high, low] : [low, high];
  const isRange = near !== null && far !== null && size(near) !== size(far);
  const fewer = UNCOUNTED.includes(line.differenceUnit) ? "less" : "fewer";
  return {
    size: size(mean),
    way: mean < 0 ? fewer : "more",
    interval: isRange ? ` (${size(near)} to ${size(far)})` : "",
  };
}

/** Says in words by how much a number differs: 30 people fewer (25 to 34), surely worse. */
export function differenceWords(base: ScenarioResults, other: ScenarioResults, line: BoardLine): string {
  const difference = boardDifference(base, other, line);
  const { mean, surety } = difference;
  if (mean === null) return "not known";
  if (surety === "same") return "the same";
  if (surety === "unknown") return `no difference beyond chance (${differenceText(difference, line)})`;
  const { size, way, interval } = partsOf({ ...difference, mean }, line);
  const unit = line.unit === "GBP" ? "" : ` ${line.differenceUnit}`;
  return `${size}${unit} ${way}${interval}, ${readingOf(base, other, line)}`;
}

/** A difference in words, with what chance leaves open behind a space: 31 fewer than 589, (29 to 33). */
interface DifferenceFrom {
  readonly words: string;
  /** Empty where it shows no width. */
  readonly interval: string;
}

/**
 * Says it of a number that stands beside the base's. Points keep their name. Undefined where it is not known,
 * the same, or no more than chance.
 */
export function differenceFrom(
  difference: BoardDifference,
  line: BoardLine,
  from: string,
): DifferenceFrom | undefined {
  const { mean, surety } = difference;
  if (mean === null || surety === "same" || surety === "unknown") return undefined;
  const { size, way, interval } = partsOf({ ...difference, mean }, line);
  const points = line.differenceUnit === "points" ? " points" : "";
  return { words: `${size}${points} ${way} than ${from}`, interval };
}
