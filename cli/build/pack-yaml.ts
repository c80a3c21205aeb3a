import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { packYaml } from "../../sim/scenario/packed-tree.ts";
import { rowsOf } from "../scenarios/evidence-register.ts";
import { libraryFolder } from "../scenarios/package-folder.ts";
import { type PackedName, packedPath, packedText } from "../scenarios/packed-yaml.ts";

/** Keeps what the YAML files say that most commands read: to parse them would be half of a start. */
export function packShippedYaml(): void {
  keep("defaults", packYaml);
  keep("evidence", rowsOf);
}

function keep(name: PackedName, read: (text: string) => unknown): void {
  const text = readFileSync(join(libraryFolder(), `${name}.yaml`), "utf8");
  const path = packedPath(name);
  if (!existsSync(dirname(path))) mkdirSync(dirname(path));
  writeFileSync(path, packedText(text, read(text)));
}
