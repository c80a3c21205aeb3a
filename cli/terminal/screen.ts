import { MARKS } from "../../sim/words/marks.ts";
import { visible } from "../../sim/words/visible.ts";

/** Columns where nobody watches, and those between which a terminal's own are taken. */
const WIDTH = { piped: 100, least: 60, most: 120 } as const;

/** Gives the columns that a screen may take: those of the terminal, within reason. */
export function screenWidth({ isTTY, columns }: Pick<NodeJS.WriteStream, "isTTY" | "columns">): number {
  return isTTY ? Math.min(WIDTH.most, Math.max(WIDTH.least, columns)) : WIDTH.piped;
}

const GREEN = 32;
const RED = 31;
const YELLOW = 33;
const COLOURS: readonly (readonly [mark: string, colour: number])[] = [
  [MARKS.good, GREEN],
  [MARKS.bad, RED],
  [MARKS.watch, YELLOW],
  [MARKS.open, YELLOW],
];

/**
 * Writes a result on stdout, with the marks at the heads of its lines in colour on a terminal that has
 * colours and does not ask for none (NO_COLOR).
 */
export function printScreen(text: string): void {
  const { stdout } = process;
  stdout.write(stdout.isTTY && stdout.hasColors() ? coloured(visible(text)) : visible(text));
}

/** Colours the marks at the heads of lines. */
export function coloured(text: string): string {
  return text.replace(/^[^\s](?= )/gmu, (mark) => {
    const colour = COLOURS.find(([known]) => known === mark)?.[1];
    return colour === undefined ? mark : `\u001b[${colour}m${mark}\u001b[0m`;
  });
}
