import { fileURLToPath } from "node:url";
import { proseOf } from "./prose.ts";

/** Prints every schema meaning, message and sentence pattern in one list, to be read whole. */
const root = fileURLToPath(new URL("../../..", import.meta.url));
let file = "";
for (const prose of proseOf(root)) {
  if (prose.kind !== "text") continue;
  if (prose.file !== file) console.log(`\n${prose.file}`);
  file = prose.file;
  console.log(`  ${String(prose.line).padStart(4)}  ${prose.text.replaceAll("\n", "⏎")}`);
}
