import type { Regime, RegimeVerdict } from "../../sim/findings/regime.ts";
import type { StandardVerdict } from "../../sim/findings/standards.ts";
import { MARKS } from "../../sim/words/marks.ts";

/** The mark of each verdict on a standard. */
export const STANDARD_MARKS: Readonly<Record<StandardVerdict, string>> = {
  met: MARKS.good,
  "not met": MARKS.bad,
  undecided: MARKS.open,
};

const REGIME_MARKS: Readonly<Record<Regime, string>> = {
  closed: MARKS.bad,
  overloaded: MARKS.bad,
  "at its limit": MARKS.watch,
  filling: MARKS.watch,
  stable: MARKS.good,
  undecided: MARKS.open,
  unknown: MARKS.open,
};

const WORST_FIRST = [MARKS.bad, MARKS.watch, MARKS.open, MARKS.good];

/** Gives the mark of a scenario's waiting lists: that of the worst. */
export function regimeMark(verdicts: readonly RegimeVerdict[]): string {
  const marks = verdicts.map(({ regime }) => REGIME_MARKS[regime]);
  return WORST_FIRST.find((mark) => marks.includes(mark)) ?? MARKS.open;
}
