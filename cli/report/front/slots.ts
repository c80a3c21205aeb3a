import type { FrontSlots } from "../input/front-slots.ts";
import type { Slot } from "../page/content.ts";

const HEADINGS: readonly (readonly [slot: Exclude<keyof FrontSlots, "underEnsemble">, heading: string])[] = [
  ["why", "Why"],
  ["whatToDo", "What to do"],
  ["doubt", "What would change it"],
  ["measureFirst", "Measure first"],
];

/** Lists the slots that are filled, in the order in which they are read. */
export function slotsOf(slots: FrontSlots): readonly Slot[] {
  return HEADINGS.flatMap(([slot, heading]) => {
    const told = slots[slot];
    return told === undefined ? [] : [{ heading, ...told }];
  });
}
