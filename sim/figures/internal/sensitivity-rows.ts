import { metricWords } from "../../measures/describe-metric.ts";
import { type ReaderUnit, readerUnit } from "../../words/units.ts";
import { type FigureChoice, FigureChoiceError, type FigureInput } from "../figure.ts";
import { ENDING_COLOURS, MUTED, SCENARIO_COLOURS } from "../theme.ts";
import { numberOf, type Row, rowsWhere, textOf } from "./rows.ts";
import { basisWords, shownScenarios } from "./scenarios.ts";

/** Colours of grades of evidence; chance is grey. */
export const GRADE_COLOURS = {
  domain: ["A", "B", "C", "chance"],
  range: [SCENARIO_COLOURS[0], SCENARIO_COLOURS[2], ENDING_COLOURS.left, MUTED],
};

/** The rows of one result of a sensitivity analysis, and how it is read. */
export interface SensitivityRows {
  readonly metric: string;
  readonly isDifference: boolean;
  /** What it is called: the metric, or the difference between two scenarios. */
  readonly words: string;
  readonly unit: ReaderUnit;
  /** Rows of mu*, largest first. */
  readonly screened: readonly Row[];
  /** Finds the estimate of a parameter by another method, in the reader's unit. */
  readonly of: (parameter: string, method: string) => number | null;
}

/**
 * Takes the rows of the result that a figure shows: the metric chosen, or the first; of two scenarios the
 * difference.
 */
export function sensitivityRows(input: FigureInput, { metric: chosen }: FigureChoice): SensitivityRows {
  const all = rowsWhere(input, "sensitivity", { method: ["mu_star", "mu", "sigma", "total"] });
  const known = [...new Set(all.map((row) => textOf(row, "metric")))];
  if (chosen !== undefined && !known.includes(chosen)) throw new FigureChoiceError("metric", chosen, known);
  const metric = chosen ?? known[0] ?? "";
  const ofMetric = all.filter((row) => textOf(row, "metric") === metric);
  const differences = ofMetric.filter((row) => textOf(row, "base") !== "");
  const isDifference = differences.length > 0;
  const rows = isDifference ? differences : ofMetric;
  const screened = rows
    .filter((row) => textOf(row, "method") === "mu_star")
    .toSorted((a, b) => (numberOf(b, "estimate") ?? 0) - (numberOf(a, "estimate") ?? 0));
  const [first] = screened;
  const unit = readerUnit(first === undefined ? "" : textOf(first, "unit"));
  const found = new Map(rows.map((row) => [`${textOf(row, "parameter")} ${textOf(row, "method")}`, row]));
  const between = isDifference ? `, ${textOf(first, "scenario")} against ${textOf(first, "base")}` : "";
  return {
    metric,
    isDifference,
    words: `${metricWords(metric)}${between}`,
    unit: isDifference ? { ...unit, unit: unit.difference } : unit,
    screened,
    of: (parameter, method) => {
      const row = found.get(`${parameter} ${method}`);
      const value = row === undefined ? null : numberOf(row, "estimate");
      if (value === null) return null;
      return method === "total" ? value : value * unit.factor;
    },
  };
}

/** Says what the figures of an analysis rest on. */
export function sensitivityBasis(input: FigureInput): string {
  return basisWords(input, shownScenarios(input, {}), "of each scenario, over all points of the design");
}
