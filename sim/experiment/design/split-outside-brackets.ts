/** Splits a text at a separator, but not within brackets, braces or double quotes; the parts are trimmed. */
export function splitOutsideBrackets(text: string, separator: string): readonly string[] {
  const parts: string[] = [];
  let part = "";
  let depth = 0;
  let isQuoted = false;
  for (const letter of text) {
    if (letter === '"') isQuoted = !isQuoted;
    else if (!isQuoted && (letter === "[" || letter === "{")) depth++;
    else if (!isQuoted && (letter === "]" || letter === "}")) depth--;
    if (letter === separator && depth === 0 && !isQuoted) {
      parts.push(part.trim());
      part = "";
    } else part += letter;
  }
  return [...parts, part.trim()];
}
