import { describe, expect, it } from "vitest";
import { fitGaussianProcess } from "../../sim/stats/gaussian-process.ts";
import { normals } from "../support/normals.ts";

const grid = (n: number): Float64Array[] => Array.from({ length: n }, (_, i) => Float64Array.of(i / (n - 1)));
const curve = ([x]: ArrayLike<number> & Iterable<number>): number => 5 + 3 * x + Math.sin(6 * x);
const predicted = { mean: 0, variance: 0 };

describe("a Gaussian process", () => {
  it("goes through values without noise, and doubts nothing there", () => {
    const points = grid(12);
    const process = fitGaussianProcess(points, points.map(curve), new Float64Array(12));
    for (const point of points) {
      process.predict(point, predicted);
      expect(predicted.mean).toBeCloseTo(curve(point), 4);
      expect(Math.sqrt(predicted.variance)).toBeLessThan(1e-3);
    }
  });

  it("predicts a smooth curve between its points within the error that it states", () => {
    const process = fitGaussianProcess(grid(12), grid(12).map(curve), new Float64Array(12));
    for (const x of [0.03, 0.31, 0.5, 0.77, 0.97]) {
      process.predict([x], predicted);
      const error = Math.abs(predicted.mean - curve(Float64Array.of(x)));
      expect(error).toBeLessThan(0.02);
      expect(error).toBeLessThan(4 * Math.sqrt(predicted.variance) + 1e-6);
    }
  });

  it("gives back a straight plane from few points, beyond them too", () => {
    const plane = ([x, y]: readonly number[]): number => 2 - x + 4 * y;
    const points = [
      [0.1, 0.2],
      [0.9, 0.1],
      [0.3, 0.8],
      [0.7, 0.9],
      [0.5, 0.5],
      [0.2, 0.6],
    ];
    const process = fitGaussianProcess(points, points.map(plane), new Float64Array(6));
    process.predict([1, 1], predicted);
    expect(predicted.mean).toBeCloseTo(5, 4);
  });

  it("takes what noise explains for no wiggle: the truth lies in two standard errors 95 times in 100", () => {
    // Binomial(400, 0.95): fewer than 365 (91.2 %) by chance once in 1,000; curves of one run go together.
    const next = normals("gaussian process");
    let inside = 0;
    for (let run = 0; run < 40; run++) {
      const points = grid(20);
      const noisy = points.map((point) => curve(point) + 0.5 * next());
      const process = fitGaussianProcess(points, noisy, new Float64Array(20).fill(0.25));
      for (let i = 0; i < 10; i++) {
        const x = 0.05 + i / 10;
        process.predict([x], predicted);
        if (Math.abs(predicted.mean - curve(Float64Array.of(x))) <= 2 * Math.sqrt(predicted.variance))
          inside++;
      }
    }
    expect(inside).toBeGreaterThanOrEqual(360);
  });

  it("refuses fewer points than the regression needs", () => {
    expect(() => fitGaussianProcess(grid(3), [1, 2, 3], [0, 0, 0])).toThrow("expected 4 or more, got 3");
  });
});
