import type { Front } from "./content.ts";
import { drawingHtml } from "./drawing-html.ts";
import { type Html, html } from "./html.ts";

/** Writes the front: what is read before anything is unfolded. */
export function frontHtml(
  { question, answer, conclusion, lines, numbers, figure, slots }: Front,
  subtitle: string,
): Html {
  return html`<header id="front">
<h1>${question}</h1>
<p class="answer">${unbroken(answer)}</p>
<div class="view">
<ul class="numbers">${numbers.map(
    ({ value, label, note }) =>
      html`<li><strong>${unbroken(value)}</strong> <span>${label}</span>${note === "" ? html`` : html` <small>${unbroken(note)}</small>`}</li>`,
  )}</ul>
${figure === null ? html`` : html`<figure id="figure-front"><h2>${figure.heading}</h2>${drawingHtml("front", figure)}</figure>`}
</div>
${conclusion === null ? html`` : html`<p>${unbroken(conclusion)}</p>`}
${lines.length === 0 ? html`` : html`<ul class="marks">${lines.map(({ mark, text }) => html`<li data-mark="${mark}">${text}</li>`)}</ul>`}
${slots.length === 0 ? html`` : html`<dl>${slots.map(({ heading, text }) => html`<dt>${heading}</dt><dd>${unbroken(text)}</dd>`)}</dl>`}
<p class="basis">${subtitle}</p>
</header>`;
}

/** Keeps a number and its % on one line. */
const unbroken = (text: string): string => text.replaceAll(" %", "\u00a0%").replaceAll("GBP ", "£");
