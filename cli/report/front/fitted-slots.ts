import type { Front, Slot } from "../page/content.ts";

/** Words that a first screen may have. */
const ROOM = 150;

/**
 * Gives the slots of a front with the few words that are read at once, as far as a first screen has room for
 * them in their order; of the others the heading alone, which opens.
 */
export function fittedSlots({ slots, ...front }: Front, subtitle: string): readonly Slot[] {
  const headings = slots.map(({ heading }) => heading);
  let room = ROOM - wordCount([...wordsAround(front), ...headings, subtitle]);
  return slots.map((slot) => {
    const words = wordCount([slot.mark ?? "", slot.gist ?? slot.text]);
    if (words <= room) {
      room -= words;
      return slot;
    }
    return { ...slot, gist: "" };
  });
}

/** Lists what a first screen says beside the slots. */
const wordsAround = ({ question, answer, lines, numbers, figure }: Omit<Front, "slots">): string[] => [
  question,
  answer,
  ...lines.map(({ mark, text }) => `${mark} ${text}`),
  ...numbers.flatMap(({ value, label, note }) => [value, label, note]),
  ...(figure === null ? [] : [figure.heading, drawnText(figure.svg)]),
];

/** Leaves of a drawing the text that is seen. */
const drawnText = (svg: string): string =>
  svg.replaceAll(/<(title|desc)\b[^>]*>.*?<\/\1>/gs, " ").replaceAll(/<[^>]*>/g, " ");

const wordCount = (texts: readonly string[]): number =>
  texts.reduce((sum, text) => sum + (text.match(/\S+/g) ?? []).length, 0);
