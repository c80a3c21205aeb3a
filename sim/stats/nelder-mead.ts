/** Says when the search for a minimum ends. */
export interface SearchLimits {
  /** Evaluations of the function. */
  readonly evaluations: number;
  /** Ends where the best and the worst corner differ by less than this. */
  readonly tolerance: number;
}

/**
 * Looks for a minimum by the simplex of Nelder & Mead (1965), with the coefficients of Gao & Han (2012) that
 * suit many dimensions. Begins at `start` and, for each coordinate, a point `step` away. Uses no draws, so
 * the same function gives the same point; ties keep the corner that was there first. A function may return
 * Infinity.
 */
export function nelderMead(
  f: (x: Float64Array) => number,
  start: ArrayLike<number>,
  step: number,
  { evaluations, tolerance }: SearchLimits,
): { readonly at: Float64Array; readonly value: number } {
  const n = start.length;
  const [expand, contract, shrink] = [1 + 2 / n, 0.75 - 1 / (2 * n), 1 - 1 / n];
  let left = evaluations;
  const cornerAt = (x: Float64Array): Corner => {
    left--;
    return { x, value: f(x) };
  };
  const corners: Corner[] = [cornerAt(Float64Array.from(start))];
  for (let i = 0; i < n; i++) {
    const x = Float64Array.from(start);
    x[i] += step;
    corners.push(cornerAt(x));
  }
  for (;;) {
    corners.sort((a, b) => a.value - b.value);
    const [best, worst] = [corners[0], corners[n]];
    if (left <= 0 || worst.value - best.value < tolerance) return { at: best.x, value: best.value };
    const centre = new Float64Array(n);
    for (let i = 0; i < n; i++) {
      for (let corner = 0; corner < n; corner++) centre[i] += corners[corner].x[i];
      centre[i] /= n;
    }
    const along = (t: number): Corner => cornerAt(centre.map((c, i) => c + t * (worst.x[i] - c)));
    const reflected = along(-1);
    if (reflected.value < best.value) {
      const further = along(-expand);
      corners[n] = further.value < reflected.value ? further : reflected;
    } else if (reflected.value < corners[n - 1].value) {
      corners[n] = reflected;
    } else {
      const nearer = reflected.value < worst.value ? along(-contract) : along(contract);
      if (nearer.value < Math.min(reflected.value, worst.value)) corners[n] = nearer;
      else
        for (let corner = 1; corner <= n; corner++)
          corners[corner] = cornerAt(corners[corner].x.map((x, i) => best.x[i] + shrink * (x - best.x[i])));
    }
  }
}

interface Corner {
  readonly x: Float64Array;
  readonly value: number;
}
