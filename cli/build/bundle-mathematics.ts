import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { build } from "esbuild";
import { licencesOf } from "./licences.ts";

/** An import of a package of @stdlib, as the compiler writes it. */
const IMPORT = /(?<=^import .* from ")@stdlib\/([\w-]+)(?=";$)/gm;

/**
 * Puts the functions of @stdlib that the compiled library calls beside it, a file each, with their licences:
 * they are spread over some 230 packages, which nobody then installs. The functions stay as they are.
 */
export async function bundleMathematics(root: string): Promise<void> {
  const library = join(root, "dist/sim");
  const folder = join(library, "mathematics");
  const files = readdirSync(library, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".js") && !name.startsWith("mathematics"))
    .map((name) => join(library, name));
  const names = new Set<string>();
  for (const file of files) {
    const text = readFileSync(file, "utf8");
    const beside = relative(dirname(file), folder).split(sep).join("/");
    const path = beside.startsWith(".") ? beside : `./${beside}`;
    const changed = text.replaceAll(IMPORT, (_, name: string) => {
      names.add(name);
      return `${path}/${name}.js`;
    });
    if (changed !== text) writeFileSync(file, changed);
  }
  // Whatever was not compiled anew names them already.
  if (names.size === 0) return;
  const kept = readdirSync(library).includes("mathematics") ? readdirSync(folder) : [];
  for (const name of kept) {
    const known = /^([\w-]+)\.js$/.exec(name)?.[1];
    if (known !== undefined && !known.startsWith("chunk-")) names.add(known);
  }
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: [...names].sort().map((name) => ({ in: `@stdlib/${name}`, out: name })),
    outdir: "dist/sim/mathematics",
    chunkNames: "chunk-[hash]",
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "browser",
    target: "es2022",
    minifyWhitespace: true,
    metafile: true,
    logLevel: "warning",
  });
  writeFileSync(join(folder, "licences.txt"), licencesOf(metafile, root));
}
