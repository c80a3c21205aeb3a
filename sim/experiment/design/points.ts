import { entityKey, type Key, rootKey } from "../../random/keys.ts";
import { grid } from "./grid.ts";
import { latinHypercube } from "./latin-hypercube.ts";
import { sobol } from "./sobol.ts";
import { splitOutsideBrackets } from "./split-outside-brackets.ts";
import type { SweepPlan } from "./sweep-plan.ts";
import { type VariedParameter, type VariedValue, valueAt } from "./varied-parameter.ts";

/** Holds one point of a sweep. */
export interface SweepPoint {
  /** From 1. */
  readonly point: number;
  /** The value of each parameter, in the order of the plan: a number in its unit, or text. */
  readonly values: readonly (number | string)[];
  /**
   * What `loadScenario` lays over the scenario, `PATH=VALUE` by path, so that `[*]` stands before single
   * members.
   */
  readonly set: readonly string[];
}

/**
 * Gives the points of a plan one after another. A point depends on the paths, their values, the design, its
 * size and the seed; the order in which parameters were given moves columns only.
 */
export function* sweepPoints(plan: SweepPlan): Generator<SweepPoint> {
  const sorted = [...plan.parameters].sort((a, b) => (a.path < b.path ? -1 : 1));
  const columns = new Map(sorted.map((parameter, i) => [parameter, columnOf(plan, sorted, i)]));
  const at = (parameter: VariedParameter, index: number): VariedValue =>
    // Every parameter was given a column just above.
    (columns.get(parameter) as (point: number) => VariedValue)(index);
  for (let index = 0; index < plan.points; index++) {
    yield {
      point: index + 1,
      values: plan.parameters.map((parameter) => at(parameter, index).value),
      set: sorted.flatMap((parameter) => {
        const { text } = at(parameter, index);
        return splitOutsideBrackets(parameter.path, ",").map((path) => `${path}=${text}`);
      }),
    };
  }
}

function columnOf(
  { design, points, seed }: SweepPlan,
  sorted: readonly VariedParameter[],
  dimension: number,
): (point: number) => VariedValue {
  const parameter = sorted[dimension];
  if (design === "grid") {
    const sizes = sorted.map(({ levels }) => levels?.length ?? 0);
    const indexes = grid(sizes, dimension);
    // A plan has no grid of ranges without levels.
    return (point) => (parameter.levels as readonly VariedValue[])[indexes[point]];
  }
  // A plan of listed points has as many levels of each parameter as there are points.
  if (design === "listed") return (point) => (parameter.levels as readonly VariedValue[])[point];
  const key = parameterKey(seed, design, parameter.path);
  const column = design === "lhs" ? latinHypercube(points, key) : sobol(points, dimension, key);
  return (point) => valueAt(parameter, column[point]);
}

/** Keys a parameter by its path, so that its draws are its own. */
function parameterKey(seed: string, design: string, path: string): Key {
  return entityKey(rootKey(seed), `design/${design}`, path);
}
