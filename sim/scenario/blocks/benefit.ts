import { number, strict } from "../fields.ts";

/** Declares how needs met become wellbeing. */
export const benefit = strict({
  natural: number("mean change of wellbeing without help, in points", -10, 10),
  per_readiness: number("change of wellbeing that each unit of readiness adds, in points", -10, 10),
  effect: number("change of wellbeing for each need met, in points", -10, 10),
  spread: number("standard deviation of a person's change", 0, 10),
  counts_from: number("change from which a person counts as better", -10, 10),
});
