import type { CST } from "yaml";
import { Composer, type Document, Lexer, LineCounter, Parser } from "yaml";

/**
 * Bounds the open collections while the text is split; the library composes by recursion, which deeper text
 * would overflow.
 */
const MAX_OPEN = 60;

/** Holds a parsed document and its lines; or where its nesting went too deep. */
export type ParsedYaml =
  | { readonly document: Document; readonly lines: LineCounter; readonly secondAt: number | undefined }
  | { readonly lines: LineCounter; readonly tooDeepAt: number };

/**
 * Parses YAML 1.2 as `parseDocument` does, but stops at deep nesting before anything recurses, and leaves
 * repeated keys to the reader (its own search is quadratic).
 */
export function parseYaml(text: string): ParsedYaml {
  const lines = new LineCounter();
  const parser = new Parser(lines.addNewLine);
  const tokens: CST.Token[] = [];
  lines.addNewLine(0);
  for (const lexeme of new Lexer().lex(text)) {
    for (const token of parser.next(lexeme)) tokens.push(token);
    if (parser.stack.length > MAX_OPEN) return { lines, tooDeepAt: parser.offset };
  }
  for (const token of parser.end()) tokens.push(token);
  const composer = new Composer({ version: "1.2", uniqueKeys: false });
  const [document, second] = [...composer.compose(tokens, true, text.length)];
  return { document, lines, secondAt: second?.range[0] };
}
