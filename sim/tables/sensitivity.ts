import type { ResultSensitivity, Sensitivity } from "../experiment/sensitivity.ts";
import type { SensitivityParameter } from "../experiment/sensitivity-plan.ts";
import type { Estimate } from "../sensitivity/variance.ts";
import { ROW_UNIT } from "./common-columns.ts";
import { integerColumn, type NewRow, numberColumn, tableBuilder, textColumn } from "./make-table.ts";
import type { TableDeclaration, TableOf } from "./table.ts";

/** Names the scenarios that a sensitivity analysis is of. */
export interface SensitivityOf {
  readonly base: string;
  /** The one that it is compared with; undefined for none. */
  readonly other: string | undefined;
}

/** Declares which result a row tells of: of a scenario, or the difference between two. */
const RESULT_COLUMNS = [
  textColumn("base", "Scenario that is subtracted where a row tells of a difference; else empty"),
  textColumn("scenario", "Scenario that is measured"),
  textColumn("metric", "What is measured; its meaning is in the table dictionary"),
] as const;

const RESAMPLED = "of the 95 % interval, by bootstrap over the rows of the design; empty with fewer than two";

/** Declares the table of which parameters move which results. */
export const SENSITIVITY = {
  name: "sensitivity",
  meaning: "How much each parameter moves each result over the range that the evidence leaves it",
  columns: [
    ...RESULT_COLUMNS,
    textColumn("parameter", "Path of the parameter, as --set takes it"),
    textColumn("parameter_unit", "Unit of its range; empty for a number without one"),
    numberColumn("low", "as in column parameter_unit", "Lowest value that it took"),
    numberColumn("high", "as in column parameter_unit", "Highest value that it took"),
    textColumn("grade", "Group of its evidence: A (published), B or C (an assumption, or no row)"),
    textColumn("evidence", "Row of the evidence register; empty for none"),
    textColumn(
      "method",
      "mu_star: mean absolute change of the mean result over the whole range (Morris, Campolongo); mu: the " +
        "same with its sign; sigma: their standard deviation; first, total: share of the variance of the " +
        "mean result, alone and with others (Saltelli, Jansen)",
    ),
    textColumn("unit", "Unit of the estimate"),
    numberColumn("estimate", ROW_UNIT, "The estimate"),
    numberColumn("ci_low", ROW_UNIT, `Lower bound ${RESAMPLED}`),
    numberColumn("ci_high", ROW_UNIT, `Upper bound ${RESAMPLED}`),
    integerColumn(
      "sign",
      "",
      "Which way the result goes as the parameter grows: 1 up, -1 down, 0 both ways or not at all",
    ),
    textColumn(
      "verdict",
      "Of mu_star: inert (every difference is exactly 0), chance (not to be told from chance), moves; else " +
        "empty",
    ),
    numberColumn(
      "noise_floor",
      ROW_UNIT,
      "Of mu_star: what chance alone stays under in 19 of 20 cases; else empty",
    ),
    numberColumn(
      "swap",
      "share",
      "Of mu_star and total: bootstrap chance that the parameter ranked next is larger; over 0.05 the order " +
        "of the two is unsettled",
    ),
  ],
} satisfies TableDeclaration;

/** Declares the table of how much of the variance of a result is due to what. */
export const VARIANCE_SHARES = {
  name: "variance_shares",
  meaning:
    "Shares of the variance of one replication at parameters that nobody knows: parameters by the grade of " +
    "their evidence (Shapley), and chance",
  columns: [
    ...RESULT_COLUMNS,
    textColumn(
      "whole",
      "What the part belongs to: variance (parameters and chance, which add to 1), parameters (grades, which " +
        "add to the share of parameters), or chance (alone and together, which add to the share of chance)",
    ),
    textColumn(
      "part",
      "parameters, chance, grade A, grade B, grade C; alone: chance that is alike whatever the parameters, " +
        "under common random numbers; together: chance that depends on them",
    ),
    numberColumn("share", "share", "Its share of all variance; estimates may lie a little outside 0 to 1"),
    numberColumn("ci_low", "share", `Lower bound ${RESAMPLED}`),
    numberColumn("ci_high", "share", `Upper bound ${RESAMPLED}`),
  ],
} satisfies TableDeclaration;

/** Declares the table of how far results lie apart over what is not known. */
export const SENSITIVITY_RESULTS = {
  name: "sensitivity_results",
  meaning: "How each result spreads over points at which every parameter lies anywhere in its range",
  columns: [
    ...RESULT_COLUMNS,
    textColumn("unit", "Unit of the numbers in this row"),
    numberColumn("points", "points", "Points, each the mean of two replications"),
    numberColumn("mean", ROW_UNIT, "Mean over the points"),
    numberColumn("p05", ROW_UNIT, "5 % quantile (type 7) over the points"),
    numberColumn("p50", ROW_UNIT, "Median over the points"),
    numberColumn("p95", ROW_UNIT, "95 % quantile (type 7) over the points"),
    numberColumn("below_zero", "share", "Share of the points at which it is under 0"),
    numberColumn("variance", "squared unit", "Variance of one replication at parameters that nobody knows"),
  ],
} satisfies TableDeclaration;

type ResultNames = Pick<NewRow<(typeof RESULT_COLUMNS)[number]>, "base" | "scenario" | "metric">;

/** Says which result it is. */
function resultNames(
  { of, metric }: Pick<ResultSensitivity, "of" | "metric">,
  { base, other = "" }: SensitivityOf,
): ResultNames {
  return of === "base" ? { base: "", scenario: base, metric } : { base, scenario: other, metric };
}

/** Returns a row for each result, parameter and method. */
export function sensitivityTable(
  { plan, kept, results }: Sensitivity,
  names: SensitivityOf,
): TableOf<typeof SENSITIVITY> {
  const table = tableBuilder(SENSITIVITY);
  const none = { verdict: "", noise_floor: null, swap: null };
  const bare = { ci_low: null, ci_high: null };
  for (const result of results) {
    const of = resultNames(result, names);
    const { unit, effects, variance } = result;
    for (const [i, effect] of effects.entries()) {
      const { muStar, ciLow, ciHigh, mu, sigma, sign, verdict, noiseFloor, swap } = effect;
      const row = { ...of, ...parameterCells(plan.parameters[i]), unit, sign };
      const interval = { ci_low: ciLow, ci_high: ciHigh };
      table.add({
        ...row,
        method: "mu_star",
        estimate: muStar,
        ...interval,
        verdict,
        noise_floor: noiseFloor,
        swap,
      });
      table.add({ ...row, ...none, ...bare, method: "mu", estimate: mu });
      table.add({ ...row, ...none, ...bare, method: "sigma", estimate: sigma });
      const place = kept.indexOf(i);
      if (variance === null || place < 0) continue;
      const { first, total, swap: totalSwap } = variance.indices[place];
      const share = { ...row, ...none, unit: "share" };
      table.add({ ...share, method: "first", ...estimateCells(first) });
      table.add({ ...share, method: "total", ...estimateCells(total), swap: totalSwap });
    }
  }
  return table.build();
}

function parameterCells({ path, unit, low, high, grade, evidence }: SensitivityParameter) {
  return { parameter: path, parameter_unit: unit, low, high, grade, evidence: evidence ?? "" };
}

const estimateCells = ({ estimate, ciLow, ciHigh }: Estimate) => ({
  estimate,
  ci_low: ciLow,
  ci_high: ciHigh,
});

/** Returns the shares of variance of each result. */
export function varianceSharesTable(
  { plan, results }: Sensitivity,
  names: SensitivityOf,
): TableOf<typeof VARIANCE_SHARES> {
  const table = tableBuilder(VARIANCE_SHARES);
  for (const result of results) {
    const { variance } = result;
    if (variance === null) continue;
    const { parameters, chance, chanceAlone, together } = variance.shares;
    const rows: readonly (readonly [whole: string, part: string, share: Estimate])[] = [
      ["variance", "parameters", parameters],
      ["variance", "chance", chance],
      ...plan.grades.map((grade, i) => ["parameters", `grade ${grade}`, variance.grades[i]] as const),
      ["chance", "alone", chanceAlone],
      ["chance", "together", together],
    ];
    for (const [whole, part, { estimate, ciLow, ciHigh }] of rows)
      table.add({
        ...resultNames(result, names),
        whole,
        part,
        share: estimate,
        ci_low: ciLow,
        ci_high: ciHigh,
      });
  }
  return table.build();
}

/** Returns how each result spreads over what is not known. */
export function sensitivityResultsTable(
  { results }: Sensitivity,
  names: SensitivityOf,
): TableOf<typeof SENSITIVITY_RESULTS> {
  const table = tableBuilder(SENSITIVITY_RESULTS);
  for (const result of results) {
    if (result.variance === null) continue;
    const { spread, shares } = result.variance;
    const { belowZero, ...numbers } = spread;
    const { unit } = result;
    table.add({
      ...resultNames(result, names),
      unit,
      ...numbers,
      below_zero: belowZero,
      variance: shares.variance,
    });
  }
  return table.build();
}
