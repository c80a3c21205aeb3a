import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { build, type Plugin } from "esbuild";
import { licencesOf } from "./licences.ts";

/** What stays a package of its own: large, or loaded only when something is drawn or written with it. */
const EXTERNAL = [
  ...["@resvg/resvg-js", "cli-progress", "dejavu-fonts-ttf", "hyparquet", "hyparquet-writer"],
  ...["vega", "vega-lite"],
];

/** Packages in CommonJS ask for modules of Node by `require`. */
const REQUIRE =
  'import { createRequire as requirerOf } from "node:module"; const require = requirerOf(import.meta.url);';

/**
 * Writes the program in few files over its compiled modules, since most of what a short command costs is
 * finding and opening some 800 of them; what a library's user imports stays as it was compiled. Writes the
 * licences of the packages that went into it beside it.
 */
export async function bundleProgram(root: string, modelDigest: string): Promise<void> {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: ["cli/main.ts", "cli/program.ts", "cli/threads/worker.ts"],
    outdir: "dist",
    outbase: ".",
    chunkNames: "cli/parts/[name]-[hash]",
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node20",
    minifyWhitespace: true,
    minifySyntax: true,
    sourcemap: true,
    external: EXTERNAL,
    banner: { js: REQUIRE },
    tsconfig: "tsconfig.build.json",
    plugins: [digestOfModel(modelDigest)],
    metafile: true,
    logLevel: "warning",
  });
  writeFileSync(join(root, "dist/cli/licences.txt"), licencesOf(metafile, root));
}

function digestOfModel(digest: string): Plugin {
  const contents = `export const MODEL_DIGEST = ${JSON.stringify(digest)};`;
  return {
    name: "digest of the model",
    setup: ({ onLoad }) =>
      onLoad({ filter: /experiment\/model-digest\.ts$/ }, () => ({ contents, loader: "ts" })),
  };
}
