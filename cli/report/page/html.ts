import { visible } from "../../../sim/words/visible.ts";

/**
 * Text that is HTML already. Only `html` and `trustedHtml` make it, so that whatever else is put into a page
 * is escaped.
 */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

type Part = Html | string | number | readonly Part[];

/** Writes HTML from a template: what is put in is escaped, unless it is HTML already. */
export function html(parts: TemplateStringsArray, ...values: readonly Part[]): Html {
  return new Html(parts.map((part, i) => part + (i < values.length ? written(values[i]) : "")).join(""));
}

/** Takes text as HTML that our own renderer, style or script wrote. */
export const trustedHtml = (text: string): Html => new Html(text);

function written(value: Part): string {
  if (value instanceof Html) return value.text;
  if (typeof value === "object") return value.map(written).join("");
  return escaped(String(value));
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Escapes text for HTML, in an element as in an attribute; what a reader would not see is shown. */
export function escaped(text: string): string {
  return visible(text).replace(/[&<>"']/g, (letter) => ENTITIES[letter]);
}
