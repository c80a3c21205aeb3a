import type { FigureSpec } from "../../sim/figures/figure.ts";
import { narrowed } from "../../sim/figures/narrow.ts";
import { svgOf } from "./render.ts";

/** Pixels that a phone's column has, and those that a panel takes at first and at least. */
const COLUMN = 366;
const PANEL = { most: 330, least: 90 } as const;

/** Draws a figure, without its title, for the column of a phone: as wide as its names leave room. */
export async function narrowSvg(figure: FigureSpec): Promise<string> {
  const svg = await svgOf(narrowed(figure, PANEL.most));
  const over = widthOf(svg) - COLUMN;
  return over <= 0 ? svg : svgOf(narrowed(figure, Math.max(PANEL.least, PANEL.most - over)));
}

const widthOf = (svg: string): number => Number(/<svg[^>]* width="([0-9.]+)"/.exec(svg)?.[1] ?? 0);
