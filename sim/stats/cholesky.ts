/**
 * Factors a symmetric positive-definite matrix, stored row by row, into L times its transpose (Cholesky;
 * Golub & Van Loan 2013, algorithm 4.2.1): the lower triangle is overwritten with L, the upper one is left.
 * Returns whether the matrix was positive definite; if not, it is spoilt.
 */
export function cholesky(matrix: Float64Array, n: number): boolean {
  for (let row = 0; row < n; row++) {
    const here = row * n;
    for (let column = 0; column <= row; column++) {
      const there = column * n;
      let sum = matrix[here + column];
      for (let k = 0; k < column; k++) sum -= matrix[here + k] * matrix[there + k];
      if (column < row) {
        matrix[here + column] = sum / matrix[there + column];
      } else {
        if (!(sum > 0)) return false;
        matrix[here + row] = Math.sqrt(sum);
      }
    }
  }
  return true;
}

/** Solves L x = b in place, where L is the lower triangle that `cholesky` left. */
export function solveLower(factor: Float64Array, n: number, b: Float64Array): void {
  for (let row = 0; row < n; row++) {
    const here = row * n;
    let sum = b[row];
    for (let k = 0; k < row; k++) sum -= factor[here + k] * b[k];
    b[row] = sum / factor[here + row];
  }
}

/** Solves the transpose of L times x = b in place. */
export function solveUpper(factor: Float64Array, n: number, b: Float64Array): void {
  for (let row = n - 1; row >= 0; row--) {
    let sum = b[row];
    for (let k = row + 1; k < n; k++) sum -= factor[k * n + row] * b[k];
    b[row] = sum / factor[row * n + row];
  }
}

/** Returns the logarithm of the determinant of the matrix that was factored; `ln` is the caller's. */
export function logDeterminant(factor: Float64Array, n: number, ln: (x: number) => number): number {
  let sum = 0;
  for (let row = 0; row < n; row++) sum += ln(factor[row * n + row]);
  return 2 * sum;
}
