import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { packageFolder } from "./package-folder.ts";

/** What a build makes of a YAML file that comes with the package, and of which text. */
interface PackedFile<T> {
  readonly sha256: string;
  readonly content: T;
}

/** The packed files: the defaults as a tree with places, the evidence register as its rows. */
export type PackedName = "defaults" | "evidence";

/** Names the file in which a build keeps what a YAML file says. */
export const packedPath = (name: PackedName): string =>
  join(packageFolder(), "dist/cli/packed", `${name}.json`);

/** Writes what a YAML text says as `readPacked` reads it. */
export const packedText = (text: string, content: unknown): string =>
  JSON.stringify({ sha256: sha256(text), content } satisfies PackedFile<unknown>);

/**
 * Returns what a build made of a YAML file if it was this very text; undefined where nothing was built, or
 * the YAML was changed since.
 */
export function readPacked(name: PackedName, text: string): unknown {
  const path = packedPath(name);
  if (!existsSync(path)) return undefined;
  const packed: unknown = JSON.parse(readFileSync(path, "utf8"));
  return isPacked(packed) && packed.sha256 === sha256(text) ? packed.content : undefined;
}

const isPacked = (value: unknown): value is PackedFile<unknown> =>
  typeof value === "object" && value !== null && "sha256" in value && "content" in value;

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");
