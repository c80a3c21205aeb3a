// Executes the notebooks and keeps what they show: `npm run notebooks:execute`, or only those named.

import { readdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { execute, hasJupyter } from "./execute.ts";
import { notebookText } from "./notebook.ts";

const project = resolve(import.meta.dirname, "../../..");
const ENDING = ".ipynb";
const named = process.argv.slice(2).map((name) => (name.endsWith(ENDING) ? name : name + ENDING));
const all = readdirSync(join(project, "notebooks")).filter((name) => name.endsWith(ENDING));

const unknown = named.filter((name) => !all.includes(name));

if (unknown.length > 0) {
  console.error(`${unknown.join(", ")}: no such notebook. Name some of: ${all.join(", ")}.`);
  process.exitCode = 2;
} else if (!hasJupyter()) {
  console.error(
    "jupyter-nbconvert was not found; it executes notebooks. Install the package jupyter-nbconvert.",
  );
  process.exitCode = 1;
} else {
  for (const name of named.length > 0 ? named : all) {
    const path = join("notebooks", name);
    writeFileSync(join(project, path), notebookText(await execute(project, path)));
    console.log(path);
  }
}
