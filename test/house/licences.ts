import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A package that users install with linksim. */
export interface Licensed {
  readonly name: string;
  readonly version: string;
  /** As its package.json says it, an SPDX expression in all but one. */
  readonly licence: string;
}

interface Packages {
  readonly packages: Readonly<Record<string, { readonly dev?: boolean; readonly optional?: boolean }>>;
}

const read = <T>(path: string): T => JSON.parse(readFileSync(path, "utf8"));

/**
 * Lists the licences of what is installed and needed to run, by the lock file: nothing that only development
 * needs, and of binaries for several platforms those that are here.
 */
export function licencesOf(root: string): readonly Licensed[] {
  const { packages } = read<Packages>(join(root, "package-lock.json"));
  return Object.entries(packages).flatMap(([path, { dev, optional }]): Licensed[] => {
    if (path === "" || dev === true) return [];
    const file = join(root, path, "package.json");
    if (optional === true && !existsSync(file)) return [];
    const { version, license } = read<{ readonly version: string; readonly license?: string }>(file);
    return [{ name: path.split("node_modules/").at(-1) ?? path, version, licence: license ?? "none" }];
  });
}
