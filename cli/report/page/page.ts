import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { never } from "../../../sim/never.ts";
import { packageFolder } from "../../scenarios/package-folder.ts";
import type { Block, FigureBlock, Report, ReportCell, Section, Sentence, TableBlock } from "./content.ts";
import { drawingHtml } from "./drawing-html.ts";
import { frontHtml } from "./front-html.ts";
import { type Gloss, glossaryHtml, glossed, glosses } from "./glosses.ts";
import { type Html, html, trustedHtml } from "./html.ts";

/**
 * Writes a report as one page that needs no network: style, script and figures are in it, and its own policy
 * forbids everything else.
 */
export function pageText({ title, subtitle, front, sections }: Report): string {
  const known = glosses();
  const parts = sections.map((section) => sectionHtml(section, known));
  const words = glossaryHtml(html`${parts}`.text, known);
  const [style, script] = ["page.css", "page.js"].map(assetText);
  const digest = createHash("sha256").update(script).digest("base64");
  const policy =
    `default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${digest}'; base-uri 'none'; ` +
    "form-action 'none'";
  return html`<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${trustedHtml(style)}${trustedHtml(columnStyle(sections))}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the report</a>
<main id="main" tabindex="-1">
${frontHtml(front, subtitle)}
${parts}
<section id="words" aria-labelledby="words-heading"><details class="part"><summary><h2 id="words-heading">Words</h2></summary>
${words}</details></section>
</main>
<footer><p>Made by linksim. All parts are printed, but for tables that are folded away: open one to have it on paper.</p><p id="said" role="status" class="heard"></p></footer>
<script>${trustedHtml(script)}</script>
</body>
</html>
`.text;
}

const assetText = (name: string): string =>
  readFileSync(join(packageFolder(), "cli", "report", "page", name), "utf8");

function sectionHtml({ id, heading, blocks }: Section, known: readonly Gloss[]): Html {
  return html`<section id="${id}" aria-labelledby="${id}-heading"><details class="part"><summary><h2 id="${id}-heading">${heading}</h2></summary>
${blocks.map((block) => blockHtml(block, known))}
</details></section>
`;
}

function blockHtml(block: Block, known: readonly Gloss[]): Html {
  switch (block.kind) {
    case "paragraph":
      return html`<p>${sentenceHtml(block.text, known)}</p>\n`;
    case "warning":
      return html`<p class="warning"><strong>Mind:</strong> ${unbroken(block.text)}</p>\n`;
    case "heading":
      return html`<h3>${block.text}</h3>\n`;
    case "list":
      return html`<ul>${block.texts.map((text) => html`<li>${sentenceHtml(text, known)}</li>`)}</ul>\n`;
    case "command":
      return html`<pre tabindex="0"><code>${block.text}</code></pre>\n`;
    case "table":
      return tableHtml(block);
    case "figure":
      return figureHtml(block);
    default:
      return never(block);
  }
}

function sentenceHtml(sentence: Sentence, known: readonly Gloss[]): Html {
  if (typeof sentence === "string") return glossed(unbroken(sentence), known);
  return html`<strong>${sentence.about}:</strong> ${glossed(unbroken(sentence.text), known)}`;
}

/** Keeps a number and its % on one line. */
const unbroken = (text: string): string => text.replaceAll(" %", "\u00a0%").replaceAll("GBP ", "GBP\u00a0");

function figureHtml(figure: FigureBlock): Html {
  const { name, heading, title, caption, isOpen, tables } = figure;
  return html`<details class="figure"${isOpen ? html` open` : html``}><summary><h3>${heading}</h3></summary>
<figure id="figure-${name}"><p>${unbroken(title)}</p>${drawingHtml(name, figure)}<figcaption>${unbroken(caption)}</figcaption></figure>
${tables.map(tableHtml)}</details>
`;
}

/**
 * Writes a table; columns of numbers are set to the right. Without the script it is whole, only not
 * sortable.
 */
function tableHtml({ name, caption, heads, rows, fold }: TableBlock): Html {
  const isNumeric = heads.map(
    (_, i) =>
      rows.some((row) => typeof row[i] === "object") && rows.every((row) => typeof row[i] === "object"),
  );
  // Said once of a column: said of each cell it would be a third of a long table.
  const numeric = isNumeric.flatMap((isNumber, i) => (isNumber ? [columnClass(i)] : [])).join(" ");
  const table = html`<div class="table" tabindex="0" role="region" aria-label="${caption}"><table data-name="${name}"${numeric === "" ? html`` : html` class="${numeric}"`}><caption>${caption}</caption>
<thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
<tbody>${rows.map((row) => html`<tr>${row.map(cellHtml)}</tr>\n`)}</tbody></table></div>
`;
  return fold === undefined ? table : html`<details><summary>${fold}</summary>${table}</details>\n`;
}

const columnClass = (column: number): string => `n${column + 1}`;

/** Sets columns of numbers to the right, as many as the widest table has. */
function columnStyle(sections: readonly Section[]): string {
  const tables = sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => {
      if (block.kind === "figure") return block.tables;
      return block.kind === "table" ? [block] : [];
    }),
  );
  const widest = Math.max(0, ...tables.map(({ heads }) => heads.length));
  return Array.from({ length: widest }, (_, i) => {
    const [table, place] = [`.${columnClass(i)}`, `nth-child(${i + 1})`];
    return `${table} tr>:${place}{text-align:right}${table} td:${place}{white-space:nowrap}`;
  }).join("\n");
}

function cellHtml(cell: ReportCell, column: number): Html {
  const text = typeof cell === "string" ? cell : cell.text;
  if (column === 0) return html`<th scope="row"${sortedBy(cell)}>${text}</th>`;
  return html`<td${sortedBy(cell)}>${text}</td>`;
}

/** Keeps a number where it is written otherwise than it sorts. */
function sortedBy(cell: ReportCell): Html {
  if (typeof cell === "string" || cell.value === null || String(cell.value) === cell.text) return html``;
  return html` data-value="${Number(cell.value.toPrecision(12))}"`;
}
