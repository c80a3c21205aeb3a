import type { Front, Slot } from "./content.ts";
import { drawingHtml } from "./drawing-html.ts";
import { type Html, html } from "./html.ts";

/** Writes the front: what is read before anything is unfolded. */
export function frontHtml(front: Front, subtitle: string): Html {
  const { question, answer, lines, numbers, figure, slots } = front;
  return html`<header id="front">
<h1>${question}</h1>
<p class="answer">${unbroken(answer)}</p>
<div class="view ${viewOf(front)}">
${
  numbers.length === 0
    ? html``
    : html`<ul class="numbers">${numbers.map(
        ({ value, label, note }) =>
          html`<li><strong>${unbroken(value)}</strong> <span>${label}</span>${note === "" ? html`` : html` <small>${unbroken(note)}</small>`}</li>`,
      )}</ul>`
}
${figure === null ? html`` : html`<figure id="figure-front"><h2>${figure.heading}</h2>${drawingHtml("front", figure)}</figure>`}
</div>
${slots.length === 0 ? html`` : html`<div class="slots">${slots.map(slotHtml)}</div>`}
${lines.length === 0 ? html`` : html`<ul class="marks">${lines.map(({ mark, text }) => html`<li data-mark="${mark}">${text}</li>`)}</ul>`}
<p class="basis">${subtitle}</p>
</header>`;
}

/** Writes a slot as a line, which opens where there is more to say. */
function slotHtml({ heading, mark, gist, text }: Slot): Html {
  const marked = (words: string): Html =>
    mark === undefined ? html`${unbroken(words)}` : html`<span data-mark="${mark}">${unbroken(words)}</span>`;
  if (gist === undefined) return html`<p><strong>${heading}:</strong> ${marked(text)}</p>\n`;
  const head = gist === "" ? heading : `${heading}:`;
  const atOnce = html`<strong>${head}</strong> ${marked(gist)}`;
  return html`<details class="slot"><summary>${atOnce}</summary><p>${unbroken(text)}</p></details>\n`;
}

/**
 * Says how numbers and figure share a screen: beside each other, or the numbers in a row over a figure that
 * is wide; a figure without numbers has all of it.
 */
function viewOf({ numbers, figure }: Front): string {
  if (figure === null || numbers.length === 0) return "whole";
  const [, width, height] = /<svg[^>]* width="([0-9.]+)" height="([0-9.]+)"/.exec(figure.svg) ?? [];
  return Number(width) > WIDE * Number(height) ? "rows" : "sides";
}

/** Times its height that a figure is wide whose numbers stand over it. */
const WIDE = 2.5;

/** Keeps a number and its % on one line. */
const unbroken = (text: string): string => text.replaceAll(" %", "\u00a0%").replaceAll("GBP ", "£");
