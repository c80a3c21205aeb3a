import type { FigureSpec, MeanInterval } from "linksim";
import { pngOf, svgOf } from "linksim/node";

/** Contents of an output of a cell, by MIME type. */
type Bundle = Readonly<Record<string, unknown>>;

/** What the kernel offers to its cells. */
declare const Deno: {
  readonly jupyter: {
    readonly broadcast: (
      message: "display_data",
      content: { readonly data: Bundle; readonly metadata: Bundle; readonly transient: Bundle },
    ) => Promise<void>;
  };
};

/**
 * Time in which what was shown gets to the page before the word that the cell is done; Jupyter lets go of
 * what comes later, which without it one output in a hundred did.
 */
const HEAD_START_MS = 50;

/**
 * Shows a bundle below the cell. It is sent at once, not returned: of the values of cells, the kernel sends
 * one in ten too late.
 */
async function show(data: Bundle, metadata: Bundle = {}): Promise<void> {
  await Deno.jupyter.broadcast("display_data", { data, metadata, transient: {} });
  await new Promise((resolve) => setTimeout(resolve, HEAD_START_MS));
}

/**
 * Shows a figure: as Vega-Lite where the page draws that (JupyterLab, both versions of the type), as PNG
 * everywhere else. There is no SVG in it, as pages that keep notebooks, and nbconvert, take it before the
 * PNG and then strip its shapes for safety.
 */
export async function figure(spec: FigureSpec): Promise<void> {
  const svg = await svgOf(spec);
  const png = Buffer.from(await pngOf(svg)).toString("base64");
  await show(
    {
      "application/vnd.vegalite.v6+json": spec,
      "application/vnd.vegalite.v5+json": spec,
      "image/png": png,
      "text/plain": titleOf(spec),
    },
    { "image/png": { width: widthOf(svg) } },
  );
}

/** Reads how wide an SVG is; its PNG has more dots, for sharpness. */
const widthOf = (svg: string): number => Math.round(Number(/ width="([\d.]+)"/.exec(svg)?.[1]));

function titleOf({ title }: FigureSpec): string {
  const text = typeof title === "object" && title !== null && "text" in title ? title.text : title;
  return Array.isArray(text) ? text.join(" ") : String(text ?? "");
}

type Cell = string | number | null;

/** Finds a cell that is a number, with its unit or interval. */
const NUMBER = /^[-+]?[\d,.]+( (%|weeks|±[\d,.]+))?$/;

/** Shows rows as a table: a column for each key of the first row, those of numbers to the right. */
export async function table(rows: readonly Readonly<Record<string, Cell>>[]): Promise<void> {
  const names = Object.keys(rows[0] ?? {});
  const sides = names.map((name) =>
    rows.every((row) => NUMBER.test(String(row[name] ?? "0"))) ? "right" : "left",
  );
  const line = (tag: "th" | "td", cells: readonly Cell[]): string =>
    `<tr>${cells.map((cell, i) => `<${tag} style="text-align: ${sides[i]}">${escaped(String(cell ?? ""))}</${tag}>`).join("")}</tr>`;
  const lines = rows.map((row) => names.map((name) => row[name] ?? null));
  const html = [line("th", names), ...lines.map((cells) => line("td", cells))];
  await show({
    "text/html": `<table>\n${html.join("\n")}\n</table>`,
    "text/plain": [names, ...lines].map((cells) => cells.map((cell) => cell ?? "").join(" | ")).join("\n"),
  });
}

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/**
 * Shows text in Markdown with the numbers put into it: what a notebook says is what it has just computed.
 */
export function text(parts: TemplateStringsArray, ...values: readonly (string | number)[]): Promise<void> {
  const whole = String.raw({ raw: parts }, ...values).trim();
  return show({ "text/markdown": whole, "text/plain": whole });
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

/**
 * Writes a mean and its 95 % interval, as in 3.1 ±0.2; `scale` turns it into the reader's unit, such as 100
 * for percent.
 */
export function estimate(
  { mean, ciLow, ciHigh }: Pick<MeanInterval, "mean" | "ciLow" | "ciHigh">,
  decimals = 0,
  scale = 1,
): string {
  if (mean === null) return "not measured";
  const half =
    ciLow === null || ciHigh === null ? "" : ` ±${round((scale * (ciHigh - ciLow)) / 2, decimals)}`;
  return `${round(scale * mean, decimals)}${half}`;
}
