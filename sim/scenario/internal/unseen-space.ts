/**
 * Names a space that looks like another or like nothing, as copied text holds it; undefined if there is none.
 */
export function unseenSpace(text: string): string | undefined {
  const found = /[\u00a0\u1680\u2000-\u200b\u202f\u205f\u2060\u3000\ufeff]/.exec(text)?.[0];
  if (found === undefined) return undefined;
  const code = found.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
  const name = found === "\u00a0" || found === "\u202f" ? "a non-breaking space" : "a space that is not seen";
  return `${name} (U+${code})`;
}
