import { REGIME_WORDS } from "../../../sim/findings/regime.ts";
import { regimeMark } from "../../screen/marks.ts";
import type { SummaryInput } from "../../screen/summary-input.ts";
import { regimeCounts, worstFirst } from "../../screen/verdict-lines.ts";
import type { Slot } from "../page/content.ts";

/** Says with a mark how the waiting lists of the last of one or two runs stand, and behind it of each. */
export function waitingListsSlot(runs: readonly SummaryInput[]): Slot[] {
  const last = runs.at(-1);
  if (last === undefined || runs.length > 2) return [];
  const { verdicts } = last;
  const [worst] = worstFirst(verdicts);
  const told = runs.map(({ plan, verdicts: each }) => regimeCounts(plan.scenario, each, 0));
  const slot = {
    heading: "Waiting lists",
    mark: regimeMark(verdicts),
    text: `${told.join(". ")}.`.replace("..", "."),
  };
  if (worst === undefined) return [slot];
  const count = verdicts.filter(({ regime }) => regime === worst.regime).length;
  return [{ ...slot, gist: `${count} of ${verdicts.length} ${REGIME_WORDS[worst.regime]}` }];
}
