import { shellWord } from "./commands.ts";
import { didYouMean, list } from "./parts.ts";

export const figuresOfResults = (folder: string, count: number): string =>
  count === 0
    ? `${folder} holds no table that a figure is made from.`
    : `${folder} can give ${count === 1 ? "this figure" : `these ${count} figures`}:`;

export const drawFigure = (folder: string, figure: string): string =>
  `Draw one with: linksim chart ${shellWord(folder)} ${figure} -o ${figure}.png`;

export const noSuchFigure = (name: string, nearest: string | undefined, known: readonly string[]): string =>
  `${name}: there is no figure of that ` +
  `name.${nearest === undefined ? ` Known here: ${list(known)}.` : didYouMean(nearest)}`;

export const figureNotInResults = (folder: string, figure: string, tables: readonly string[]): string =>
  `${folder}: these results do not hold what the figure ${figure} is made from (${list(tables)}). List ` +
  `what they can give with: linksim chart ${shellWord(folder)}`;

export const notInFigure = (
  option: string,
  found: string,
  nearest: string | undefined,
  known: readonly string[],
): string =>
  `--${option}: this figure has no ` +
  `${found}.${nearest === undefined ? ` It has: ${list(known)}.` : didYouMean(nearest)}`;
