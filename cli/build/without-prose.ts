import ts from "typescript";

/**
 * Fields that hold words for readers or say how a number is to be read, wherever they stand in an object of
 * `sim/`. Nothing that makes a number may read them: a test runs the model without them and expects the same
 * numbers.
 */
export const PROSE_FIELDS: ReadonlySet<string> = new Set([
  "better",
  "expected",
  "hint",
  "isHeadline",
  "meaning",
  "observable",
  "words",
]);

/**
 * Returns a module as JavaScript without types, comments, the values of prose fields, and what errors say.
 */
export function withoutProse(source: string): string {
  const { outputText } = ts.transpileModule(source, {
    compilerOptions: {
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.ESNext,
      verbatimModuleSyntax: true,
      removeComments: true,
    },
    transformers: { before: [stripProse] },
  });
  return outputText;
}

const stripProse: ts.TransformerFactory<ts.SourceFile> = (context) => {
  const { factory } = context;
  const empty = (): ts.StringLiteral => factory.createStringLiteral("");

  const visit = (node: ts.Node): ts.Node => {
    if (ts.isObjectLiteralElementLike(node) && node.name !== undefined && isProse(node.name))
      return factory.createPropertyAssignment(node.name, empty());
    if (ts.isThrowStatement(node)) return ts.visitEachChild(node, unsaid, context);
    return ts.visitEachChild(node, visit, context);
  };
  const unsaid = (node: ts.Node): ts.Node =>
    ts.isStringLiteral(node) || ts.isTemplateLiteral(node)
      ? empty()
      : ts.visitEachChild(node, unsaid, context);

  return (file) => ts.visitEachChild(file, visit, context);
};

function isProse(name: ts.PropertyName): boolean {
  return (ts.isIdentifier(name) || ts.isStringLiteral(name)) && PROSE_FIELDS.has(name.text);
}
