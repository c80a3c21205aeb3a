import { type Goal, goalText } from "../../sim/findings/goal.ts";
import { wrapIndented } from "./text-table.ts";

/** Tells the goal, then what must hold as well, in indented lines of at most `width` characters. */
export function goalLines([goal, ...hold]: readonly Goal[], width: number): readonly string[] {
  return [`Goal: ${goalText(goal)}`, ...hold.map((held) => `Holding: ${goalText(held)}`)].flatMap((text) =>
    wrapIndented(text, width, "  "),
  );
}
