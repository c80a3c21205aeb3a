import type { HeadlineValue, SweepHeadlines } from "../../../sim/findings/sweep-headlines.ts";
import { describeMetric, metricWords } from "../../../sim/measures/describe-metric.ts";
import { briefMeaning } from "../../../sim/words/brief-meaning.ts";
import { listText } from "../../../sim/words/lists.ts";
import { countText } from "../../../sim/words/numbers.ts";
import { decimalsWithin, moneyText, roundedText } from "../../../sim/words/rounded.ts";
import { readerUnit } from "../../../sim/words/units.ts";
import type { ReportInput } from "../input/report-input.ts";
import type { BigNumber, Front } from "../page/content.ts";
import { sweepHeadlines, theWords } from "../sections/sweep-section.ts";
import { rangeText } from "./range-text.ts";

/** What a sweep is asked for, the first two or three that it has. */
const WANTED = [
  "people.reached_3",
  "wait.first_contact.within_4_weeks_of_demand",
  "finished.share",
  "cost.total",
];
const MOST = 3;

/** Tells on one screen what a sweep answers: from where to where what matters goes, and where. */
export function sweepFront(input: ReportInput): Omit<Front, "figure" | "slots"> {
  const headlines = sweepHeadlines(input, WANTED);
  const told =
    headlines === undefined ? [] : headlines.metrics.flatMap((metric) => endsOf(headlines, metric));
  const names = headlines?.parameters.map(({ path }) => briefMeaning(theWords(path, input.wordsOf))) ?? [];
  return {
    question: `What changes in ${input.record.scenarios[0]?.name} with ${
      names.length === 0 ? "nothing varied" : listText(names)
    }?`,
    answer: told.length === 0 ? "Nothing was measured at any point." : answerText(told[0]),
    lines: [],
    numbers: told.slice(0, MOST).map(bigNumber),
  };
}

/** Where a metric of a sweep has its minimum and its maximum, in words. */
interface Ends {
  readonly label: string;
  readonly values: readonly [least: string, most: string];
  readonly places: readonly [least: string, most: string];
  readonly points: number;
}

function endsOf(headlines: SweepHeadlines, metric: string): Ends[] {
  const ends = headlines.extremes(metric);
  if (ends === undefined) return [];
  const { minimum, maximum } = ends;
  const halfWidth = Math.max(halfWidthOf(minimum), halfWidthOf(maximum));
  return [
    {
      label: metricWords(metric),
      values: [valueText(metric, minimum, halfWidth), valueText(metric, maximum, halfWidth)],
      places: [placeText(minimum, headlines), placeText(maximum, headlines)],
      points: headlines.values(metric).length,
    },
  ];
}

function answerText({ label, values: [least, most], places, points }: Ends): string {
  const over = `over ${countText(points, "point")}`;
  if (least === most) return `${label}: ${least} at every point, ${over}.`;
  return (
    `${label}: ${most} at the most, at ${places[1]}; ${least} at the least, at ${places[0]}; ` + `${over}.`
  );
}

function bigNumber({ label, values: [least, most] }: Ends): BigNumber {
  return {
    value: rangeText(least, most),
    label: label.toLowerCase(),
    note: least === most ? "at every point" : "",
  };
}

/** Says where a point lies, by the values of the parameters in the order in which the question names them. */
const placeText = (value: HeadlineValue, headlines: SweepHeadlines): string =>
  listText(valuesOf(value, headlines));

const valuesOf = ({ point }: HeadlineValue, { parameters }: SweepHeadlines): string[] =>
  point.values.map((value, i) => [value, parameters[i].unit].join(" ").trim());

/** Gives half the interval of a mean; 0 where there is none. */
const halfWidthOf = ({ mean, ciHigh }: HeadlineValue): number =>
  mean === null || ciHigh === null ? 0 : ciHigh - mean;

/** Writes a value in the reader's unit, with no decimals that chance does not allow. */
function valueText(metric: string, { mean }: HeadlineValue, halfWidth: number): string {
  const { unit, factor, decimals } = readerUnit(describeMetric(metric)?.unit ?? "");
  const value = mean ?? 0;
  if (unit === "GBP") return moneyText(value);
  return `${roundedText(value * factor, decimalsWithin(halfWidth * factor, decimals))} ${unit}`;
}
