import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { packageFolder, packageVersion } from "../scenarios/package-folder.ts";

/** What decides a replication's numbers: parts of the core, and packages. What is only made from the numbers is not among them. */
const PARTS = ["engine", "random", "scenario", "model", "measures", "stats"];
const FILES = ["experiment/simulator.js"];
const PACKAGES = [
  "seedrandom",
  "simple-statistics",
  "@stdlib/math-base-special-exp",
  "@stdlib/math-base-special-ln",
  "@stdlib/math-base-special-pow",
  "@stdlib/stats-base-dists-normal-quantile",
];

let version: string | undefined;

/**
 * Names the model that this program simulates: the package's version and a digest of the code behind the numbers. Whoever changes a rule cannot forget
 * to change the version, and no cell of another model is ever taken for one of this.
 */
export function modelVersion(): string {
  version ??= `${packageVersion()}+${codeDigest()}`;
  return version;
}

function codeDigest(): string {
  const core = join(packageFolder(), "dist", "sim");
  const inParts = PARTS.flatMap((part) =>
    readdirSync(join(core, part), { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".js"))
      .map((name) => join(part, name).replaceAll("\\", "/")),
  );
  const digest = createHash("sha256");
  for (const file of [...FILES, ...inParts].sort())
    digest.update(`${file}\0`).update(readFileSync(join(core, file)));
  const { resolve } = createRequire(import.meta.url);
  for (const name of PACKAGES) digest.update(readFileSync(resolve(`${name}/package.json`)));
  return digest.digest("hex").slice(0, 12);
}
