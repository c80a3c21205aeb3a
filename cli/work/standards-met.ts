import type { SummaryInput } from "../screen/summary-input.ts";
import { EXIT } from "../terminal/exit-codes.ts";

/**
 * Makes the program end with exit code 3 if a scenario does not meet one of its standards; undecided ones
 * and those of other assumptions leave it as it is.
 */
export function exitUnlessMet(runs: readonly SummaryInput[]): void {
  const isMissed = runs.some(
    ({ variantOf, standards }) =>
      variantOf === null && standards.some(({ verdict }) => verdict === "not met"),
  );
  if (isMissed) process.exitCode = EXIT.notMet;
}
