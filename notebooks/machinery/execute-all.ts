// Executes the notebooks and keeps what they show: `npm run notebooks:execute`, or only those named.

import { readdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { execute } from "./execute.ts";
import { notebookText } from "./notebook.ts";

const project = resolve(import.meta.dirname, "../../..");
const named = process.argv.slice(2);
const all = readdirSync(join(project, "notebooks")).filter((name) => name.endsWith(".ipynb"));

for (const name of named.length > 0 ? named : all) {
  const path = join("notebooks", name);
  writeFileSync(join(project, path), notebookText(await execute(project, path)));
  console.log(path);
}
