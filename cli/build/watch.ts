import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { packageFolder } from "../scenarios/package-folder.ts";
import { finish } from "./finish.ts";
import { openModelCode } from "./model-code.ts";

// `npm run watch`: compiles what is changed, finishes the program anew, and runs the unit tests
// that the change concerns.

const root = packageFolder();
const IS_COMPILED = /Watching for file changes\.$/;

const model = await openModelCode(root);
const tests = start("vitest/vitest.mjs", ["watch", "--project", "unit", "--changed"], "inherit");
const compiler = start(
  "typescript/bin/tsc",
  ["-p", "tsconfig.build.json", "--watch", "--preserveWatchOutput"],
  "pipe",
);
tests.on("exit", () => compiler.kill());
compiler.on("exit", () => tests.kill());

// The compiler's output is a pipe.
for await (const line of createInterface(compiler.stdout!)) {
  console.log(line);
  if (IS_COMPILED.test(line)) await finish(root, model);
}
await model.close();

function start(program: string, options: readonly string[], output: "inherit" | "pipe"): ChildProcess {
  const command = [join(root, "node_modules", program), ...options];
  return spawn(process.execPath, command, { cwd: root, stdio: ["inherit", output, "inherit"] });
}
