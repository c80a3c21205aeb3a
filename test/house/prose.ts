import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";

/** A text that a person may read: where it stands, and what kind of text it is. */
export interface Prose {
  readonly file: string;
  readonly line: number;
  readonly kind: "text" | "comment";
  /** The text; what is put into it when the program runs is an ellipsis. */
  readonly text: string;
}

const FOLDERS = ["sim", "cli"];
/** Two words with a space between them: what has less is a name. */
const SENTENCE = /\p{L}[\p{L}'’]*[,:]? +\S*\p{L}/u;

/** Reads every sentence of the program's sources, in order of file and line: its texts, and its comments. */
export function proseOf(root: string): Prose[] {
  return FOLDERS.flatMap((folder) => filesIn(root, folder, ".ts")).flatMap((file) => proseIn(root, file));
}

/** Reads every line of the scenarios that come with the program, their comments with them. */
export function linesOfScenarios(root: string): Prose[] {
  return filesIn(root, "scenarios", ".yaml").flatMap((file) =>
    readFileSync(join(root, file), "utf8")
      .split("\n")
      .map((text, i) => ({ file, line: i + 1, kind: "text" as const, text }))
      .filter(({ text }) => SENTENCE.test(text)),
  );
}

function filesIn(root: string, folder: string, ending: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) return filesIn(root, path, ending);
      return path.endsWith(ending) ? [path] : [];
    });
}

function proseIn(root: string, file: string): Prose[] {
  const source = ts.createSourceFile(
    file,
    readFileSync(join(root, file), "utf8"),
    ts.ScriptTarget.Latest,
    true,
  );
  const found: Prose[] = [];
  const lineOf = (position: number): number => source.getLineAndCharacterOfPosition(position).line + 1;
  const add = (node: ts.Node, text: string): void => {
    if (SENTENCE.test(text)) found.push({ file, line: lineOf(node.getStart()), kind: "text", text });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return;
    const text = textOf(node);
    if (text === undefined) ts.forEachChild(node, visit);
    else {
      add(node, text);
      insertedIn(node).forEach(visit);
    }
  };
  visit(source);
  for (const { start, text } of commentsOf(source))
    if (SENTENCE.test(text)) found.push({ file, line: lineOf(start), kind: "comment", text });
  return found.sort((a, b) => a.line - b.line);
}

/** Gives the text of a literal, a template or a sum of them; undefined for anything else. */
function textOf(node: ts.Node): string | undefined {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isTemplateExpression(node))
    return [node.head.text, ...node.templateSpans.map(({ literal }) => `…${literal.text}`)].join("");
  if (!ts.isBinaryExpression(node) || node.operatorToken.kind !== ts.SyntaxKind.PlusToken) return undefined;
  const [left, right] = [textOf(node.left), textOf(node.right)];
  return left === undefined || right === undefined ? undefined : left + right;
}

/** Gives what is put into a text: the expressions of its templates. */
function insertedIn(node: ts.Node): ts.Node[] {
  if (ts.isTemplateExpression(node)) return node.templateSpans.map(({ expression }) => expression);
  return ts.isBinaryExpression(node) ? [node.left, node.right].flatMap(insertedIn) : [];
}

/** Finds the comments of a source, without their marks and line breaks. */
function commentsOf(source: ts.SourceFile): { readonly start: number; readonly text: string }[] {
  const text = source.getFullText();
  const starts = new Map<number, string>();
  const visit = (node: ts.Node): void => {
    for (const ranges of [
      ts.getLeadingCommentRanges(text, node.getFullStart()),
      ts.getTrailingCommentRanges(text, node.getEnd()),
    ])
      for (const { pos, end } of ranges ?? []) starts.set(pos, text.slice(pos, end));
    for (const child of node.getChildren(source)) visit(child);
  };
  visit(source);
  return [...starts].map(([start, comment]) => ({ start, text: bare(comment) }));
}

const bare = (comment: string): string =>
  comment
    .replace(/^\/\*\*?|\*\/$|^\/\//g, "")
    .replace(/\n\s*\* ?/g, " ")
    .trim();
