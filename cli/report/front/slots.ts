import type { FrontSlots } from "../input/front-slots.ts";
import type { Slot } from "../page/content.ts";

const HEADINGS: readonly (readonly [slot: Exclude<keyof FrontSlots, "underEnsemble">, heading: string])[] = [
  ["why", "Why"],
  ["whatToDo", "What to do"],
  ["doubt", "What would change it"],
  ["measureFirst", "Measure first"],
];

const BOTH = "What would change it, to measure first";

/**
 * Lists the slots that are filled, in the order in which they are read: once what would change the answer and
 * is to be measured first.
 */
export function slotsOf(slots: FrontSlots): readonly Slot[] {
  const { doubt, measureFirst } = slots;
  const isBoth = doubt?.gist !== undefined && doubt.gist === measureFirst?.gist;
  return HEADINGS.flatMap(([slot, heading]) => {
    const told = slots[slot];
    if (told === undefined || (isBoth && slot === "measureFirst")) return [];
    if (!isBoth || slot !== "doubt") return [{ heading, ...told }];
    return [{ heading: BOTH, ...told, text: `${told.text} ${measureFirst?.text}` }];
  });
}
