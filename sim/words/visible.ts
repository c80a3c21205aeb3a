/**
 * Finds what a terminal obeys or a reader does not see: control characters (C0, DEL, C1), marks that turn
 * the direction of text round, separators of lines and paragraphs, and tags. A line feed and a tab are
 * layout.
 */
const UNSEEN =
  /(?![\n\t])[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\u{e0000}-\u{e007f}]/gu;

/** Names a character as JSON writes it, such as \u001b. */
const escaped = (character: string): string =>
  Array.from({ length: character.length }, (_, i) => character.charCodeAt(i).toString(16).padStart(4, "0"))
    .map((unit) => `\\u${unit}`)
    .join("");

/**
 * Shows escaped, as JSON would write it, what a terminal or a page must not get raw; line feeds and tabs
 * stay. JSON text stays the same JSON.
 */
export const visible = (text: string): string => text.replace(UNSEEN, escaped);

/** Shows a name, which may come from anybody, on one line: line feeds and tabs are escaped too. */
export const visibleName = (name: string): string => visible(name).replace(/[\n\t]/g, escaped);

/** Returns the first character of a text that is not shown as it is, escaped; undefined if all are. */
export function firstUnseen(text: string): string | undefined {
  const at = text.search(UNSEEN);
  return at < 0 ? undefined : escaped(String.fromCodePoint(text.codePointAt(at) ?? 0));
}
