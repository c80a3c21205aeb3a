import { expect, it } from "vitest";
import { answerOf } from "../../sim/findings/answer.ts";
import { aRun } from "../report/a-run.ts";

/** A run whose replications are a factor each times those of the base. */
const shifted = (factors: readonly number[]) => {
  const run = aRun("other", 1);
  const results = run.results.map((one, i) => ({
    ...one,
    values: one.values.map((value) => value * factors[i]),
  }));
  return { ...run, results };
};

it("calls people about as many only where they can differ by little", () => {
  const base = aRun("base", 1);
  expect(answerOf([base, shifted([1.02, 0.995, 0.99])])).toMatch(
    /^In other about as many people reach three contacts as in base/,
  );
  const wide = shifted([1.5, 1.1, 0.6]);
  expect(answerOf([base, wide])).toMatch(/^In other it is within chance whether fewer or more people reach/);
  expect(answerOf([base, wide], { isChange: true, isSoon: true })).toMatch(/^It is within chance whether/);
});
