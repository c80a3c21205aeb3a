import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import ts from "typescript";
import { readNotebook } from "../../notebooks/machinery/notebook.ts";

/**
 * Checks the types of notebooks, the cells of each as one module beside it, and says what is wrong; others
 * are modules of their own, by name.
 */
export function faultsOfCells(
  names: readonly string[],
  others: Readonly<Record<string, string>>,
): readonly string[] {
  const modules = new Map(names.map((name) => [resolve(`notebooks/${name}.ts`), codeOf(name)]));
  for (const [name, code] of Object.entries(others)) modules.set(resolve(`notebooks/${name}.ts`), code);
  const options: ts.CompilerOptions = {
    target: ts.ScriptTarget.ES2022,
    lib: ["lib.es2023.d.ts"],
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    // A cell may be the first that uses what another has imported; top-level names of a cell may be unused.
    allowImportingTsExtensions: true,
    noEmit: true,
    strict: true,
    skipLibCheck: true,
    types: ["node"],
    paths: { linksim: ["./dist/sim/index.d.ts"], "linksim/node": ["./dist/cli/library.d.ts"] },
  };
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile, getSourceFile } = host;
  host.fileExists = (path) => modules.has(resolve(path)) || fileExists(path);
  host.readFile = (path) => modules.get(resolve(path)) ?? readFile(path);
  host.getSourceFile = (path, languageVersion, ...rest) => {
    const text = modules.get(resolve(path));
    return text === undefined
      ? getSourceFile(path, languageVersion, ...rest)
      : ts.createSourceFile(path, text, languageVersion);
  };
  const program = ts.createProgram([...modules.keys()], options, host);
  return ts.getPreEmitDiagnostics(program).map(({ file, start, messageText }) => {
    const text = ts.flattenDiagnosticMessageText(messageText, " ");
    const line = file === undefined ? "" : file.getLineAndCharacterOfPosition(start ?? 0).line + 1;
    return `${file?.fileName ?? ""}:${line} ${text}`;
  });
}

function codeOf(name: string): string {
  const { cells } = readNotebook(readFileSync(`notebooks/${name}`, "utf8"));
  const code = cells.filter(({ cell_type }) => cell_type === "code").map(({ source }) => source);
  return [...code, "export {};"].join("\n;\n");
}
