import { entityKey, type Key, rootKey } from "../../random/keys.ts";
import { grid } from "./grid.ts";
import { latinHypercube } from "./latin-hypercube.ts";
import { isRowDesign, pointsOfRow, type RowPoint, rowPoints } from "./row-designs.ts";
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
  /** Of a design in rows: which row, from 1, and what is moved there. */
  readonly inRow?: Pick<RowPoint, "row" | "at">;
}

/**
 * Gives the points of a plan one after another. A point depends on the paths, their values, the design, its
 * size and the seed; the order in which parameters were given moves columns only.
 */
export function* sweepPoints(plan: SweepPlan): Generator<SweepPoint> {
  const sorted = [...plan.parameters].sort((a, b) => (a.path < b.path ? -1 : 1));
  const rows = rowsOf(plan, sorted);
  const columns = new Map(
    sorted.map((parameter, i) => [
      parameter,
      rows === undefined
        ? columnOf(plan, sorted, i)
        : (index: number): VariedValue => valueAt(parameter, rows[index].place[i]),
    ]),
  );
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
      ...(rows === undefined ? {} : { inRow: { row: rows[index].row, at: rows[index].at } }),
    };
  }
}

/** Lists the points of a design in rows; undefined for others. */
function rowsOf(
  { design, points, seed }: SweepPlan,
  sorted: readonly VariedParameter[],
): readonly RowPoint[] | undefined {
  if (!isRowDesign(design)) return undefined;
  const paths = sorted.map(({ path }) => path);
  return rowPoints(design, points / pointsOfRow(design, paths.length), paths, seed);
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
