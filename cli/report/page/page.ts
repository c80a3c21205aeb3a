import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { never } from "../../../sim/never.ts";
import { packageFolder } from "../../scenarios/package-folder.ts";
import type { Block, FigureBlock, Report, ReportCell, Section, Sentence, TableBlock } from "./content.ts";
import { type Html, html, trustedHtml } from "./html.ts";
import { inlineSvg } from "./inline-svg.ts";

/**
 * Writes a report as one page that needs no network: style, script and figures are in it, and its own policy
 * forbids everything else.
 */
export function pageText({ title, subtitle, sections }: Report): string {
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
<style>${trustedHtml(style)}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the report</a>
<header><h1>${title}</h1><p>${subtitle}</p></header>
<nav aria-label="Contents"><ul>${sections.map(({ id, heading }) => html`<li><a href="#${id}">${heading}</a></li>`)}</ul></nav>
<main id="main" tabindex="-1">
${sections.map(sectionHtml)}
</main>
<footer><p>Made by linksim. Open a folded table before printing to have it on paper.</p><p id="said" role="status" class="heard"></p></footer>
<script>${trustedHtml(script)}</script>
</body>
</html>
`.text;
}

const assetText = (name: string): string =>
  readFileSync(join(packageFolder(), "cli", "report", "page", name), "utf8");

function sectionHtml({ id, heading, blocks }: Section): Html {
  return html`<section id="${id}" aria-labelledby="${id}-heading"><h2 id="${id}-heading">${heading}</h2>
${blocks.map(blockHtml)}
</section>
`;
}

function blockHtml(block: Block): Html {
  switch (block.kind) {
    case "paragraph":
      return html`<p>${sentenceHtml(block.text)}</p>\n`;
    case "warning":
      return html`<p class="warning"><strong>Mind:</strong> ${unbroken(block.text)}</p>\n`;
    case "heading":
      return html`<h3>${block.text}</h3>\n`;
    case "list":
      return html`<ul>${block.texts.map((text) => html`<li>${sentenceHtml(text)}</li>`)}</ul>\n`;
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

function sentenceHtml(sentence: Sentence): Html {
  if (typeof sentence === "string") return html`${unbroken(sentence)}`;
  return html`<strong>${sentence.about}:</strong> ${unbroken(sentence.text)}`;
}

/** Keeps a number and its % on one line. */
const unbroken = (text: string): string => text.replaceAll(" %", "\u00a0%").replaceAll("GBP ", "GBP\u00a0");

function figureHtml({ name, svg, title, description, tables }: FigureBlock): Html {
  return html`<figure id="figure-${name}"><div class="drawing" tabindex="0" role="group" aria-label="Figure: ${name}">${inlineSvg(svg, name, title, description)}</div></figure>
${tables.map(tableHtml)}`;
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
  const table = html`<div class="table" tabindex="0" role="region" aria-label="${caption}"><table data-name="${name}"><caption>${caption}</caption>
<thead><tr>${heads.map((head, i) => html`<th scope="col"${numberClass(isNumeric[i])}>${head}</th>`)}</tr></thead>
<tbody>${rows.map((row) => html`<tr>${row.map((cell, i) => cellHtml(cell, i, isNumeric[i]))}</tr>\n`)}</tbody></table></div>
`;
  return fold === undefined ? table : html`<details><summary>${fold}</summary>${table}</details>\n`;
}

const numberClass = (isNumber: boolean): Html => (isNumber ? html` class="number"` : html``);

function cellHtml(cell: ReportCell, column: number, isNumber: boolean): Html {
  const text = typeof cell === "string" ? cell : cell.text;
  if (column === 0) return html`<th scope="row"${sortedBy(cell)}>${text}</th>`;
  return html`<td${numberClass(isNumber)}${sortedBy(cell)}>${text}</td>`;
}

/** Keeps a number where it is written otherwise than it sorts. */
function sortedBy(cell: ReportCell): Html {
  if (typeof cell === "string" || cell.value === null || String(cell.value) === cell.text) return html``;
  return html` data-value="${Number(cell.value.toPrecision(12))}"`;
}
