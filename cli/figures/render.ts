import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { LoggerInterface } from "vega";
import type { FigureSpec } from "../../sim/figures/figure.ts";
import { visible } from "../../sim/words/visible.ts";

/** Dots a pixel of a PNG: sharp on paper and on a fine screen. */
const SCALE = 2;

/**
 * Draws a figure as SVG, without a browser; the same figure gives the same bytes on every machine. What vega
 * doubts about a figure is a fault of ours, which tests hear of.
 */
export async function svgOf(
  figure: FigureSpec,
  onDoubt: (doubt: string) => void = () => {},
): Promise<string> {
  const [vega, { compile }] = await Promise.all([import("vega"), import("vega-lite")]);
  // Vega would ask a canvas, where one is installed, for the machine's own fonts.
  const inside = vega as unknown as VegaInside;
  inside.textMetrics.width = textWidth;
  const view = new vega.View(vega.parse(compile(figure, { logger: doubtsTo(onDoubt) }).spec), {
    renderer: "none",
  });
  try {
    await view.runAsync();
    inside.resetSVGDefIds();
    return `${visible(await view.toSVG())}\n`;
  } finally {
    view.finalize();
  }
}

/** Makes a logger of vega's that hands over its warnings and keeps the rest to itself. */
function doubtsTo(onDoubt: (doubt: string) => void): LoggerInterface {
  const silent = (): LoggerInterface => logger;
  const logger: LoggerInterface = {
    level: (() => logger) as LoggerInterface["level"],
    error: silent,
    warn: (...doubts) => {
      onDoubt(doubts.join(" "));
      return logger;
    },
    info: silent,
    debug: silent,
  };
  return logger;
}

/** What vega exports without declaring it. */
interface VegaInside {
  /** Numbers gradients and clippings from 0 again; otherwise a second drawing has other ids. */
  readonly resetSVGDefIds: () => void;
  /** Says how wide vega takes a text to be. */
  readonly textMetrics: { width: (text: TextMark, line: string) => number };
}

interface TextMark {
  readonly fontSize?: number;
  readonly fontWeight?: string | number;
}

/** About the width of a letter of DejaVu Sans, of its size. */
const LETTER = 0.59;
const BOLD_LETTER = 0.67;

function textWidth({ fontSize = 11, fontWeight }: TextMark, line: string): number {
  return Math.ceil(String(line ?? "").length * fontSize * (fontWeight === "bold" ? BOLD_LETTER : LETTER));
}

/** Draws an SVG as PNG with the fonts that come with linksim. */
export async function pngOf(svg: string): Promise<Uint8Array> {
  const { Resvg } = await import("@resvg/resvg-js");
  const picture = new Resvg(svg, {
    fitTo: { mode: "zoom", value: SCALE },
    background: "#ffffff",
    font: { loadSystemFonts: false, fontFiles: fontFiles(), defaultFontFamily: "DejaVu Sans" },
  });
  return picture.render().asPng();
}

/** Writes a figure as Vega-Lite JSON. */
export function jsonOf(figure: FigureSpec): string {
  return `${visible(JSON.stringify(figure, null, 1))}\n`;
}

function fontFiles(): string[] {
  const folder = dirname(createRequire(import.meta.url).resolve("dejavu-fonts-ttf/package.json"));
  return ["DejaVuSans.ttf", "DejaVuSans-Bold.ttf"].map((name) => join(folder, "ttf", name));
}
