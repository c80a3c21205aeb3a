import { rankedParameters } from "../../sim/experiment/ranked-parameters.ts";
import type { ResultSensitivity, Sensitivity } from "../../sim/experiment/sensitivity.ts";
import type { Estimate } from "../../sim/sensitivity/variance.ts";
import type { SensitivityOf } from "../../sim/tables/sensitivity.ts";
import type { SummaryFacts } from "./summary-json.ts";

/** Returns a sensitivity analysis for machines, in the units of the tables; parameters as they are ranked. */
export function sensitivityJson(analysed: Sensitivity, names: SensitivityOf, facts: SummaryFacts): string {
  const { plan, results } = analysed;
  const told = {
    ...facts,
    base: names.base,
    scenario: names.other ?? null,
    parameters: plan.parameters.length,
    replications: plan.replications,
    results: results.map((result) => ({
      of: result.of,
      metric: result.metric,
      unit: result.unit,
      rows: result.rows,
      ...varianceJson(result, plan.grades),
      parameters: rankedParameters(analysed, result).map(({ parameter, effect, indices, isUnsettled }) => ({
        path: parameter.path,
        unit: parameter.unit,
        low: parameter.low,
        high: parameter.high,
        grade: parameter.grade,
        mu_star: effect.muStar,
        ci_low: effect.ciLow,
        ci_high: effect.ciHigh,
        mu: effect.mu,
        sigma: effect.sigma,
        sign: effect.sign,
        verdict: effect.verdict,
        noise_floor: effect.noiseFloor,
        unsettled: isUnsettled,
        first: indices === null ? null : estimateJson(indices.first),
        total: indices === null ? null : estimateJson(indices.total),
      })),
    })),
  };
  return `${JSON.stringify(told, null, 1)}\n`;
}

function varianceJson({ variance }: ResultSensitivity, grades: readonly string[]): object {
  if (variance === null) return { spread: null, shares: null };
  const { belowZero, ...spread } = variance.spread;
  const { parameters, chance, chanceAlone, together } = variance.shares;
  return {
    spread: { ...spread, below_zero: belowZero },
    shares: {
      parameters: estimateJson(parameters),
      chance: estimateJson(chance),
      chance_alone: estimateJson(chanceAlone),
      chance_together: estimateJson(together),
      grades: Object.fromEntries(grades.map((grade, i) => [grade, estimateJson(variance.grades[i])])),
    },
  };
}

const estimateJson = ({ estimate, ciLow, ciHigh }: Estimate): object => ({
  share: estimate,
  ci_low: ciLow,
  ci_high: ciHigh,
});
