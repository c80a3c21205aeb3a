#!/usr/bin/env node

// Imports nothing before it knows that this Node can load the rest.

const OLDEST = "20.19";

const numberOf = (version: string): number => {
  const [major, minor] = version.split(".").map(Number);
  return major * 1000 + minor;
};
const { node } = process.versions;

if (numberOf(node) < numberOf(OLDEST)) {
  process.stderr.write(`linksim needs Node ${OLDEST} or newer; this is ${node}.\n`);
  process.exitCode = 1;
} else {
  const { default: modules } = await import("node:module");
  // Newer Nodes keep what they compiled from one start to the next.
  if ("enableCompileCache" in modules && typeof modules.enableCompileCache === "function")
    modules.enableCompileCache();
  const { endWithOutput, runProgram } = await import("./program.ts");
  endWithOutput();
  await runProgram(process.argv.slice(2));
}
