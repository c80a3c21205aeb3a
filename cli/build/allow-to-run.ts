import { chmodSync } from "node:fs";
import { join } from "node:path";
import { packageFolder } from "../scenarios/package-folder.ts";

/** Lets the program be run by its name: npx calls it through a link, and the compiler gives no right to. */
export const allowToRun = (): void => chmodSync(join(packageFolder(), "dist/cli/main.js"), 0o755);
