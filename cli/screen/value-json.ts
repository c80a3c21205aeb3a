import type { OtherWeights } from "../../sim/ensemble/decide.ts";
import type { InformationValue } from "../../sim/ensemble/value.ts";
import type { ValueShown } from "./value-shown.ts";

/** Returns what a decision hangs on for machines, in the unit of the objective. */
export function valueJson(shown: ValueShown): string {
  const { options, worth, best, second, bestShare, everything, parameters, firstTwo, otherWeights } = shown;
  const told = {
    objective: shown.objective,
    seed: shown.seed,
    members: shown.members,
    replications: shown.replications,
    options: options.map((scenario, i) => ({ scenario, worth: worth[i] })),
    best,
    second,
    best_share: bestShare,
    evpi: interval(everything),
    evppi: parameters.map((parameter) => ({ parameter: parameter.path, ...interval(parameter) })),
    evppi_first_two: firstTwo === null ? null : interval(firstTwo),
    other_weights: otherWeights === null ? null : otherJson(otherWeights),
    second_wins_where: regionJson(shown),
  };
  return `${JSON.stringify(told, null, 1)}\n`;
}

const interval = ({ value, ciLow, ciHigh }: InformationValue) => ({ value, ci_low: ciLow, ci_high: ciHigh });

const otherJson = ({ kind, best, bestShare, everything, first }: OtherWeights) => ({
  kind,
  best,
  best_share: bestShare,
  evpi: interval(everything),
  evppi: first === null ? null : { parameter: first.path, ...interval(first) },
});

function regionJson({ region }: ValueShown): object | null {
  if (region === null) return null;
  const { found, parameters } = region;
  return {
    share: found.share,
    wins: found.wins,
    bounds: found.bounds.map(({ parameter, side, value }) => ({
      parameter: parameters[parameter].path,
      side,
      value,
      unit: parameters[parameter].unit,
    })),
  };
}
