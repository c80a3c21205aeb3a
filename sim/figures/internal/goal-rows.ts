import { judgedWords } from "../../findings/goal.ts";
import { numberText } from "../../words/numbers.ts";
import { readerUnit } from "../../words/units.ts";
import type { FigureInput } from "../figure.ts";
import { ENDING_COLOURS, SCENARIO_COLOURS } from "../theme.ts";
import { numberOf, type Row, textOf } from "./rows.ts";

/** Colours the sides of a goal. */
export const SIDE_COLOURS = {
  domain: ["meets", "fails"],
  range: [SCENARIO_COLOURS[0], ENDING_COLOURS.unseen],
} as const;

/** Writes how a goal stands in a row: its mean with its bounds, and the side. */
export function goalWords(row: Row): string {
  const { unit, factor, decimals } = readerUnit(textOf(row, "unit"));
  const [mean, low, high] = ["mean", "low", "high"].map((column) => {
    const value = numberOf(row, column);
    return numberText(value === null ? null : value * factor, decimals);
  });
  return `${mean} ${unit} (${low} to ${high}), ${textOf(row, "meets") === "yes" ? "meets" : "fails"}`;
}

/** Writes the goal of a row with its mean: "57.7 % seen within 4 weeks (goal: at least 55 %)". */
export function goalTitle(row: Row): string {
  const { unit, factor, decimals } = readerUnit(textOf(row, "unit"));
  const [mean, target] = ["mean", "target"].map((column) => (numberOf(row, column) ?? 0) * factor);
  return (
    `${numberText(mean, decimals)} ${unit} ${judgedWords(textOf(row, "metric"))} ` +
    `(goal: ${textOf(row, "bound")} ${numberText(target, decimals)} ${unit})`
  );
}

/** Says how much a search rests on, row by row. */
export function soughtBasis(input: FigureInput, rows: readonly Row[], bounds: string): string {
  const counts = rows.map((row) => numberOf(row, "n") ?? 0);
  const [fewest, most] = [Math.min(...counts), Math.max(...counts)];
  const range =
    fewest === most ? numberText(fewest, 0) : `${numberText(fewest, 0)} to ${numberText(most, 0)}`;
  const known = most < 2 ? "one replication gives no interval" : bounds;
  return `${range} replications each, seed ${input.seed}; ${known}.`;
}

/** Says what bounds of a search are. */
export const JUDGED = "bounds hold however often one looks: chance within the model";
