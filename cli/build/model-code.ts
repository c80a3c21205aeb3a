import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { dirname, join, resolve, sep } from "node:path";
import { context, type Plugin } from "esbuild";
import { withoutProse } from "./without-prose.ts";

/**
 * What makes a replication's numbers. What it uses, of our files and of packages, is the model; nothing else
 * is.
 */
const ENTRY = `export { createSimulator } from "./sim/experiment/simulator.ts";`;

/**
 * An import or a re-export as the TypeScript printer writes it, with the file or the package that it names.
 */
const IMPORT = /^(?:import|export) .*?"([^"]+)";$/;

/** Gives the code of the model as often as it is asked, each time from the files as they are then. */
export interface ModelCode {
  /**
   * Returns the code as one JavaScript module: without types, comments, prose, paths and what variables are
   * called. Modules stand in an order that follows from their content, so that a file may be called
   * anything.
   */
  text(): Promise<string>;
  /** Returns the digest of the text. */
  digest(): Promise<string>;
  close(): Promise<void>;
}

/** Opens the code of the model in a checkout. */
export async function openModelCode(root: string): Promise<ModelCode> {
  const bundle = await context({
    stdin: { contents: ENTRY, resolveDir: root, loader: "ts" },
    bundle: true,
    write: false,
    minify: true,
    legalComments: "none",
    charset: "utf8",
    format: "esm",
    platform: "browser",
    target: "es2022",
    tsconfigRaw: {},
    logLevel: "error",
    plugins: [ourModules(root)],
  });
  const text = async (): Promise<string> => (await bundle.rebuild()).outputFiles[0].text;
  return {
    text,
    digest: async () =>
      createHash("sha256")
        .update(await text())
        .digest("hex")
        .slice(0, 12),
    close: () => bundle.dispose(),
  };
}

function ourModules(root: string): Plugin {
  const modules = new Modules();
  const core = join(resolve(root), "sim") + sep;
  return {
    name: "our modules",
    setup({ onLoad }) {
      onLoad({ filter: /\.ts$/ }, ({ path }) =>
        path.startsWith(core) ? { contents: modules.inOrder(path), loader: "js" } : undefined,
      );
    },
  };
}

class Modules {
  /** The lines of each source met so far, without prose. */
  private readonly lines = new Map<string, readonly string[]>();

  /** Returns a module with its imports in the order of what the imported modules say. */
  inOrder(path: string): string {
    const imports: { readonly line: string; readonly key: string }[] = [];
    const rest: string[] = [];
    for (const line of this.linesOf(path)) {
      const name = IMPORT.exec(line)?.[1];
      if (name === undefined) rest.push(line);
      else imports.push({ line, key: name.startsWith(".") ? this.saidBy(join(dirname(path), name)) : name });
    }
    imports.sort((a, b) => (a.key < b.key ? -1 : Number(a.key > b.key)));
    return [...imports.map(({ line }) => line), ...rest].join("\n");
  }

  private saidBy(path: string): string {
    return this.linesOf(path)
      .filter((line) => !IMPORT.test(line))
      .join("\n");
  }

  private linesOf(path: string): readonly string[] {
    const source = readFileSync(path, "utf8");
    let lines = this.lines.get(source);
    if (lines === undefined) {
      lines = withoutProse(source).split("\n");
      this.lines.set(source, lines);
    }
    return lines;
  }
}
