import { createHash } from "node:crypto";
import type { FigureSpec, MeanInterval } from "linksim";
import { pngOf, svgOf } from "linksim/node";

/** Contents of an output of a cell, by MIME type. */
type Bundle = Readonly<Record<string, unknown>>;

/** What a cell shows where it is the cell's last value: the kernel asks it for a bundle. */
interface Shown {
  readonly [display: symbol]: () => Bundle;
}

const shown = (bundle: Bundle): Shown => ({ [Symbol.for("Jupyter.display")]: () => bundle });

/** Shows a figure: as Vega-Lite where the page draws that (JupyterLab, both versions of the type), as SVG or PNG everywhere else. */
export async function figure(spec: FigureSpec): Promise<Shown> {
  const svg = await svgOf(spec);
  const png = Buffer.from(await pngOf(svg)).toString("base64");
  return shown({
    "application/vnd.vegalite.v6+json": spec,
    "application/vnd.vegalite.v5+json": spec,
    "image/svg+xml": svgOfItsOwn(svg),
    "image/png": png,
    "text/plain": titleOf(spec),
  });
}

/** Gives the names inside an SVG a prefix of the figure's own, as all figures of a notebook share one page. */
function svgOfItsOwn(svg: string): string {
  const mark = createHash("sha256").update(svg).digest("hex").slice(0, 8);
  return svg.replace(/(id="|url\(#|href="#)(clip|gradient)(\d+)/g, `$1${mark}-$2$3`);
}

function titleOf({ title }: FigureSpec): string {
  const text = typeof title === "object" && title !== null && "text" in title ? title.text : title;
  return Array.isArray(text) ? text.join(" ") : String(text ?? "");
}

/** Shows rows as a table: a column for each key of the first row, numbers to the right. */
export function table(rows: readonly Readonly<Record<string, string | number | null>>[]): Shown {
  const names = Object.keys(rows[0] ?? {});
  const cell = (value: string | number | null): string =>
    `<td style="text-align: ${typeof value === "number" || /^[-+\d]/.test(value ?? "") ? "right" : "left"}">${escaped(String(value ?? ""))}</td>`;
  const head = `<tr>${names.map((name) => `<th style="text-align: left">${escaped(name)}</th>`).join("")}</tr>`;
  const body = rows.map((row) => `<tr>${names.map((name) => cell(row[name] ?? null)).join("")}</tr>`);
  const plain = [names, ...rows.map((row) => names.map((name) => String(row[name] ?? "")))];
  return shown({
    "text/html": `<table>\n${[head, ...body].join("\n")}\n</table>`,
    "text/plain": plain.map((line) => line.join(" | ")).join("\n"),
  });
}

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** Shows text in Markdown with the numbers put into it: what a notebook says is what it has just computed. */
export function text(parts: TemplateStringsArray, ...values: readonly (string | number)[]): Shown {
  const whole = String.raw({ raw: parts }, ...values).trim();
  return shown({ "text/markdown": whole, "text/plain": whole });
}

/** Writes a number with so many decimals and thousands set off. */
export function round(value: number, decimals = 0): string {
  const [whole, fraction] = Math.abs(value).toFixed(decimals).split(".");
  const grouped = (whole ?? "").replace(/\B(?=(\d{3})+$)/g, ",");
  const isZero = Number(value.toFixed(decimals)) === 0;
  return `${value < 0 && !isZero ? "-" : ""}${grouped}${fraction === undefined ? "" : `.${fraction}`}`;
}

/** Writes a share of 1 in percent. */
export const percent = (share: number, decimals = 0): string => `${round(100 * share, decimals)} %`;

/** Writes a mean and its 95 % interval, as in 3.1 ±0.2; `scale` turns it into the reader's unit, such as 100 for percent. */
export function estimate(
  { mean, ciLow, ciHigh }: Pick<MeanInterval, "mean" | "ciLow" | "ciHigh">,
  decimals = 0,
  scale = 1,
): string {
  if (mean === null) return "not measured";
  const half = ciLow === null || ciHigh === null ? "" : ` ±${round((scale * (ciHigh - ciLow)) / 2, decimals)}`;
  return `${round(scale * mean, decimals)}${half}`;
}
