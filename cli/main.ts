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
  const { endWithOutput } = await import("./terminal/end-with-output.ts");
  endWithOutput();
  const words = process.argv.slice(2);
  if (words.length === 1 && words[0] === "--version") {
    // Which needs no command, and these take most of a start.
    const { packageVersion } = await import("./scenarios/package-folder.ts");
    process.stdout.write(`${packageVersion()}\n`);
  } else {
    const { runProgram } = await import("./program.ts");
    await runProgram(words);
  }
}
