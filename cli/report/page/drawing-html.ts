import type { FigureBlock } from "./content.ts";
import { type Html, html } from "./html.ts";
import { inlineSvg } from "./inline-svg.ts";

/** Writes a drawing twice, for a screen or paper and for a phone: the page's style shows one of them. */
export function drawingHtml(
  name: string,
  { svg, narrow, title, description }: Pick<FigureBlock, "svg" | "narrow" | "title" | "description">,
): Html {
  return html`<div class="drawing wide">${inlineSvg(svg, name, title, description)}</div><div class="drawing narrow">${inlineSvg(narrow, `${name}-narrow`, title, description)}</div>`;
}
