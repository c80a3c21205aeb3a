import { wrap } from "../../words/lines.ts";
import type { FigureSpec, View } from "../figure.ts";
import { THEME } from "../theme.ts";

/** What is said of a figure around its panels. */
export interface Texts {
  /** The finding, computed from the rows. */
  readonly title: string;
  /** What is shown. */
  readonly shows: string;
  /** What it rests on: replications, seed, intervals. */
  readonly basis: string;
  /** The numbers in words, for those who hear the figure. */
  readonly read: string;
}

const SCHEMA = "https://vega.github.io/schema/vega-lite/v6.json";
/** About the width of a letter of the title, and of the subtitle, in pixels. */
const TITLE_LETTER = 10;
const SUBTITLE_LETTER = 6.6;

/** Stacks panels under a title that states the finding, in the house's theme. */
export function wholeFigure(
  { title, shows, basis, read }: Texts,
  panels: readonly View[],
  width: number,
  spacing = 26,
): FigureSpec {
  return {
    $schema: SCHEMA,
    description: `${title} ${shows} ${basis} ${read}`.trim(),
    title: {
      text: wrap(title, Math.floor(width / TITLE_LETTER)),
      subtitle: [shows, basis].flatMap((text) => wrap(text, Math.floor(width / SUBTITLE_LETTER))),
    },
    config: THEME,
    spacing,
    // Panels colour different things: scenarios, endings.
    resolve: { scale: { color: "independent", shape: "independent", strokeDash: "independent" } },
    vconcat: [...panels],
  };
}
