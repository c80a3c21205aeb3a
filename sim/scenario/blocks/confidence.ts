import { duration, number, share, strict } from "../fields.ts";

/** Declares how confident practices are in the programme. */
export const confidence = strict({
  patience: duration("mean first wait that GPs put up with"),
  per_week_late: number("what each week of first wait beyond patience takes from confidence", 0, 1),
  per_success: number("twice what links add to confidence if all start, against half of them", 0, 1),
  least: number("minimum confidence", 0, 1),
  most: number("maximum confidence", 1, 2),
  speed: share("part of the way to its target that it goes in a month"),
});
