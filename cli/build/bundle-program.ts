import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build, type Plugin } from "esbuild";

/** What stays a package of its own: large, or loaded only when something is drawn or written with it. */
const EXTERNAL = [
  ...["@resvg/resvg-js", "cli-progress", "dejavu-fonts-ttf", "hyparquet", "hyparquet-writer"],
  ...["vega", "vega-lite"],
];

/** Packages in CommonJS ask for modules of Node by `require`. */
const REQUIRE =
  'import { createRequire as requirerOf } from "node:module"; const require = requirerOf(import.meta.url);';

const PACKAGE_OF_INPUT = /^.*\bnode_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/;
const NOTICE = /^(?:licen[cs]e|notice|copying)/i;

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
  const packages = Object.keys(metafile.inputs).flatMap((input) => PACKAGE_OF_INPUT.exec(input)?.[0] ?? []);
  const folders = [...new Set(packages)].sort().map((folder) => join(root, folder));
  writeFileSync(join(root, "dist/cli/licences.txt"), licences(folders));
}

function digestOfModel(digest: string): Plugin {
  const contents = `export const MODEL_DIGEST = ${JSON.stringify(digest)};`;
  return {
    name: "digest of the model",
    setup: ({ onLoad }) =>
      onLoad({ filter: /experiment\/model-digest\.ts$/ }, () => ({ contents, loader: "ts" })),
  };
}

/** Gives the licences and notices of packages, each text once with the packages that it is of. */
function licences(folders: readonly string[]): string {
  const holders = new Map<string, string[]>();
  for (const folder of folders) {
    const text = noticesOf(folder);
    const name = folder.slice(folder.lastIndexOf("node_modules/") + "node_modules/".length);
    holders.set(text, [...(holders.get(text) ?? []), name]);
  }
  const parts = [...holders].map(([text, names]) => `${names.join(", ")}\n\n${text}\n`);
  return parts.join(`\n${"-".repeat(80)}\n\n`);
}

function noticesOf(folder: string): string {
  const all = readdirSync(folder);
  const notices = all.filter((file) => NOTICE.test(file));
  // Some packages have their licence at the end of the README only.
  const files = notices.length > 0 ? notices : all.filter((file) => /^readme/i.test(file));
  if (files.length === 0) throw new Error(`${folder} has no licence`);
  return files
    .sort()
    .map((file) => readFileSync(join(folder, file), "utf8").trim())
    .join("\n\n");
}
