import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

let found: string | undefined;

/** Finds the folder of this package, from dist/cli as from cli. */
export function packageFolder(): string {
  if (found !== undefined) return found;
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, "package.json"))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error("package.json of linksim is missing");
    folder = parent;
  }
  found = folder;
  return folder;
}

/** Names the folder of the scenarios that come with the package. */
export const libraryFolder = (): string => join(packageFolder(), "scenarios");

/** Reads the version from package.json. */
export function packageVersion(): string {
  // package.json is ours: npm refuses to pack one without a version.
  return (JSON.parse(readFileSync(join(packageFolder(), "package.json"), "utf8")) as { version: string })
    .version;
}
