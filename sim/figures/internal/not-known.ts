import { NINE_OF_TEN } from "../../ensemble/range-sentence.ts";
import type { FigureInput } from "../figure.ts";
import { plotted, type Range, rowsWhere } from "./rows.ts";

const EVERYBODY = { metric: ["people.reached_3"], group_by: ["all"], group: ["all"] };

/** Says whether an ensemble tells what is not known of the means of results. */
export const isOfEnsemble = (input: FigureInput): boolean =>
  rowsWhere(input, "summary", EVERYBODY).some(({ range_low }) => typeof range_low === "number");

/** Gives the ends of what is not known as data of a figure; none where nothing tells. */
export const plottedRange = (range: Range | undefined) =>
  range === undefined ? {} : { range_low: plotted(range.low), range_high: plotted(range.high) };

/** Keeps of a share, in percent, or of a count what can be: no interval knows of its ends. */
export const keptWithin = ({ low, high }: Range, most = Infinity): Range => ({
  low: Math.max(0, low),
  high: Math.min(most, high),
});

/** Says what thin lines are, and pale bands. */
export const NOT_KNOWN_WORDS = `what is not known, ${NINE_OF_TEN}`;
